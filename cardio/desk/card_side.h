// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_reader.h"
#include "cardio/desk/card_wire.h"
#include "cardio/desk/handshake_run.h"
#include "cardio/desk/side_session.h"
#include "cardio/files/card_files.h"
#include "cardio/toolkit/toolkit_link.h"

namespace dmsc {

/// A card as a side: spoken to by APDUs through a link, wherever the card is. Its files are reached beside the
/// application, on a logical channel of their own.
class CardSide final : public SideSession
{
public:
    CardSide() = default;
    CardSide(const CardSide&) = delete;
    CardSide& operator=(const CardSide&) = delete;
    ~CardSide() override { endByReceipt(); }

    /// An emulated card on its image, or the card in a reader; one without our application is opened as a UiccSide.
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(
        const Where& where, const SideOptions& options, const Progress& progress);

    Result<void> reload(const Progress& progress) override;
    Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress) override;

    Result<void> explore(const Progress& progress) override;
    Result<CardFileContent> readFile(const QString& path) override;
    Result<void> writeFile(const CardFileWrite& write) override;
    Result<void> resizeFile(const QString& path, std::uint64_t size) override;
    Result<CardPin> verifyPin(std::uint8_t reference, const QByteArray& digits) override;
    Result<CardPin> pinState(std::uint8_t reference) override;
    Result<CardPinChange> changePin(const PinChange& change) override;
    Result<CardFileWrite> prepareFile(const QString& path, const CardFilePart& part) override;

    HandshakeOutcome handshake(
        const HandshakeRequest& request, const StepSink& steps, const Progress& progress) override;
    Result<std::vector<MemoryResult>> manageMemory(
        const std::vector<MemoryRequest>& requests, const Progress& progress) override;
    Result<ReceiptInfo> writeReceipt(const QString& path) override;
    Result<Bytes> policy() override;
    Result<void> setPolicy(ByteView policy) override;
    Result<void> resetTries(std::uint8_t keyVersion) override;
    Result<void> putKeys(const Credential& keys, std::uint8_t pairVersion) override;
    Result<std::vector<KeySetTries>> keySetTries() override;

    CardClient* cardClient() override { return m_client.get(); }
    Link* cardLink() override { return &link(); }
    HandshakeRequest sessionRequest() const override { return m_request; }
    void setHost(Actor host) override { m_wire->setHost(host); }

private:
    [[nodiscard]] static Result<std::unique_ptr<CardSide>> onImage(const Where& where, const SideOptions& options);
    [[nodiscard]] static Result<std::unique_ptr<CardSide>> inReader(const Where& where, const SideOptions& options);
    [[nodiscard]] Link& link() { return m_toolkit ? static_cast<Link&>(*m_toolkit) : *m_wire; }
    [[nodiscard]] bool isSecret(ByteView command) const;
    void setLink(std::unique_ptr<Link> link, const SideOptions& options);
    Result<void> start(const Progress& progress);
    Result<void> startUnproven(const Error& why);
    /// Selects the application and shakes hands again when the channel is gone.
    Result<void> ensureOpen();
    Result<void> openAgain();
    /// Resets the card and selects the application: no session, and other logical channels are gone.
    Result<void> select();
    /// Selects the application again.
    Result<void> endSession();
    Result<void> refresh(const Progress& progress);
    void showCard(const RefreshReport& report);
    /// What the card tells about memory and owners, as far as it has changed since it was asked last.
    Result<void> refreshDetails(const SyncStatus& status);
    [[nodiscard]] Result<CardFiles*> files();
    void explain(std::vector<OperationResult>& results, const std::vector<Operation>& operations);

    // card_handshake.cpp
    [[nodiscard]] Result<Credential> credentialFor(const HandshakeRequest& request) const;
    HandshakeOutcome run(const HandshakeRequest& wanted, const StepSink& steps, const Progress& progress);
    [[nodiscard]] HandshakeRequest resolved(HandshakeRequest request) const;
    Result<void> shake(HandshakeRun& run);
    Result<void> selectFor(HandshakeRun& run);
    Result<void> askAccess(HandshakeRun& run);
    Result<void> askMemory();
    void showSession();
    [[nodiscard]] Record handshakeRecord(const HandshakeRequest& request) const;
    void recordBegin(const HandshakeRequest& request) const;
    void recordHandshake(const HandshakeRun& run, std::chrono::nanoseconds begin, const std::optional<Error>& error);

    // card_side_session.cpp
    /// What both sides have signed about the session up to now.
    [[nodiscard]] Result<Bytes> receipt(const QDateTime& now);
    /// A session with certificates is about to end: its receipt goes into the log, and to who wants it.
    void endByReceipt();
    /// The digest at the session's begin, asked for if nothing has told it yet.
    Result<void> noteBegin();

    SideOptions m_options;
    std::unique_ptr<CardWire> m_wire;
    std::optional<ToolkitLink> m_toolkit; ///< over the wire, where the card is in a handset
    std::unique_ptr<CardClient> m_client;
    std::optional<TreeClient> m_session;
    std::optional<CardReader> m_reader;
    std::optional<CardFiles> m_files;
    HandshakeRequest m_request; ///< of the session that is open, or shall be opened again
    ExchangeId m_selected; ///< the rows of the SELECT that counts
    bool m_sessionWanted = true; ///< a session that is lost is opened again
    std::string m_entity; ///< that the tree was read as
    bool m_isRead = false; ///< the tree is the card's as this entity sees it
    bool m_hasFileChannel = false; ///< since the card's last reset
    bool m_memoryIsFresh = false; ///< asked for since the last reading
    std::optional<SyncStatus> m_asked; ///< when memory and owners were asked for
    std::optional<CertificateCredential>
        m_own; ///< that the session was opened with, where both sides have certificates
    std::optional<Digest> m_begin; ///< of the root, when the session was opened
};

} // namespace dmsc
