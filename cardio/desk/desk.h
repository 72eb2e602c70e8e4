// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_state.h"
#include "cardio/desk/sync_plan.h"
#include "cardio/files/pin_change.h"
#include "cardio/handset/handset_settings.h"
#include "cardio/pcsc/reader_info.h"
#include "cardio/session/operation_result.h"
#include "cardio/vpcd/plug_state.h"
#include "model/access/credential_info.h"
#include "model/access/handshake_step.h"
#include "model/access/key_set_tries.h"
#include "model/compare/operation.h"
#include "model/flow/flow.h"
#include "model/record/record_queue.h"
#include "model/uicc/card_file.h"

#include <QObject>

#include <memory>
#include <vector>

namespace dmsc {

/// The one facade between the window and everything that talks. Lives in the GUI thread and never blocks it: work
/// runs on one worker thread per desk, results come back as signals in the GUI thread, in order.
class Desk : public QObject
{
    Q_OBJECT

public:
    /// Copies of cards are kept in `cacheFolder` between sessions; empty: nowhere. `credentialsFile` holds what is
    /// imported; empty: the user's own.
    explicit Desk(QObject* parent = nullptr, const QString& cacheFolder = {}, const QString& credentialsFile = {});
    ~Desk() override;

    [[nodiscard]] RecordQueue& records();
    [[nodiscard]] bool busy() const;

    /// Opens a document, an image or (part 2) a reader on a side; the other side stays as it is.
    void open(Side side, const Where& where);
    /// The demo handset and the demo card, made afresh in `folder` where they are missing.
    void openDemo(const QString& folder);
    /// The same, as they are at first: what was done with them is gone.
    void renewDemo(const QString& folder);
    void close(Side side);
    /// Reads the side again: by what changed where the peer keeps a journal.
    void reload(Side side);
    /// Carries the plan out, all or nothing over both sides.
    void apply(std::vector<Operation> operations);
    /// Writes the side's tree as a document; the format goes by the suffix.
    void saveAs(Side side, const QString& path);

    /// Tells the readers at once and whenever they or their cards change, until it is switched off.
    void watchReaders(bool on);
    /// Puts the emulated card that is open on `side` into the virtual reader of vpcd; the side stays open.
    void plug(Side side);
    void unplug(Side side);

    /// Finds the files of the card on `side`, again where they were found before; opened() follows.
    void explore(Side side);
    /// Reads one file of the card on `side` (SideState::files names them).
    void readFile(Side side, const QString& path);
    /// Writes one part of a file as it stands in `write`, then reads it again.
    void writeFile(Side side, const CardFileWrite& write);
    /// Gives a file another size (ETSI TS 102 222 6.10).
    void resizeFile(Side side, const QString& path, std::uint64_t size);
    /// Shows a PIN or ADM key to the card once. The digits are wiped after use.
    void verifyPin(Side side, std::uint8_t reference, const QByteArray& digits);
    /// Asks the card how a key stands and how many tries its PUK has: pinTold().
    void askPinState(Side side, std::uint8_t reference);
    /// Changes or unblocks a key, once: pinChanged(). The values are wiped after use.
    void changePin(Side side, const PinChange& change);
    /// What writeFile() of that part would send: filePrepared(). The card is only read.
    void prepareFile(Side side, const QString& path, const CardFilePart& part);
    /// What apply() would write to files of a plain UICC, nothing being sent.
    void preview(std::vector<Operation> operations);

    /// Shakes hands with the card on `side`, again where a session is open (SEC-9): the tree, plan and files stay.
    /// Steps are told as they come, then handshakeDone() with or without success, then opened() where access changed.
    /// A handshake that fails or is cancelled leaves the card without a session, and the side as it was read.
    void handshake(Side side, const HandshakeRequest& request);
    /// Carries the requests out one after the other until one is refused.
    void manageMemory(Side side, const std::vector<MemoryRequest>& requests);
    /// Asks the card how many tries the key sets have left: triesTold(). The issuer's session alone.
    void askTries(Side side);
    /// Gives a key set all its tries back, then as askTries().
    void resetTries(Side side, std::uint8_t keyVersion);
    /// Has card and host sign the session up to here (SEC-7) and writes that to `path`. Unsupported with SCP03.
    void writeReceipt(Side side, const QString& path);

