// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/fetch.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

DigestDescent::DigestDescent(const Tree& copy, DigestForm form)
    : m_copy(&copy)
    , m_form(std::move(form))
{
    ask(Uri(), Tree::root());
}

void DigestDescent::ask(const Uri& uri, NodeId node)
{
    m_questions.push_back({uri, namesDigest(*m_copy, node, m_hasher)});
}

void DigestDescent::take(const std::vector<DigestAnswer>& answers)
{
    const std::vector<DigestQuestion> asked = std::exchange(m_questions, {});
    for (std::size_t i = 0; i < std::min(asked.size(), answers.size()); ++i)
        compare(asked[i].uri, answers[i]);
}

void DigestDescent::compareChild(const Uri& uri, NodeId mine, const ChildDigest& theirs)
{
    const bool alike = mine != kNoNode && m_copy->isInterior(mine) == theirs.interior;
    if (alike && subtreeDigest(*m_copy, mine, m_form, m_hasher) == theirs.digest)
        return;
    if (alike && theirs.interior)
        ask(uri, mine);
    else
        m_subtrees.push_back(uri);
}

void DigestDescent::compare(const Uri& uri, const DigestAnswer& answer)
{
    const NodeId node = m_copy->find(uri);
    const auto mine = m_copy->children(node);
    if (!answer.found || (answer.namesAgree && mine.size() != answer.children.size())) {
        m_subtrees.push_back(uri); // it changed while we looked
        return;
    }
    if (answer.own != ownDigest(*m_copy, node, m_form, m_hasher))
        m_nodes.push_back(uri);
    if (answer.namesAgree) {
        for (std::size_t i = 0; i < mine.size(); ++i) {
            ChildDigest theirs = answer.children[i];
            theirs.interior = m_copy->isInterior(mine[i]);
            compareChild(uri.child(m_copy->name(mine[i])), mine[i], theirs);
        }
        return;
    }
    std::set<std::string_view> names;
    for (const ChildDigest& theirs : answer.children) {
        names.insert(theirs.name);
        compareChild(uri.child(theirs.name), m_copy->child(node, theirs.name), theirs);
    }
    for (const NodeId below : mine)
        if (!names.contains(m_copy->name(below)))
            m_gone.push_back(uri.child(m_copy->name(below)));
}

namespace {

constexpr std::string_view kOwnProperties[] = {"?prop=Type", "?prop=Title", "?prop=ACL"};

tl::unexpected<Error> moved(const Uri& uri)
{
    return fail(ErrorKind::Conflict,
        QCoreApplication::translate("CardReader", "the card's tree changed while it was read"),
        QString::fromStdString(uri.text()));
}

/// The URI or something above it is in the set.
bool isCovered(Uri uri, const std::set<Uri>& subtrees)
{
    while (!subtrees.contains(uri)) {
        if (uri.isRoot())
            return false;
        uri = uri.parent();
    }
    return true;
}

Result<void> putSubtree(TreeEditor& editor, const Uri& uri, const GetAnswer& answer)
{
    const NodeId here = editor.tree().find(uri);
    if (answer.status == syncml::StatusCode::NotFound) {
        return here == kNoNode ? Result<void>() : editor.remove(here);
    }
    const auto document = treeOf(answer, uri.name());
    if (!document)
        return tl::unexpected(document.error());
    const auto tops = document->children(Tree::root());
    const NodeId parent = editor.tree().find(uri.parent());
    if (tops.size() != 1 || parent == kNoNode || uri.isRoot())
        return moved(uri);
    const auto put = here == kNoNode ? editor.addSubtree(parent, uri.name(), *document, tops.front())
                                     : editor.replaceSubtree(here, *document, tops.front());
    return put ? Result<void>() : tl::unexpected(put.error());
}

Result<void> putProperties(TreeEditor& editor, const Uri& uri, std::span<const GetAnswer> answers)
{
    const NodeId node = editor.tree().find(uri);
    if (node == kNoNode)
        return moved(uri);
    std::array<std::string, std::size(kOwnProperties)> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (answers[i].status != syncml::StatusCode::Ok)
            return moved(uri);
        texts[i] = answers[i].items.front().data.value_or(std::string());
    }
    auto set = editor.setType(node, texts[0]);
    if (set && editor.tree().title(node) != texts[1])
        set = editor.setTitle(node, texts[1]);
    if (set && editor.tree().acl(node) != texts[2])
        set = editor.setAcl(node, texts[2]);
    return set;
}

} // namespace

Result<void> fetchInto(TreeClient& client, TreeEditor& editor, const std::set<Uri>& subtrees,
    const std::set<Uri>& nodes, const Progress& progress)
{
    std::vector<Uri> tops;
    std::copy_if(subtrees.begin(), subtrees.end(), std::back_inserter(tops),
        [&](const Uri& uri) { return uri.isRoot() || !isCovered(uri.parent(), subtrees); });
    std::vector<std::string> targets;
    targets.reserve(tops.size());
    for (const Uri& uri : tops)
        targets.push_back(uri.text() + "?list=TNDS");
    for (const Uri& uri : nodes)
        for (const std::string_view property : kOwnProperties)
            targets.push_back(uri.text() + std::string(property));
    if (targets.empty())
        return {};
    const auto answers = client.get(targets, progress);
    if (!answers)
        return tl::unexpected(answers.error());
    for (std::size_t i = 0; i < tops.size(); ++i) {
        const GetAnswer& answer = (*answers)[i];
        if (answer.status != syncml::StatusCode::Ok && answer.status != syncml::StatusCode::NotFound)
            return moved(tops[i]);
        if (auto put = putSubtree(editor, tops[i], answer); !put)
            return put;
    }
    std::size_t next = tops.size();
    for (const Uri& uri : nodes) {
        const std::span<const GetAnswer> three(answers->data() + next, std::size(kOwnProperties));
        next += three.size();
        if (isCovered(uri, subtrees))
            continue;
        if (auto put = putProperties(editor, uri, three); !put)
            return put;
    }
    return {};
}

} // namespace dmsc
