// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace dmsc {

/// What whoever commands may do to which node of the tree that is being worked on, beside its ACLs (SEC-2, PRV-2).
class NodeAccess
{
public:
    NodeAccess() = default;
    NodeAccess(const NodeAccess&) = delete;
    NodeAccess& operator=(const NodeAccess&) = delete;
    virtual ~NodeAccess() = default;

    /// Stored by who commands: there no ACL binds it.
    [[nodiscard]] virtual bool owns(NodeId node) const = 0;
    /// May know that it is there: by the right to explore, or because it leads to such a node.
    [[nodiscard]] virtual bool sees(NodeId node) const = 0;
    [[nodiscard]] virtual bool reads(NodeId node) const = 0;
    [[nodiscard]] virtual bool writes(NodeId node) const = 0;
    /// The same for everything at and below the node.
    [[nodiscard]] virtual bool writesAll(NodeId node) const = 0;
    [[nodiscard]] virtual bool deletesAll(NodeId node) const = 0;
    /// A node of that name, with that Type when it is interior, below `parent`.
    [[nodiscard]] virtual bool adds(NodeId parent, std::string_view name, std::string_view type) const = 0;
    /// May be told that there is nothing at `uri`.
    [[nodiscard]] virtual bool knowsAbsenceAt(const Uri& uri) const = 0;
};

/// What a change would have needed beyond what may be stored.
struct Shortage
{
    std::uint64_t free = 0; ///< bytes that could have been stored
    std::uint64_t needed = 0; ///< bytes that it would have taken
    std::string entity; ///< whose grant is too small; empty: the one that commands
    std::string moType; ///< the limit for MOs of this Type is what was passed

    /// "free 120, needed 4096[, entity NAME][, type TYPE]": the Data of an Item in a Status 420.
    [[nodiscard]] std::string text() const;
    /// nullopt for a text of another form.
    [[nodiscard]] static std::optional<Shortage> parse(std::string_view text);
    friend bool operator==(const Shortage&, const Shortage&) = default;
};

/// Watches what changes come to in memory (ADM-6, ADM-7).
class WriteLimits
{
public:
    WriteLimits() = default;
    WriteLimits(const WriteLimits&) = delete;
    WriteLimits& operator=(const WriteLimits&) = delete;
    virtual ~WriteLimits() = default;

    /// A command begins.
    virtual void begin() = 0;
    /// What the tree has come to since begin() is more than may be.
    [[nodiscard]] virtual std::optional<Shortage> exceeded() const = 0;
};

} // namespace dmsc
