// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_answers.h"
#include "cardio/card/node_digests.h"
#include "cardio/card/signature_verifier.h"
#include "cardio/channel/card_handshakes.h"
#include "cardio/channel/handshake.h"
#include "cardio/link/link.h"
#include "cardio/receipt/receipt.h"
#include "cardio/session/message_link.h"
#include "cardio/session/secret_keeper.h"
#include "model/access/owners.h"

#include <memory>
#include <optional>

namespace dmsc {

/// The host's end of the DM_SC application on one link: select, handshake, then messages and the compact commands, all
/// through the secure channel. Used by one thread at a time; the link outlives it.
class CardClient final : public MessageLink, public SignatureVerifier, public SecretKeeper
{
public:
    /// SELECT alone: what the card offers to whom. Unsupported for a card without the application or of another
    /// version.
    [[nodiscard]] static Result<std::unique_ptr<CardClient>> select(Link& link);
    /// SELECT, then authenticate().
    [[nodiscard]] static Result<std::unique_ptr<CardClient>> open(
        Link& link, const Credential& credential, const HandshakeOptions& options = {});
    /// The issuer by SCP03 at level 0x33: three command pairs.
    [[nodiscard]] static Result<std::unique_ptr<CardClient>> open(
        Link& link, const Scp03KeySet& keys, const RandomSource& random = systemRandom());

    /// Shakes hands, through the channel that is open where one is (SEC-9): a half-sent message stays. NotAllowed, with
    /// nothing sent, when the card's policy does not accept the method or level from the role (SEC-6); else as
    /// shakeHands(); Security when the certificate names another card than the one that is there, which costs a SYNC
    /// STATUS. Whatever the error, there is no session afterwards: the application is selected again.
    Result<void> authenticate(const Credential& credential, HandshakeOptions options);
    /// Ends the session by selecting the application again.
    Result<void> endSession();

    /// Is told everything that goes through the channel, unprotected.
    void setPlainTap(PlainTap tap) { m_plain = std::move(tap); }

    [[nodiscard]] const CardDiscovery& discovery() const { return m_discovery; }
    /// Of the session that is open or was open last.
    [[nodiscard]] const HandshakeFacts& facts() const { return m_facts; }
    /// "SCP03 0x33", empty without a session.
    [[nodiscard]] QString security() const;
    /// Of the session that is open.
    [[nodiscard]] SecurityLevel level() const { return m_channel ? m_channel->level() : SecurityLevel{}; }
    [[nodiscard]] bool isOpen() const { return m_channel && m_channel->isOpen(); }
    /// Command pairs and bytes in both directions since the link was taken over, GET RESPONSE included.
    [[nodiscard]] std::size_t pairs() const { return m_link->pairs; }
    [[nodiscard]] std::size_t bytes() const { return m_link->bytes; }

    [[nodiscard]] Result<Bytes> exchange(ByteView message, const Progress& progress) override;
    [[nodiscard]] Result<SyncStatus> syncStatus();
    /// What changed since `base`; nullopt when the card's journal does not reach back that far.
    [[nodiscard]] Result<std::optional<std::vector<JournalEntry>>> journal(const Epoch& epoch, CardSeq base);
    [[nodiscard]] Result<std::vector<DigestAnswer>> nodeDigests(
        const std::vector<DigestQuestion>& questions, const DigestForm& form);

    // What cards of interface 1.0 do not have: Unsupported (6D00).
    /// What the card lets this session do; kept, so that refusals can be explained. Tells how memory is divided, too.
    /// Where the card takes us for another role than authenticate() was asked for, the session ends: NotAllowed.
    [[nodiscard]] Result<AccessConditions> accessConditions();
    [[nodiscard]] Result<MemoryMap> memory();
    /// A refusal is a result, with its status word and an explanation; an error only where there was no answer.
    [[nodiscard]] Result<MemoryResult> manageMemory(const MemoryRequest& request);
    [[nodiscard]] Result<Owners> owners();
    /// The issuer's policy as the card keeps it (SEC-6), TLV; issuer only.
    [[nodiscard]] Result<Bytes> policy();
    Result<void> putPolicy(ByteView policy);
    /// A key set has all its tries again; NotFound for one that the card does not have. Issuer only.
    Result<void> resetTries(std::uint8_t keyVersion);
    /// New keys of an entity or of the card, or in place of those with that version; issuer only, at a level that
    /// encrypts commands.
    Result<void> putKeys(const Scp03CardConfig& keys);
    /// NotAllowed where the certificate is not this card's.
    Result<void> putKeyPair(const CardKeyPair& pair);
    /// What the accepted key sets have left; nothing from a card that does not tell. Issuer only.
    [[nodiscard]] Result<std::vector<KeySetTries>> keySetTries();
    /// Signs what was said in this session, has the card sign it too, and gives the CMS with both signatures
    /// (SEC-7). `before` is the root's content digest when the session was opened. Unsupported without certificates.
    [[nodiscard]] Result<Bytes> receipt(const CertificateCredential& own, const Digest& before, const QDateTime& time);

