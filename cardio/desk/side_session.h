// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "cardio/desk/side_state.h"
#include "cardio/files/pin_change.h"
#include "cardio/pcsc/waiting_sink.h"
#include "cardio/session/message_link.h"
#include "cardio/session/operation_result.h"
#include "cardio/session/record_outlet.h"
#include "cardio/session/user_agent.h"
#include "model/access/credential_info.h"
#include "model/access/key_set_tries.h"
#include "model/compare/operation.h"
#include "model/formats/document.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace dmsc {

/// What a session with a side is opened with. Everything may stay empty.
struct SideOptions
{
    QString cacheFolder; ///< where copies of cards are kept between sessions; empty: nowhere
    RecordOutlet records; ///< every APDU, handshake, message and file
    WaitingSink waiting; ///< hears of a reader that takes long
    Actor actor = Actor::Card; ///< whom a document or image stands for in the records
    /// Of the handset that the card is in: its toolkit is told of a terminal, and asks. Null: the card is only read.
    /// Outlives the session.
    UserAgent* user = nullptr;
    HandshakeRequest request; ///< how a card is opened: as whom, by which method, with which credential
    /// What the request proves itself with; empty: the demo desk's published test credentials.
    std::function<Result<Credential>(const HandshakeRequest& request)> credential;
    /// Is given the receipt of each session with certificates as it ends (SEC-7), or why there is none.
    std::function<void(const Result<Bytes>& cms)> receipts;
    enum class Opening : std::uint8_t {
        Session, ///< a card that does not shake hands is not opened
        SessionIfPossible, ///< it is opened without a tree; SideState::warnings say why
        SelectOnly, ///< no handshake, nothing is read: for handshake() to come
    };
    Opening opening = Opening::Session;
    bool details = true; ///< asks who stored what, too, and how memory is divided where it has changed: a pair each
};

class CardClient;
class EmulatedHandset;
class Link;

/// How a handshake ended: the report, and what was wrong where there is no session.
struct HandshakeOutcome
{
    HandshakeReport report;
    std::optional<Error> error;
};

/// One open side: a document, an emulated handset or a card, read and changed the same way. No Qt objects, no threads:
/// the desk's worker and the command line use it alike. Lives in the thread that opened it.
class SideSession
{
public:
    /// Opens and reads the side. The error names what is wrong and where.
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(
        const Where& where, const SideOptions& options = {}, const Progress& progress = {});
    virtual ~SideSession() = default;
    SideSession(const SideSession&) = delete;
    SideSession& operator=(const SideSession&) = delete;

    [[nodiscard]] const SideState& state() const { return m_state; }
    [[nodiscard]] const Tree& tree() const { return *m_state.tree; }

    /// Reads again, by what changed where the peer keeps a journal. A document with changes of its own stays.
    virtual Result<void> reload(const Progress& progress = {}) = 0;
    /// All or nothing. A result per operation, also when the peer refuses (see allGood()); an error when it gave no
    /// proper answer. After a success tree() is the new one. A document is changed in memory until saveAs().
    virtual Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress = {}) = 0;

    // Sides with a UICC's files; Unsupported elsewhere.
    /// Finds the files; state().files has them afterwards.
    virtual Result<void> explore(const Progress& progress = {});
    virtual Result<CardFileContent> readFile(const QString& path);
    virtual Result<void> writeFile(const CardFileWrite& write);
    virtual Result<void> resizeFile(const QString& path, std::uint64_t size);
    /// One VERIFY. A wrong PIN is an answer with the tries left, not an error.
    virtual Result<CardPin> verifyPin(std::uint8_t reference, const QByteArray& digits);
    /// How a key stands, with the tries of its PUK; no try is used up.
    virtual Result<CardPin> pinState(std::uint8_t reference);
    /// One CHANGE or UNBLOCK PIN. A wrong old value or PUK is an answer, not an error.
    virtual Result<CardPinChange> changePin(const PinChange& change);
    /// What writing `part` of the file will send; nothing is changed by asking.
    virtual Result<CardFileWrite> prepareFile(const QString& path, const CardFilePart& part);
    /// What apply() would write to files; empty where it writes none.
    virtual Result<std::vector<CardFileWrite>> preview(const std::vector<Operation>& operations);

    // Sides with a card that shakes hands; Unsupported elsewhere.
    /// Shakes hands, again where a session is open (SEC-9): the tree, the files and a half-sent message stay. Steps are
    /// told as they begin and end. Without success the card has no session, unless nothing was sent. After a success
    /// reload() reads what this entity may see.
    virtual HandshakeOutcome handshake(
        const HandshakeRequest& request, const StepSink& steps, const Progress& progress = {});
    /// One result per request; those after a refused one were not sent.
    virtual Result<std::vector<MemoryResult>> manageMemory(
        const std::vector<MemoryRequest>& requests, const Progress& progress = {});
    /// Has this session signed by both sides up to here and writes it to `path` (SEC-7); it goes on. Unsupported with
    /// SCP03.
    virtual Result<ReceiptInfo> writeReceipt(const QString& path);
    /// The issuer's policy as TLV, for the issuer's session alone (SEC-6).
    virtual Result<Bytes> policy();
    /// What the card would refuse is named before anything is sent: see checkPolicy().
    virtual Result<void> setPolicy(ByteView policy);
    /// Gives a blocked key set its tries back; the issuer's session alone.
    virtual Result<void> resetTries(std::uint8_t keyVersion);
    /// Puts a key set under its own version, or the card's own key pair with its certificates under `pairVersion`; new,
    /// or in place of what is there. Its certificates must lead to an authority of the credential and be valid now: the
    /// same authorities are those that entities' certificates must lead to. Issuer alone.
    virtual Result<void> putKeys(const Credential& keys, std::uint8_t pairVersion);
    /// What the key sets that the policy accepts have left; nothing from a card that does not tell. Issuer alone.
    virtual Result<std::vector<KeySetTries>> keySetTries();

    // What stands behind a side, for whole use cases; null where the side has none.
    virtual CardClient* cardClient() { return nullptr; } ///< selected; a handshake opens its session
    virtual Link* cardLink() { return nullptr; } ///< the way to the card, recorded
    virtual EmulatedHandset* handset() { return nullptr; }
    virtual HandshakeRequest sessionRequest() const { return {}; } ///< how the session that is open was opened
    /// Who sends the commands in the records: the workbench, or the device in a flow.
    virtual void setHost(Actor /*host*/) { }

    /// Writes the tree as a document; without a format the suffix decides.
    Result<void> saveAs(const QString& path, std::optional<DocumentFormat> format = std::nullopt);

protected:
    SideSession() = default;
    virtual Result<void> save(const QString& path, std::optional<DocumentFormat> format);
    SideState m_state;
    RecordOutlet m_records;
};

/// Makes an image with the tree of `profile` (any document), of the demo, or an empty one.
struct ImageContent
{
    bool demo = false;
    QString profile; ///< path of a document; empty: none
    bool plainUicc = false; ///< a card without the DM_SC application
    QString iccid{}; ///< of a card; empty: a new one of its own
};
Result<void> createCard(const QString& path, const ImageContent& content);
Result<void> createHandset(const QString& path, const ImageContent& content);

} // namespace dmsc
