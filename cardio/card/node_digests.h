// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/tree/tree.h"

#include <string>
#include <vector>

namespace dmsc {

/// How digests are shortened for the way: salted, so that who chooses values cannot make two look alike twice.
struct DigestForm
{
    std::size_t size = 4; ///< 2, 4 or 8 bytes
    Bytes salt; ///< at most 16 bytes
};
inline constexpr std::size_t kMaxSaltSize = 16;
inline constexpr std::size_t kNamesDigestSize = 4;

/// What is asked about one interior node.
struct DigestQuestion
{
    Uri uri;
    Bytes namesDigest; ///< of the children that the asker knows; empty: wants their names
};

struct ChildDigest
{
    std::string name;
    bool interior = false;
    Bytes digest;
};

/// What is answered about it.
struct DigestAnswer
{
    bool found = false;
    Bytes own; ///< of the node's own properties
    bool namesAgree = false; ///< then `children` are in the asker's order and without names
    std::vector<ChildDigest> children;
};

// The digests themselves; card and host compute them alike. The exact input is in CARD-INTERFACE.md.

/// Of everything below and in the node, contents and ACLs.
[[nodiscard]] Bytes subtreeDigest(const Tree& tree, NodeId node, const DigestForm& form, Hasher& hasher);
/// Of an interior node's Type, Title and ACL.
[[nodiscard]] Bytes ownDigest(const Tree& tree, NodeId node, const DigestForm& form, Hasher& hasher);
/// Of the names and kinds of a node's children.
[[nodiscard]] Bytes namesDigest(const Tree& tree, NodeId node, Hasher& hasher);
[[nodiscard]] DigestAnswer answerDigests(const Tree& tree, const DigestQuestion& question, const DigestForm& form);

// The commands' data fields. Whatever comes from the other side is checked.
[[nodiscard]] Bytes encodeQuestions(const std::vector<DigestQuestion>& questions, const DigestForm& form);
struct DigestQuestions
{
    DigestForm form;
    std::vector<DigestQuestion> questions;
};
[[nodiscard]] Result<DigestQuestions> decodeQuestions(ByteView bytes);
[[nodiscard]] Bytes encodeAnswers(const std::vector<DigestAnswer>& answers);
/// Exactly `count` answers, with digests of the form's size.
[[nodiscard]] Result<std::vector<DigestAnswer>> decodeAnswers(
    ByteView bytes, std::size_t count, const DigestForm& form);

} // namespace dmsc