    // The card as a DM server (UC1), and its key for approvals (GEN-11).
    /// The device's Initiated Notification: which MOs it wants, none named: all. The card's trigger in answer.
    [[nodiscard]] Result<Bytes> notify(ByteView trigger, const std::vector<std::string>& wanted);
    /// The card's own notification (UC1-A1); nullopt: it wants no session.
    [[nodiscard]] Result<std::optional<Bytes>> pendingNotification();
    /// A message of the device to the card as its DM server, and the card's answer.
    [[nodiscard]] Result<Bytes> converse(ByteView message, const Progress& progress = {});
    /// Whether `signature` (DER) over `hash` is that of the authority key with this reference. NotFound for a key that
    /// the card does not keep.
    [[nodiscard]] Result<bool> verifySignature(std::uint8_t key, ByteView hash, ByteView signature) override;
    // The passwords of the store's DM accounts (GEN-6), for the device alone. NotFound for an account without.
    [[nodiscard]] Result<DmDigest> prove(const KeptProof& proof) override;
    [[nodiscard]] Result<bool> check(const KeptProof& proof, const DmDigest& given) override;
    /// Puts an authority's public key (SubjectPublicKeyInfo, DER) on the card, new or in place of another; issuer only.
    Result<void> putAuthority(std::uint8_t reference, ByteView publicKey);

    /// Of the last accessConditions() of this session.
    [[nodiscard]] const std::optional<AccessConditions>& access() const { return m_access; }
    [[nodiscard]] const Bytes& accessAnswer() const { return m_accessAnswer; } ///< the same as the card said it
    /// As the card told it last in this session.
    [[nodiscard]] const std::optional<MemoryMap>& lastMemory() const { return m_memory; }

private:
    /// Counts what goes over the link.
    struct CountingLink final : Link
    {
        explicit CountingLink(Link& link)
            : inner(&link)
        {
        }
        [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
        [[nodiscard]] Result<void> reset() override { return inner->reset(); }
        [[nodiscard]] Bytes atr() const override { return inner->atr(); }
        [[nodiscard]] bool extendedLength() const override { return inner->extendedLength(); }
        [[nodiscard]] bool isShared() const override { return inner->isShared(); }
        [[nodiscard]] Result<void> claim() override { return inner->claim(); }
        void release() override { inner->release(); }
        Link* inner;
        std::size_t pairs = 0;
        std::size_t bytes = 0;
    };
    /// A command of the application under the channel.
    struct Question
    {
        std::uint8_t ins = 0;
        const char* name = nullptr;
        std::uint8_t p1 = 0;
        std::optional<Right> needs; ///< named when the card says 6982
        std::uint8_t p2 = 0;
        bool secret = false; ///< the data are wiped when they were sent
    };

    CardClient(std::unique_ptr<CountingLink> link, CardDiscovery discovery);
    [[nodiscard]] static Result<CardDiscovery> discover(Link& link);
    /// The answer, whatever its status word; written into the transcript.
    [[nodiscard]] Result<ResponseApdu> ask(const Question& question, Bytes data, const Progress& progress = {});
    /// 9000 or an error that names the command, what the card said and which permission is missing.
    [[nodiscard]] Result<Bytes> command(const Question& question, Bytes data, const Progress& progress = {});
    /// command(), which asks for the access conditions when a refusal is to be explained with them.
    [[nodiscard]] Result<Bytes> dialogue(const Question& question, Bytes data, const Progress& progress);
    /// A DM message with its digest before it; one that was stopped on the way is dropped by the card too.
    [[nodiscard]] Result<Bytes> say(const Question& question, ByteView message, const Progress& progress);
    /// Keeps what the answer says about memory; false where it says nothing.
    bool takeMemory(ByteView answer);
    [[nodiscard]] Error refused(StatusWord sw, const Question& question) const;
    void abortMessage();
    /// Where the card's certificate names a card, it must be this one.
    [[nodiscard]] Result<void> checkCardName();

    std::unique_ptr<CountingLink> m_link;
    std::unique_ptr<SecureChannel> m_channel;
    CardDiscovery m_discovery;
    HandshakeFacts m_facts;
    std::optional<Role> m_as; ///< that the last handshake was asked to be; none: whoever the credential names
    PlainTap m_plain;
    std::optional<AccessConditions> m_access;
    Bytes m_accessAnswer;
    std::optional<MemoryMap> m_memory;
    std::vector<TranscriptEntry> m_transcript; ///< since the handshake, where it has certificates
};

} // namespace dmsc