    /// Tells the credentials, at once and after each change.
    void listCredentials();
    /// The passphrase is wiped after use. The first one of an empty store becomes its passphrase.
    void unlockCredentials(const QByteArray& passphrase);
    /// A PKCS#12, PEM or key set file; `passphrase` is the file's own.
    void importCredential(const QString& path, const QByteArray& passphrase, const QString& label, Role role);
    void removeCredential(const QString& id);

    /// Runs a use case between the handset on Side::Device and the card on Side::Card: flowPlanned(), flowStepped() as
    /// it goes, asked() where the user decides, flowDone(); both sides are opened() again where anything changed.
    void runFlow(const FlowRequest& request);
    /// Lets a flow with Pace::Stepped take its next step; several are remembered.
    void nextStep();
    void setPace(Pace pace, std::chrono::milliseconds delay);
    /// Answers an open question; nothing happens for one that is closed.
    void answerPrompt(PromptId prompt, const PromptAnswer& answer);
    /// The card leaves the handset on Side::Device (F02): what came from it alone goes; told() says what, opened()
    /// follows.
    void takeCardOut();
    /// The user of the handset on Side::Device takes back what was agreed to: told() says what became of it, opened()
    /// follows. Nodes by their URIs on the device.
    void revokeConsent(const std::vector<std::string>& uris);
    /// What a synchronisation would do: syncPlanned().
    void planSync(const std::vector<PolicyRule>& rules);
    /// Carries the last plan out, its conflicts decided, as one change on both sides; its outcome becomes the base.
    void applySync(const std::vector<Choice>& choices);
    /// Writes what the last plan would do into a folder instead, as SyncML for each side: syncSaved().
    void exportSync(const std::vector<Choice>& choices, const QString& folder);
    /// What the handset's owner has set; for all flows that begin later.
    void setHandsetSettings(const HandsetSettings& settings);

    /// Stops what runs at the next safe point; nothing is half done.
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy, const QString& what);
    void progressed(qint64 done, qint64 total);
    void opened(dmsc::Side side, const dmsc::SideState& state);
    void closed(dmsc::Side side);
    /// After apply(): what each operation was answered; both sides are opened() again when anything changed.
    void applied(const std::vector<dmsc::OperationResult>& results);
    void saved(dmsc::Side side, const QString& path);
    void readersChanged(const dmsc::ReaderList& readers);
    void plugChanged(dmsc::Side side, const dmsc::PlugState& state);
    void fileRead(dmsc::Side side, const dmsc::CardFileContent& content);
    void fileWritten(dmsc::Side side, const QString& path);
    /// After verifyPin(): how the key stands now. A wrong one is no failure.
    void pinChecked(dmsc::Side side, const dmsc::CardPin& pin);
    void pinTold(dmsc::Side side, const dmsc::CardPin& pin);
    /// After changePin(). A wrong old value or PUK is no failure.
    void pinChanged(dmsc::Side side, const dmsc::CardPinChange& change);
    void filePrepared(dmsc::Side side, const dmsc::CardFileWrite& write);
    void previewed(const std::vector<dmsc::CardFileWrite>& writes);
    /// A step of the handshake begins or ends; steps of one handshake come in order.
    void handshakeStepped(dmsc::Side side, const dmsc::HandshakeStep& step);
    void handshakeDone(dmsc::Side side, const dmsc::HandshakeReport& report);
    void memoryManaged(dmsc::Side side, const std::vector<dmsc::MemoryResult>& results);
    /// After askTries() and resetTries(); nothing from a card that does not tell.
    void triesTold(dmsc::Side side, const std::vector<dmsc::KeySetTries>& tries);
    void receiptWritten(dmsc::Side side, const dmsc::ReceiptInfo& receipt);
    void credentialsChanged(const std::vector<dmsc::CredentialInfo>& credentials, bool locked);
    void flowPlanned(const dmsc::FlowRequest& request, const std::vector<dmsc::FlowStep>& steps);
    /// A step begins or ends; one that was not planned comes after the one before it.
    void flowStepped(const dmsc::FlowStep& step);
    void flowDone(const dmsc::FlowReport& report);
    /// The user is asked; one question at a time.
    void asked(dmsc::PromptId id, const dmsc::Prompt& prompt);
    /// The question is over, whoever answered it: the user, the time limit, a cancel.
    void promptClosed(dmsc::PromptId id, const dmsc::PromptAnswer& answer);
    void told(const dmsc::Notice& notice);
    void syncPlanned(const dmsc::SyncPlan& plan);
    void syncSaved(const QStringList& files);
    void failed(const dmsc::Error& error);
    void cancelled();

protected:
    bool event(QEvent* event) override;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace dmsc
