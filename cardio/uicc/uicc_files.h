// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/status_word.h"
#include "cardio/files/access_rule.h"
#include "cardio/files/fcp.h"
#include "cardio/store/card_image.h"

#include <algorithm>
#include <map>
#include <memory>

namespace dmsc {

/// A file of one card; stays the same as long as the file is there.
enum class FileId : std::uint32_t { None = 0, Mf = 1 };

struct UiccFile
{
    FileId id = FileId::None;
    FileId parent = FileId::None;
    Fcp control; ///< without what follows from content and card: sizes, PINs, free memory
    Bytes content; ///< records one after the other; data objects of a BER-TLV file one after the other
    bool published = false; ///< made from the DM_SC store, not kept and not changed here
    std::map<std::uint16_t, FileId> children; ///< by file id
    std::map<std::uint8_t, FileId> shortIds; ///< of the children

    [[nodiscard]] bool isDirectory() const { return control.isDirectory(); }
    [[nodiscard]] std::uint16_t number() const { return control.fileId.value_or(0); }
};

/// The file system of a card, ETSI TS 102 221 8. Kept in the image: each change is one transaction there before it is
/// one here. An image that has no files yet gets the default ones, written with the first change. The PKCS#15
/// application's files are made from the Management Objects of the store whenever these have changed.
class UiccFiles
{
public:
    /// Bytes for files: content and 32 bytes each.
    static constexpr std::uint64_t kMemory = std::uint64_t{1} << 20U;
    static constexpr std::uint64_t kFileOverhead = 32;

    /// The image must outlive the files. Damaged for files that do not make a file system.
    [[nodiscard]] static Result<std::unique_ptr<UiccFiles>> open(CardImage& image);

    /// Null when there is none (any more).
    [[nodiscard]] const UiccFile* find(FileId id);
    [[nodiscard]] const UiccFile* child(FileId directory, std::uint16_t number);
    [[nodiscard]] const UiccFile* byShortId(FileId directory, std::uint8_t id);
    /// AIDs of the directories that have one, in order of their making.
    [[nodiscard]] std::vector<Bytes> applications() const;
    [[nodiscard]] const UiccFile* application(const Bytes& aid) const;
    /// AID of the directory whose files are made from the store.
    [[nodiscard]] static Bytes publication();
    /// The rules of a file: of its own, expanded or compact, or a record of the EF.ARR that it names, from its
    /// directory upwards.
    [[nodiscard]] std::vector<AccessRule> rules(const UiccFile& file) const;

    /// It, or a directory above it, has come to its end.
    [[nodiscard]] bool isTerminated(const UiccFile& file) const;
    /// Bytes that a file takes of the memory, without what hangs below it.
    [[nodiscard]] static std::uint64_t allocated(const UiccFile& file);
    /// Bytes that the files below a directory take.
    [[nodiscard]] std::uint64_t usedBelow(const UiccFile& directory) const;
    /// Bytes that files in that directory can still take: of its total size where it has one, else of what is above it.
    [[nodiscard]] std::uint64_t roomIn(FileId directory) const;
    [[nodiscard]] std::uint64_t memoryFree() const { return roomIn(FileId::Mf); }

    /// Puts a changed file in place of the old one, or a new one (id None) into its directory. 6A84 without room for
    /// it, 6581 when the image cannot be written; nothing is changed then.
    [[nodiscard]] StatusWord put(UiccFile file);
    /// The file with everything below it.
    [[nodiscard]] StatusWord remove(FileId id);

private:
    explicit UiccFiles(CardImage& image)
        : m_image(&image)
    {
    }
    Result<void> load(const std::vector<StoredFile>& stored);
    Result<void> insert(UiccFile file);
    void erase(FileId id);
    [[nodiscard]] StatusWord save(const FileChanges& changes);
    /// With what hangs below a directory, or is kept for that.
    [[nodiscard]] std::uint64_t taken(const UiccFile& file) const;
    /// Publishes anew what the store holds, if it has changed.
    void refresh();
    [[nodiscard]] static StoredFile stored(const UiccFile& file);

    CardImage* m_image;
    std::map<FileId, UiccFile> m_files;
    FileId m_publication = FileId::None; ///< the PKCS#15 directory
    bool m_isPublished = false;
    CardSeq m_publishedSeq{};
    std::uint64_t m_publishedPolicy = 0; ///< CardImage::policyChanges() then
    bool m_kept = false; ///< the image has files
    std::uint32_t m_nextId = 1; ///< no file ever gets the id of one that is gone: somebody may have that selected
};

} // namespace dmsc
