// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/emulated_handset.h"

#include "cardio/handset/provenance.h"
#include "cardio/session/responder.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

const std::string kUser = "user";
constexpr std::uint64_t kMaxObject = std::uint64_t{64} << 20U;

NodeRule::Access accessFor(AclCommand command)
{
    switch (command) {
    case AclCommand::Add:
        return NodeRule::Add;
    case AclCommand::Delete:
        return NodeRule::Delete;
    case AclCommand::Exec:
        return NodeRule::Exec;
    case AclCommand::Get:
        return NodeRule::Get;
    case AclCommand::Replace:
        break;
    }
    return NodeRule::Replace;
}

PermanentCheck permanentBy(std::shared_ptr<const DescriptionSet> rules)
{
    return [rules = std::move(rules)](const Tree& tree, NodeId node) {
        const NodeRule* rule = rules->ruleFor(tree, node);
        return rule && rule->scope == NodeRule::Scope::Permanent;
    };
}

AccessTypeCheck accessTypeBy(std::shared_ptr<const DescriptionSet> rules)
{
    return [rules = std::move(rules)](const Tree& tree, NodeId node, AclCommand command) {
        const NodeRule* rule = rules->ruleFor(tree, node);
        return !rule || !rule->accessGiven || (rule->access & accessFor(command)) != 0;
    };
}

AddCheck addsBy(std::shared_ptr<const DescriptionSet> rules)
{
    return [rules = std::move(rules)](const Tree& tree, NodeId parent, std::string_view name) {
        const NodeRule* rule = rules->ruleForChild(tree, parent, name);
        if (rule && rule->scope == NodeRule::Scope::Permanent)
            return MayAdd::Nobody;
        return rule && rule->accessGiven && (rule->access & NodeRule::Add) == 0 ? MayAdd::ItsMaker : MayAdd::Everybody;
    };
}

} // namespace

DdfChecks ddfChecksBy(std::shared_ptr<const DescriptionSet> rules)
{
    return {permanentBy(rules), accessTypeBy(rules), addsBy(std::move(rules))};
}

Result<std::unique_ptr<EmulatedHandset>> EmulatedHandset::open(
    const QString& path, HandsetOutside outside, StoreProbe probe)
{
    auto image = HandsetImage::open(path, std::move(probe));
    if (!image)
        return tl::unexpected(image.error());
    return std::unique_ptr<EmulatedHandset>(new EmulatedHandset(std::move(*image), std::move(outside)));
}

EmulatedHandset::EmulatedHandset(HandsetImage image, HandsetOutside outside)
    : m_image(std::move(image))
    , m_outside(std::move(outside))
    , m_managed(*this)
    , m_objects(kMaxObject)
{
}

Digest EmulatedHandset::content()
{
    m_image.tree().refreshDigests();
    return *m_image.tree().contentDigest(Tree::root());
}

Result<void> EmulatedHandset::Managed::commit(TreeEditor& editor, const std::string& owner)
{
    takeOverFromCards(editor, owner);
    HandsetImage& image = m_handset->m_image;
    auto committed = image.commit(editor, owner, earlierAfter(image.earlier(), editor, owner));
    if (m_handset->m_outside.committed)
        m_handset->m_outside.committed(committed.has_value());
    return committed;
}

Result<Bytes> EmulatedHandset::exchange(ByteView message, const Progress& progress)
{
    if (progress && !progress(0, message.size()))
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("EmulatedHandset", "stopped before it began"));
    ExecutorOptions options;
    options.permanent = m_outside.ddf.permanent;
    options.objects = &m_objects;
    TreeEditor editor = m_managed.edit(kUser);
    return respond(message, editor, options, [this](TreeEditor& done) { return m_managed.commit(done, kUser); });
}

} // namespace dmsc
