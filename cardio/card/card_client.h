// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/node_digests.h"
#include "cardio/channel/scp03_host.h"
#include "cardio/link/link.h"
#include "cardio/session/message_link.h"
#include "cardio/store/card_image.h"

#include <memory>
#include <optional>

namespace dmsc {

/// What SELECT tells about a card's DM_SC application (GEN-12).
struct CardDiscovery
{
    std::uint8_t versionMajor = 0;
    std::uint8_t versionMinor = 0;
    std::uint8_t leastLevel = 0; ///< of SCP03
    bool extendedLength = false;
};

/// One answer to "what has changed?" (GEN-5).
struct SyncStatus
{
    Epoch epoch{};
    CardSeq seq{};
    CardSeq oldest{}; ///< the journal leads from here to seq
    Digest content{}; ///< of the root
    Digest acl{};
    std::uint64_t memorySize = 0;
    std::uint64_t memoryUsed = 0;
    std::uint64_t memoryFree = 0;
    std::uint64_t nodes = 0;
    std::string iccid;
};

/// The host's end of the DM_SC application on one link: select, handshake, then messages and the compact commands, all
/// through the secure channel. Used by one thread at a time; the link outlives it.
class CardClient final : public MessageLink
{
public:
    /// SELECT and SCP03 at level 0x33: three command pairs. Unsupported for a card without the application or of
    /// another version, Security for wrong keys.
    [[nodiscard]] static Result<std::unique_ptr<CardClient>> open(
        Link& link, const Scp03KeySet& keys, const RandomSource& random = systemRandom());

    [[nodiscard]] const CardDiscovery& discovery() const { return m_discovery; }
    [[nodiscard]] const Scp03Handshake& handshake() const { return m_channel.handshake(); }
    /// "SCP03 0x33"
    [[nodiscard]] QString security() const;
    [[nodiscard]] bool isOpen() const { return m_channel.isOpen(); }
    /// Command pairs since the link was taken over, GET RESPONSE included.
    [[nodiscard]] std::size_t pairs() const { return m_link->pairs; }

    [[nodiscard]] Result<Bytes> exchange(ByteView message, const Progress& progress) override;
    [[nodiscard]] Result<SyncStatus> syncStatus();
    /// What changed since `base`; nullopt when the card's journal does not reach back that far.
    [[nodiscard]] Result<std::optional<std::vector<JournalEntry>>> journal(const Epoch& epoch, CardSeq base);
    [[nodiscard]] Result<std::vector<DigestAnswer>> nodeDigests(
        const std::vector<DigestQuestion>& questions, const DigestForm& form);

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
        Link* inner;
        std::size_t pairs = 0;
    };

    CardClient(std::unique_ptr<CountingLink> link, Scp03Host channel, CardDiscovery discovery);
    [[nodiscard]] static Result<CardDiscovery> select(Link& link);
    /// 9000 or an error that names the command and what the card said.
    [[nodiscard]] Result<Bytes> command(std::uint8_t ins, const char* name, Bytes data, const Progress& progress = {});
    void abortMessage();

    std::unique_ptr<CountingLink> m_link;
    Scp03Host m_channel;
    CardDiscovery m_discovery;
};

} // namespace dmsc
