// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/node_digests.h"

#include "cardio/card/card_interface.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

Bytes shortened(const Digest& digest, std::size_t size)
{
    return {digest.begin(), digest.begin() + static_cast<std::ptrdiff_t>(size)};
}

std::uint8_t kindByte(const Tree& tree, NodeId node)
{
    return tree.isInterior(node) ? 1 : 0;
}

tl::unexpected<Error> badDigests()
{
    return fail(
        ErrorKind::Syntax, QCoreApplication::translate("NodeDigests", "an answer about digests cannot be read"));
}

} // namespace

Bytes subtreeDigest(const Tree& tree, NodeId node, const DigestForm& form, Hasher& hasher)
{
    const Digest content = tree.computeContentDigest(node, hasher);
    const Digest acl = tree.computeAclDigest(node, hasher);
    hasher.begin();
    hasher.add(textOf(form.salt));
    hasher.add(textOf(content));
    hasher.add(textOf(acl));
    return shortened(hasher.end(), form.size);
}

Bytes ownDigest(const Tree& tree, NodeId node, const DigestForm& form, Hasher& hasher)
{
    hasher.begin();
    hasher.add(textOf(form.salt));
    hasher.addText(tree.type(node));
    hasher.addText(tree.title(node));
    hasher.addText(tree.acl(node));
    return shortened(hasher.end(), form.size);
}

Bytes namesDigest(const Tree& tree, NodeId node, Hasher& hasher)
{
    hasher.begin();
    for (const NodeId below : tree.children(node)) {
        hasher.addByte(kindByte(tree, below));
        hasher.addText(tree.name(below));
    }
    return shortened(hasher.end(), kNamesDigestSize);
}

DigestAnswer answerDigests(const Tree& tree, const DigestQuestion& question, const DigestForm& form)
{
    DigestAnswer answer;
    const NodeId node = tree.find(question.uri);
    if (node == kNoNode || !tree.isInterior(node))
        return answer;
    Hasher hasher;
    answer.found = true;
    answer.own = ownDigest(tree, node, form, hasher);
    answer.namesAgree = !question.namesDigest.empty() && question.namesDigest == namesDigest(tree, node, hasher);
    for (const NodeId below : tree.children(node))
        answer.children.push_back({answer.namesAgree ? std::string() : std::string(tree.name(below)),
            tree.isInterior(below), subtreeDigest(tree, below, form, hasher)});
    return answer;
}

Bytes encodeQuestions(const std::vector<DigestQuestion>& questions, const DigestForm& form)
{
    TlvWriter writer;
    writer.addNumber(card::tag::kDigestSize, form.size);
    writer.add(card::tag::kSalt, form.salt);
    for (const DigestQuestion& question : questions) {
        writer.add(card::tag::kUri, viewOf(question.uri.text()));
        if (!question.namesDigest.empty())
            writer.add(card::tag::kNamesDigest, question.namesDigest);
    }
    return writer.take();
}

Result<DigestQuestions> decodeQuestions(ByteView bytes)
{
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    DigestQuestions all;
    all.form.size = 0;
    for (const Tlv& tlv : *tlvs) {
        if (tlv.tag == card::tag::kDigestSize && tlv.value.size() == 1) {
            all.form.size = tlv.value.front();
        } else if (tlv.tag == card::tag::kSalt && tlv.value.size() <= kMaxSaltSize) {
            all.form.salt.assign(tlv.value.begin(), tlv.value.end());
        } else if (tlv.tag == card::tag::kUri) {
            auto uri = Uri::parse(textOf(tlv.value));
            if (!uri)
                return tl::unexpected(uri.error());
            all.questions.push_back({std::move(*uri), {}});
        } else if (tlv.tag == card::tag::kNamesDigest && !all.questions.empty()
            && tlv.value.size() == kNamesDigestSize) {
            all.questions.back().namesDigest.assign(tlv.value.begin(), tlv.value.end());
        } else {
            return badDigests();
        }
    }
    if (all.form.size != 2 && all.form.size != 4 && all.form.size != 8)
        return badDigests();
    return all;
}

Bytes encodeAnswers(const std::vector<DigestAnswer>& answers)
{
    TlvWriter writer;
    for (const DigestAnswer& answer : answers) {
        if (!answer.found) {
            writer.add(card::tag::kNoSuchNode, ByteView());
            continue;
        }
        Bytes children;
        for (const ChildDigest& child : answer.children) {
            if (!answer.namesAgree) {
                children.push_back(child.interior ? 1 : 0);
                children.push_back(static_cast<std::uint8_t>(child.name.size() >> 8U));
                children.push_back(static_cast<std::uint8_t>(child.name.size() & 0xFFU));
                children.insert(children.end(), child.name.begin(), child.name.end());
            }
            children.insert(children.end(), child.digest.begin(), child.digest.end());
        }
        TlvWriter node;
        node.add(card::tag::kOwnDigest, answer.own);
        node.add(answer.namesAgree ? card::tag::kChildDigests : card::tag::kChildren, children);
        writer.add(card::tag::kNode, node);
    }
    return writer.take();
}

namespace {

bool readDigestsOnly(ByteView bytes, std::size_t size, DigestAnswer& answer)
{
    if (bytes.size() % size != 0)
        return false;
    for (; !bytes.empty(); bytes = bytes.subspan(size))
        answer.children.push_back({{}, false, Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size))});
    return true;
}

bool readChildren(ByteView bytes, std::size_t size, DigestAnswer& answer)
{
    while (!bytes.empty()) {
        if (bytes.size() < 3)
            return false;
        const std::size_t length = (std::size_t{bytes[1]} << 8U) | bytes[2];
        if (bytes[0] > 1 || bytes.size() - 3 < length || bytes.size() - 3 - length < size)
            return false;
        ChildDigest child{std::string(textOf(bytes.subspan(3, length))), bytes[0] == 1, {}};
        const ByteView digest = bytes.subspan(3 + length, size);
        child.digest.assign(digest.begin(), digest.end());
        if (!checkName(child.name))
            return false;
        answer.children.push_back(std::move(child));
        bytes = bytes.subspan(3 + length + size);
    }
    return true;
}

Result<DigestAnswer> decodeAnswer(const Tlv& tlv, const DigestForm& form)
{
    DigestAnswer answer;
    if (tlv.tag == card::tag::kNoSuchNode)
        return answer;
    const auto parts = childrenOf(tlv);
    if (tlv.tag != card::tag::kNode || !parts)
        return badDigests();
    const auto own = findTlv(*parts, card::tag::kOwnDigest);
    const auto digests = findTlv(*parts, card::tag::kChildDigests);
    const auto children = findTlv(*parts, card::tag::kChildren);
    if (!own || own->value.size() != form.size || digests.has_value() == children.has_value())
        return badDigests();
    answer.found = true;
    answer.own.assign(own->value.begin(), own->value.end());
    answer.namesAgree = digests.has_value();
    const bool read =
        digests ? readDigestsOnly(digests->value, form.size, answer) : readChildren(children->value, form.size, answer);
    if (!read)
        return badDigests();
    return answer;
}

} // namespace

Result<std::vector<DigestAnswer>> decodeAnswers(ByteView bytes, std::size_t count, const DigestForm& form)
{
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    if (tlvs->size() != count)
        return badDigests();
    std::vector<DigestAnswer> answers;
    for (const Tlv& tlv : *tlvs) {
        auto answer = decodeAnswer(tlv, form);
        if (!answer)
            return tl::unexpected(answer.error());
        answers.push_back(std::move(*answer));
    }
    return answers;
}

} // namespace dmsc
