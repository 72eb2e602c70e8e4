// SPDX-License-Identifier: Apache-2.0
// A DM server's messages at a client's session on a small tree: the first byte chooses encoding, dialect, proofs and
// the user's answers; then 2-byte lengths and messages.
#include "cardio/session/client_session.h"
#include "cardio/session/scripted_user.h"

#include <algorithm>
#include <cstdlib>

using namespace dmsc;

namespace {

class MemoryTree final : public ManagedTree
{
public:
    MemoryTree()
    {
        (void)m_tree.setAcl(Tree::root(), "Add=*&Delete=*&Exec=*&Get=*&Replace=*");
        NodeData mo;
        mo.name = "MO";
        const auto id = m_tree.add(Tree::root(), mo);
        NodeData leaf;
        leaf.name = "Leaf";
        leaf.format = Format::Chr;
        leaf.value = "value";
        (void)m_tree.add(*id, leaf);
    }
    [[nodiscard]] const Tree& tree() const override { return m_tree; }
    [[nodiscard]] const OwnerLedger* ledger() const override { return nullptr; }
    [[nodiscard]] TreeEditor edit(const std::string& /*owner*/) override { return TreeEditor(m_tree); }
    Result<void> commit(TreeEditor& editor, const std::string& /*owner*/) override
    {
        (void)editor.take();
        return {};
    }

private:
    Tree m_tree;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::uint8_t choice = data[0];
    MemoryTree tree;
    ScriptedUser user(choice & 4U ? PromptAnswer::Verdict::Yes : PromptAnswer::Verdict::No);
    DmAccount account;
    account.serverId = "srv";
    if (choice & 8U)
        account.client = {AuthScheme::Md5, "user", "secret", {}};
    if (choice & 16U)
        account.server = {AuthScheme::Basic, "srv", "secret", {}};
    ClientOptions options;
    options.encoding = choice & 1U ? Encoding::Xml : Encoding::Wbxml;
    options.dialect = choice & 2U ? Dialect::Windows : Dialect::Oma;
    options.replay = true;
    options.user = &user;
    ClientSession session(tree, account, options);
    if (!session.start())
        std::abort();
    ByteView rest(data + 1, size - 1);
    while (rest.size() > 2 && session.end() == SessionEnd::Running) {
        const std::size_t wanted = static_cast<std::size_t>(rest[0]) << 8U | rest[1];
        const ByteView bytes = rest.subspan(2, std::min(wanted, rest.size() - 2));
        rest = rest.subspan(2 + bytes.size());
        DmPacket packet;
        packet.body.assign(bytes.begin(), bytes.end());
        const auto answer = session.receive(packet);
        // What the client says can be read.
        if (answer && *answer && !decodePacket(**answer))
            std::abort();
    }
    return 0;
}
