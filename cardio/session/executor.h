// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/dialect.h"
#include "cardio/session/node_access.h"
#include "cardio/session/node_rights.h"
#include "cardio/session/request_uri.h"
#include "cardio/store/tree_editor.h"
#include "model/prompts/prompt.h"
#include "model/syncml/message.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dmsc {

class DeviceHooks;
class LargeObjects;
class UserAgent;

struct ExecutorOptions
{
    std::string server; ///< who commands; empty: the local owner, whom no ACL binds
    std::optional<std::uint64_t> memoryFree; ///< bytes that changes may take (420); not set: no limit
    bool implicitParents = true; ///< Add makes missing parents
    PermanentCheck permanent; ///< empty: every node is dynamic
    AccessTypeCheck accessType; ///< what servers may not do to a node (405); empty: nothing
    AddCheck adds; ///< what servers may not add (405); empty: nothing
    const NodeAccess* access = nullptr; ///< what else binds who commands (425); null: nothing
    WriteLimits* limits = nullptr; ///< what else bounds memory (420); null: nothing
    Dialect dialect = Dialect::Oma;
    UserAgent* user = nullptr; ///< answers user alerts; null: 406
    PromptAsker asker; ///< what prompts say about who commands
    DeviceHooks* hooks = nullptr; ///< the device behind the tree; null: there is none
    LargeObjects* objects = nullptr; ///< collects what comes in chunks; null: 406
    /// Whether the answer to an Atomic fits in one message (517); empty: always.
    std::function<bool(const std::vector<syncml::Command>&)> fits;
};

/// Executes the commands of a DM message on a tree (REPU 4.1.6) and tells how each went: Status, then Results. What was
/// changed collects in the editor; storing it, or taking it back, is the caller's business.
class CommandExecutor
{
public:
    CommandExecutor(TreeEditor& editor, ExecutorOptions options);

    /// The commands of the answer with CmdIDs from 1, that of the SyncHdr first.
    [[nodiscard]] std::vector<syncml::Command> execute(const syncml::Message& message);

private:
    using Status = syncml::StatusCode;
    struct Outcome
    {
        Status status = Status::Ok;
        std::vector<syncml::Item> results; ///< of a Get; what the user entered or chose
    };

    void run(const syncml::Command& command);
    void runItems(const syncml::Command& command);
    /// Nothing when the Item is a chunk that was kept, or refused: then its Status is given.
    [[nodiscard]] std::optional<syncml::Item> wholeItem(const syncml::Command& command, const syncml::Item& item);
    void tellInterrupted(const std::optional<syncml::Item>& object);
    [[nodiscard]] Outcome runItem(const syncml::Command& command, const syncml::Item& item);
    [[nodiscard]] Outcome runOnTree(const syncml::Command& command, const syncml::Item& item);

    // executor_group.cpp
    void runAtomic(const syncml::Command& atomic);
    void runSequence(const syncml::Command& sequence);
    void skip(const syncml::Command& command);
    /// The Item is a chunk of a refused object, or of one that is refused from here on.
    [[nodiscard]] std::optional<Status> chunkRefusal(syncml::CommandKind kind, const syncml::Item& item);
    [[nodiscard]] Outcome runMember(const syncml::Command& member);

    // executor_alert.cpp
    void runAlert(const syncml::Command& alert);
    /// A user alert (PRO 2.5).
    [[nodiscard]] Outcome askUser(const syncml::Command& alert);
    /// What the device itself does at that node; nullopt: it is the tree's business.
    [[nodiscard]] std::optional<Outcome> runHook(const syncml::Command& command, const syncml::Item& item);
    /// The user's or device's consent to a change that the rights allow; nullopt: go on.
    [[nodiscard]] std::optional<Status> refused(
        syncml::CommandKind kind, const Uri& target, const syncml::Item& item) const;

    // executor_get.cpp
    [[nodiscard]] Outcome get(const syncml::Item& item) const;
    [[nodiscard]] Outcome getProperty(const RequestUri& request, NodeId node, const std::string& source) const;
    [[nodiscard]] Outcome getList(const ListRequest& list, NodeId node, const syncml::Item& item) const;
    void listNodes(NodeId node, bool withData, std::vector<syncml::Item>& items) const;
    [[nodiscard]] syncml::Item nodeItem(NodeId node, std::string source) const;

