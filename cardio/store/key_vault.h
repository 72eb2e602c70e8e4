// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/card_handshakes.h"
#include "cardio/store/seal.h"
#include "cardio/store/tree_image.h"

namespace dmsc {

/// Puts the entries of `from` in place of those in `into`, or beside them.
void merge(ImageMeta& into, const ImageMeta& from);

/// How the keys of a card stand among its image's header entries: published test credentials as a label, all others
/// sealed. Takes entries and gives back those to be written; what cannot be opened is as if it were not there.
class KeyVault
{
public:
    explicit KeyVault(Seal seal)
        : m_seal(std::move(seal))
    {
    }

    /// Version 0: the issuer's own, then any.
    [[nodiscard]] std::optional<CardKeySet> keySet(const ImageMeta& meta, std::uint8_t version) const;
    [[nodiscard]] std::optional<CardKeyPair> keyPair(const ImageMeta& meta, std::uint8_t version) const;
    /// keyPair() would give one; costs less.
    [[nodiscard]] bool hasKeyPair(const ImageMeta& meta, std::uint8_t version) const;
    [[nodiscard]] static std::vector<std::uint8_t> keySetVersions(const ImageMeta& meta);
    [[nodiscard]] static std::vector<std::uint8_t> keyPairVersions(const ImageMeta& meta);

    /// New or in place of another; that one's counter goes on, so that no two sessions ever share keys.
    [[nodiscard]] Result<ImageMeta> put(const ImageMeta& meta, const Scp03CardConfig& keys, std::uint8_t tries) const;
    [[nodiscard]] Result<ImageMeta> put(const ImageMeta& meta, const CardKeyPair& pair) const;
    [[nodiscard]] static ImageMeta withCounter(std::uint8_t version, SequenceCounter next);
    [[nodiscard]] static ImageMeta withTries(std::uint8_t version, std::uint8_t tries);

    /// What a new card has: the published test credentials. Nothing of them is secret.
    [[nodiscard]] Result<ImageMeta> published(const ImageMeta& meta, std::uint8_t tries) const;
    /// Entries of an image from before there was a seal, brought over; the keys in clear are overwritten. Nothing when
    /// there are none. With keys of its own the card gets no published ones beside them.
    [[nodiscard]] Result<ImageMeta> broughtOver(const ImageMeta& meta, std::uint8_t tries) const;
    /// The one key set of such an image.
    [[nodiscard]] static std::optional<CardKeySet> oldKeySet(const ImageMeta& meta);

    /// Other secrets of this image.
    [[nodiscard]] Result<Bytes> close(const ImageMeta& meta, ByteView secret, const std::string& entry) const;
    [[nodiscard]] Result<SecretBytes> open(const ImageMeta& meta, ByteView sealed, const std::string& entry) const;
    /// An entry of every new image: what is sealed for one is not for another.
    [[nodiscard]] static Result<ImageMeta> identity(const RandomSource& random);

private:
    [[nodiscard]] std::optional<Scp03CardConfig> readKeySet(const ImageMeta& meta, std::uint8_t version) const;
    [[nodiscard]] std::optional<CardKeyPair> publishedKeyPair(const std::string& label) const;

    Seal m_seal;
    mutable std::map<std::string, CardKeyPair> m_published; ///< by label: reading them takes milliseconds
};

} // namespace dmsc
