// SPDX-License-Identifier: Apache-2.0
// DM sessions with client and server in process: messages a second, and what an MO costs on its way.
#include "cardio/handset/demo_content.h"
#include "cardio/session/client_session.h"
#include "cardio/session/server_session.h"
#include "cardio/session/tree_client.h"
#include "tests/bench/bench.h"

namespace dmsc::bench {

namespace {

constexpr int kPackages = 500;
constexpr int kMos = 20;

/// A tree in memory.
class PlainTree final : public ManagedTree
{
public:
    explicit PlainTree(Tree tree)
        : m_tree(std::move(tree))
    {
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

/// Each package again and again, so often.
CommandSource repeated(const std::vector<syncml::Command>& package, int times)
{
    return [package, left = times](const ClientFacts&,
               const std::vector<CommandAnswer>& answers) mutable -> Result<std::vector<syncml::Command>> {
        for (const CommandAnswer& answer : answers)
            if (!syncml::isSuccess(answer.status))
                return fail(ErrorKind::NotAllowed, syncml::describe(answer.status));
        return left-- > 0 ? package : std::vector<syncml::Command>{};
    };
}

SessionReport run(ManagedTree& device, Encoding encoding, const CommandSource& source)
{
    ServerAccount known;
    DmAccount account;
    account.address = "local";
    LocalServer server(known, {}, [&] { return source; });
    ClientOptions options;
    options.encoding = encoding;
    ClientSession session(device, account, options);
    auto report = must(runClientSession(session, server));
    if (report.end != SessionEnd::Finished)
        throw std::runtime_error("the session did not finish");
    return report;
}

syncml::Command get(const char* uri)
{
    syncml::Command command;
    command.kind = syncml::CommandKind::Get;
    command.items.emplace_back().target.uri = uri;
    return command;
}

/// Adds of a card's access points, TNDS each, under names of their own.
std::vector<syncml::Command> manyMos()
{
    const Tree card = must(demoCardTree());
    const NodeId from = card.children(Tree::root()).front();
    std::vector<syncml::Command> commands;
    for (int i = 0; i < kMos; ++i) {
        Operation add;
        add.kind = Operation::Kind::Add;
        add.uri = must(Uri::parse("./Bench" + std::to_string(i)));
        add.added = takeSubtree(card, from);
        commands.push_back(must(commandFor(add, Tree())));
    }
    return commands;
}

void reportEncoding(Encoding encoding, const std::string& name)
{
    PlainTree device(must(demoHandsetTree()));
    SessionReport session;
    const double ms = cpuMs([&] { session = run(device, encoding, repeated({get("./DevInfo/Man")}, kPackages)); });
    report({.name = "session." + name + ".messages_per_second",
        .value = static_cast<double>(session.messages) / ms * 1e3,
        .unit = "1/s"});

    const SessionReport empty = run(device, encoding, repeated({}, 0));
    const SessionReport copied = run(device, encoding, repeated(manyMos(), 1));
    report({.name = "session." + name + ".bytes_per_mo",
        .value = static_cast<double>(copied.bytes - empty.bytes) / kMos,
        .unit = "bytes"});
    report({.name = "session." + name + ".round_trips",
        .value = static_cast<double>(copied.messages) / 2,
        .unit = "round trips for " + std::to_string(kMos) + " MOs"});
    report({.name = "session." + name + ".frame", .value = static_cast<double>(empty.bytes), .unit = "bytes"});
}

} // namespace

void session()
{
    reportEncoding(Encoding::Xml, "xml");
    reportEncoding(Encoding::Wbxml, "wbxml");
}

} // namespace dmsc::bench
