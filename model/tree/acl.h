// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

class Tree;
enum class NodeId : std::uint32_t;

/// The commands an ACL can grant (TND 8.3.7.1); there is no Copy.
enum class AclCommand : std::uint8_t { Add, Delete, Exec, Get, Replace };
inline constexpr AclCommand kAclCommands[] = {
    AclCommand::Add, AclCommand::Delete, AclCommand::Exec, AclCommand::Get, AclCommand::Replace};

[[nodiscard]] std::string_view aclCommandName(AclCommand command);

/// One ACL value: for each command the server ids that may use it. Empty = inherited.
class Acl
{
public:
    /// Grammar of TND 8.3.7.1: `Add=srvA&Replace=srvA+srvB&Get=*`. The empty text is the empty ACL.
    [[nodiscard]] static Result<Acl> parse(std::string_view text);

    [[nodiscard]] bool empty() const;
    [[nodiscard]] bool allows(AclCommand command, std::string_view server) const;
    [[nodiscard]] const std::vector<std::string>& servers(AclCommand command) const;
    void grant(AclCommand command, std::string server);
    void removeServer(std::string_view server); ///< what a removed account leaves behind (TND 8.3.7.1.4)
    [[nodiscard]] std::string text() const; ///< commands in alphabetical order, `*` alone where it occurs

    friend bool operator==(const Acl&, const Acl&) = default;

private:
    std::array<std::vector<std::string>, std::size(kAclCommands)> m_servers;
};

/// The ACL that counts for a node and the node it is written at: the nearest one not empty, whole, never merged.
struct EffectiveAcl
{
    std::string text;
    NodeId from;
};
[[nodiscard]] EffectiveAcl effectiveAcl(const Tree& tree, NodeId node);

/// What the root has when nobody wrote an ACL (TND 8.3.7.1.2).
inline constexpr std::string_view kDefaultRootAcl = "Add=*&Get=*";

} // namespace dmsc
