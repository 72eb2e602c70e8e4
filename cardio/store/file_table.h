// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <cstdint>
#include <map>
#include <vector>

namespace dmsc {

class Database;

/// One file of a card as its image keeps it. What the bytes mean is the card's affair.
struct StoredFile
{
    std::uint32_t id = 0; ///< from 1
    std::uint32_t parent = 0; ///< 0: none
    Bytes parameters;
    Bytes content;
    friend bool operator==(const StoredFile&, const StoredFile&) = default;
};

struct FileChanges
{
    std::vector<StoredFile> put; ///< new or in place of the one with that id
    std::vector<std::uint32_t> removed;
};

/// The table `files` of a card's image. A sum over all rows, which stands in the image's header entries, finds damage.
class FileTable
{
public:
    /// All rows; none where the image has no such table yet. Damaged when they do not agree with `sum`.
    [[nodiscard]] static Result<std::vector<StoredFile>> read(Database& database, const Bytes& sum);

    /// Takes note of the rows as they are in the image.
    void remember(const std::vector<StoredFile>& files);
    /// The sum after the changes.
    [[nodiscard]] Bytes sumAfter(const FileChanges& changes) const;
    /// Within a transaction of the image.
    [[nodiscard]] static Result<void> write(Database& database, const FileChanges& changes);
    /// The transaction is in the image.
    void done(const FileChanges& changes);

private:
    std::map<std::uint32_t, std::uint64_t> m_sums;
};

} // namespace dmsc