    // executor_change.cpp
    [[nodiscard]] Status add(const syncml::Item& item);
    [[nodiscard]] Status replace(const syncml::Item& item);
    [[nodiscard]] Status rename(NodeId node, const std::string& name);
    [[nodiscard]] Status replaceProperty(NodeId node, NodeProperty property, const syncml::Item& item);
    [[nodiscard]] Status replaceLeaf(NodeId node, const syncml::Item& item);
    [[nodiscard]] Status remove(const syncml::Item& item);
    [[nodiscard]] Status copy(const syncml::Item& item);
    [[nodiscard]] Status exec(const syncml::Item& item) const;
    /// 414, or that there can be no such node.
    [[nodiscard]] Status uriStatus(const Error& error) const;

    // executor_tnds.cpp
    [[nodiscard]] Status addTnds(const Uri& target, const syncml::Item& item);
    [[nodiscard]] Status addBelow(const Uri& target, const Tree& document, NodeId top, const syncml::Item& item);
    [[nodiscard]] Status addTrees(NodeId parent, const Tree& document, const syncml::Item& item);
    [[nodiscard]] Status replaceTnds(NodeId node, const syncml::Item& item);
    [[nodiscard]] Status putLeaf(NodeId node, const NodeData& data);

    /// The parent for a new node at `uri` (of that Type when it is interior), made with its own parents where they are
    /// missing and may be.
    [[nodiscard]] Status prepareParent(const Uri& uri, std::string_view type, NodeId& parent);
    /// What the DDF says of a new node (405); no matter to who stored the parent, but for permanent ones.
    [[nodiscard]] bool isAddable(NodeId parent, std::string_view name) const;
    [[nodiscard]] NodeData ownedByCreator(NodeId parent, NodeData data) const;
    [[nodiscard]] Result<NodeData> leafData(const syncml::Item& item, NodeData data) const;
    /// Whether the command may change what accounts are called: then they are compared.
    [[nodiscard]] bool mayName(const syncml::Item& item) const;
    /// What came of the tree is more than may be stored.
    [[nodiscard]] std::optional<Shortage> shortage() const;
    /// 404, or 425 when who commands may not even know that there is nothing.
    [[nodiscard]] Status missing(const Uri& uri) const;
    [[nodiscard]] bool sees(NodeId node) const { return !m_options.access || m_options.access->sees(node); }
    [[nodiscard]] bool reads(NodeId node) const { return !m_options.access || m_options.access->reads(node); }
    [[nodiscard]] bool lists(NodeId node) const
    {
        return allows(node, AclCommand::Get) && isFor(node, AclCommand::Get) && sees(node)
            && (tree().isInterior(node) || reads(node));
    }
    /// Its AccessType; no matter to who stored the node.
    [[nodiscard]] bool isFor(NodeId node, AclCommand command) const;
    [[nodiscard]] bool mayReplace(NodeId node) const
    {
        return allows(node, AclCommand::Replace) && (!m_options.access || m_options.access->writes(node));
    }
    [[nodiscard]] bool mayAdd(NodeId parent, std::string_view name, std::string_view type) const
    {
        return allows(parent, AclCommand::Add) && (!m_options.access || m_options.access->adds(parent, name, type));
    }
    [[nodiscard]] bool isPermanent(NodeId node) const;
    [[nodiscard]] bool allows(NodeId node, AclCommand command) const { return m_rights.allows(node, command); }
    [[nodiscard]] const Tree& tree() const { return m_editor->tree(); }

    syncml::Command& answer(syncml::CommandKind kind);
    void status(const syncml::Command& command, Status code, const syncml::Item* item = nullptr,
        std::vector<syncml::Item> said = {});
    void results(const syncml::Command& command, std::vector<syncml::Item> items);

    TreeEditor* m_editor;
    ExecutorOptions m_options;
    NodeRights m_rights;
    UriLimits m_limits;
    syncml::MessageId m_message = syncml::MessageId::None;
    std::vector<syncml::Command> m_answers;
    std::optional<Shortage> m_shortage; // of the last command
    bool m_declined = false; // by the user, in the last command
    bool m_hooked = false; // the device itself carried the last command out: it cannot be taken back
};

/// The status code for an error of the tree or of a document.
[[nodiscard]] syncml::StatusCode statusFor(const Error& error);
[[nodiscard]] bool isTnds(const syncml::Item& item);
/// Meta Size against what came (GEN-19); 424 otherwise.
[[nodiscard]] bool sizeAgrees(const syncml::Item& item);

} // namespace dmsc
