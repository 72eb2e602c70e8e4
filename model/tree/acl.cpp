// SPDX-License-Identifier: Apache-2.0
#include "model/tree/acl.h"

#include "model/tree/limits.h"
#include "model/tree/tree.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::array<std::string_view, std::size(kAclCommands)> kCommandNames = {
    "Add", "Delete", "Exec", "Get", "Replace"};

tl::unexpected<Error> bad(std::string_view part)
{
    return fail(ErrorKind::BadValue,
        QCoreApplication::translate("Acl", "an ACL looks like Add=server&Get=*; cannot read \"%1\"")
            .arg(QString::fromUtf8(part.data(), static_cast<qsizetype>(std::min<std::size_t>(part.size(), 120)))));
}

bool isServerId(std::string_view id)
{
    const auto isPart = [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != '=' && c != '&' && c != '+' && c != '*' && c != 0x7f;
    };
    return id == "*" || (!id.empty() && std::all_of(id.begin(), id.end(), isPart));
}

/// Calls `use` for each part of `text` between separators; stops when it says no.
template <class Use> bool eachPart(std::string_view text, char separator, Use use)
{
    while (true) {
        const std::size_t end = text.find(separator);
        if (!use(text.substr(0, end)))
            return false;
        if (end == std::string_view::npos)
            return true;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string_view aclCommandName(AclCommand command)
{
    return kCommandNames[static_cast<std::size_t>(command)];
}

Result<Acl> Acl::parse(std::string_view text)
{
    Acl acl;
    if (text.empty())
        return acl;
    if (text.size() > limits::kMaxAclBytes)
        return bad(text);
    const bool good = eachPart(text, '&', [&](std::string_view entry) {
        const std::size_t equals = entry.find('=');
        const auto name = std::find(kCommandNames.begin(), kCommandNames.end(), entry.substr(0, equals));
        if (equals == std::string_view::npos || name == kCommandNames.end())
            return false;
        const auto command = static_cast<AclCommand>(name - kCommandNames.begin());
        return acl.servers(command).empty() && eachPart(entry.substr(equals + 1), '+', [&](std::string_view server) {
            if (!isServerId(server))
                return false;
            acl.grant(command, std::string(server));
            return true;
        });
    });
    if (!good)
        return bad(text);
    return acl;
}

bool Acl::empty() const
{
    return std::all_of(m_servers.begin(), m_servers.end(), [](const auto& servers) { return servers.empty(); });
}

const std::vector<std::string>& Acl::servers(AclCommand command) const
{
    return m_servers[static_cast<std::size_t>(command)];
}

bool Acl::allows(AclCommand command, std::string_view server) const
{
    const auto& list = servers(command);
    return std::any_of(list.begin(), list.end(), [&](const std::string& id) { return id == "*" || id == server; });
}

void Acl::grant(AclCommand command, std::string server)
{
    auto& list = m_servers[static_cast<std::size_t>(command)];
    if (server == "*")
        list = {std::move(server)};
    else if (!allows(command, server))
        list.push_back(std::move(server));
}

void Acl::removeServer(std::string_view server)
{
    for (auto& list : m_servers)
        std::erase(list, server);
}

std::string Acl::text() const
{
    std::string out;
    for (const AclCommand command : kAclCommands) {
        const auto& list = servers(command);
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i == 0)
                out.append(out.empty() ? "" : "&").append(aclCommandName(command)).append("=");
            out.append(i == 0 ? "" : "+").append(list[i]);
        }
    }
    return out;
}

EffectiveAcl effectiveAcl(const Tree& tree, NodeId node)
{
    while (true) {
        const std::string_view own = tree.acl(node);
        if (!own.empty())
            return {std::string(own), node};
        if (node == Tree::root())
            return {std::string(kDefaultRootAcl), node};
        node = tree.parent(node);
    }
}

} // namespace dmsc
