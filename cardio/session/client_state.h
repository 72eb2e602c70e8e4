// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/client_auth.h"
#include "cardio/session/client_session.h"
#include "cardio/session/large_objects.h"
#include "cardio/session/response_pages.h"

namespace dmsc {

/// Where a client's session stands between two messages.
class ClientSession::State
{
public:
    State(ManagedTree& device, DmAccount& account, ClientOptions options);

    [[nodiscard]] Result<DmPacket> start();
    [[nodiscard]] Result<std::optional<DmPacket>> receive(const DmPacket& packet);

    [[nodiscard]] SessionEnd end() const { return m_end; }
    [[nodiscard]] SessionAbort whyAborted() const { return m_abort; }
    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] std::size_t messages() const { return m_messages; }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] bool changedTree() const { return m_changedTree; }
    [[nodiscard]] std::size_t commands() const { return m_commands; }
    [[nodiscard]] std::size_t refused() const { return m_refused; }
    [[nodiscard]] const RecordOutlet& records() const { return m_options.records; }

private:
    using Answer = Result<std::optional<DmPacket>>;
    using Status = syncml::StatusCode;

    // The server's message.
    [[nodiscard]] Answer answerTo(const DmPacket& packet);
    [[nodiscard]] Status checkHeader(const syncml::Header& header);
    void noteHeader(const syncml::Header& header);
    [[nodiscard]] Answer heardRefusal(
        const syncml::Message& message, const ClientAuth::Verdict& verdict, ClientAuth::Heard heard);
    [[nodiscard]] Answer refuseServer(const syncml::Message& message, const ClientAuth::Verdict& verdict);
    [[nodiscard]] Answer goOn(const syncml::Message& message, const ClientAuth::Verdict& verdict);
    void execute(const syncml::Message& message);
    void record(const DmPacket& packet, const Answer& answer, const std::vector<syncml::Command>& asked,
        std::chrono::nanoseconds begin) const;
    void queue(const syncml::Message& message, std::vector<syncml::Command> answers);
    [[nodiscard]] bool fitsAlone(const syncml::Message& message, const std::vector<syncml::Command>& answers) const;
    [[nodiscard]] const syncml::Command* headerStatus(const syncml::Message& message) const;

    // Our message (client_packages.cpp).
    [[nodiscard]] syncml::Message nextMessage();
    void addHeaderStatus(syncml::Message& message, const syncml::Header& answered, Status status,
        std::optional<syncml::Chal> chal = std::nullopt) const;
    [[nodiscard]] Result<DmPacket> send(syncml::Message message);
    [[nodiscard]] Result<DmPacket> page(syncml::Message message, bool askNext);
    [[nodiscard]] Answer leave(const syncml::Header& answered, Status status, SessionAbort why);
    void abort(SessionAbort why);
    void notProven(SessionAbort whose);
    [[nodiscard]] std::vector<syncml::Command> packageOne();
    [[nodiscard]] syncml::Command deviceInfo() const;
    void queueAgain(const syncml::Message& refusal);
    [[nodiscard]] std::string deviceId() const;
    [[nodiscard]] Encoding encoding() const { return m_answerEncoding; }

    ManagedTree* m_device;
    DmAccount* m_account;
    ClientOptions m_options;
    ClientAuth m_auth;
    LargeObjects m_objects;
    ResponsePages m_pages;

    SessionEnd m_end = SessionEnd::Running;
    SessionAbort m_abort = SessionAbort::None;
    bool m_serverRefused = false; ///< it wanted something, and has not proved who it is
    std::string m_address;
    std::string m_peerUri; ///< Target of our messages
    Encoding m_answerEncoding;
    bool m_announced = false; ///< our limits were told
    bool m_inPackageOne = true;
    std::uint32_t m_msgId = 0; ///< of our last message
    std::uint32_t m_peerMsgId = 0; ///< of the server's last message
    std::uint64_t m_peerMaxMsgSize = 0; ///< 0: none told
    std::uint64_t m_peerMaxObjSize = 0;
    std::vector<syncml::Command> m_sent; ///< of our last message, without the Status of the SyncHdr
    std::vector<syncml::Command> m_alerts; ///< generic alerts of package 1 that the server has not taken yet
    Bytes m_lastRequest;
    std::optional<DmPacket> m_lastAnswer;
    std::size_t m_messages = 0;
    std::size_t m_bytes = 0;
    int m_tooLarge = 0; ///< messages in a row
    int m_repeats = 0; ///< of the last message
    bool m_changedTree = false;
    std::size_t m_commands = 0; ///< of the server
    std::size_t m_refused = 0;
};

} // namespace dmsc
