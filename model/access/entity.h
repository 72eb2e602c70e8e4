// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Who may do what on a card, as values: CARD-INTERFACE.md, sections 3 and 12 to 14.
namespace dmsc {

/// What an entity is to the card; the numbers are those of the card's interface.
enum class Role : std::uint8_t { Issuer = 0x01, Device = 0x02, Dms = 0x03, Application = 0x04 };
inline constexpr int kRoleCount = 4;
inline constexpr std::array kRoles = {Role::Issuer, Role::Device, Role::Dms, Role::Application};

/// How card and entity prove who they are (GlobalPlatform Amendments D and F); the numbers are the interface's.
enum class HandshakeMethod : std::uint8_t {
    Scp03 = 0x03, ///< a shared set of AES keys
    Scp11a = 0x1A, ///< certificates on both sides
    Scp11b = 0x1B, ///< the card's certificate alone
    Scp11c = 0x1C, ///< certificates on both sides, the card with its static key
};
inline constexpr int kMethodCount = 4;

/// Bits of what may be done; the numbers are the interface's.
enum class Right : std::uint8_t {
    Explore = 0x01, ///< see names and structure
    Read = 0x02, ///< Get values
    Write = 0x04, ///< Add, Replace, Copy
    Delete = 0x08,
    Memory = 0x10, ///< manage its own grant
    Others = 0x20, ///< the above also with what another entity stored
};
struct Rights
{
    std::uint8_t bits = 0;
    [[nodiscard]] bool has(Right right) const { return (bits & static_cast<std::uint8_t>(right)) != 0; }
    friend bool operator==(const Rights&, const Rights&) = default;
};
inline constexpr Rights kAllRights{0x3F};

/// Rights on a part of the store: the subtree at `uri`, or every MO of `moType` where `uri` is empty.
struct ScopedRights
{
    Rights rights;
    std::string uri; ///< "." is the whole store
    std::string moType; ///< the Type of the MO's root
    friend bool operator==(const ScopedRights&, const ScopedRights&) = default;
};

/// What the card answers after a handshake (UC2-N step 5): who it takes the other side for, and what that may do.
struct AccessConditions
{
    std::string entity; ///< "issuer", "device", "dms", ...
    Role role = Role::Issuer;
    HandshakeMethod method = HandshakeMethod::Scp03;
    std::uint8_t level = 0; ///< SecurityLevel
    std::string credential; ///< "key version 30", or the certificate's subject
    std::vector<ScopedRights> conditions;
    friend bool operator==(const AccessConditions&, const AccessConditions&) = default;
};

/// A method that the card's policy accepts from a role, told by SELECT before anything is proved (GEN-12, SEC-6).
struct OfferedMethod
{
    Role role = Role::Issuer;
    HandshakeMethod method = HandshakeMethod::Scp03;
    std::uint8_t leastLevel = 0; ///< SecurityLevel
    std::vector<std::uint8_t> keyVersions; ///< SCP03: of the entities' key sets; SCP11: of the card's own keys
    friend bool operator==(const OfferedMethod&, const OfferedMethod&) = default;
};

[[nodiscard]] QString roleName(Role role); ///< "DM server", in the user's language
[[nodiscard]] QString roleWord(Role role); ///< "issuer", "device", "dms", "application": never translated
[[nodiscard]] std::optional<Role> roleOf(QStringView word); ///< the same words
[[nodiscard]] QString methodName(HandshakeMethod method); ///< "SCP11a"
[[nodiscard]] std::optional<HandshakeMethod> methodOf(QStringView word); ///< "scp11a", any case
[[nodiscard]] std::optional<Role> roleOf(std::uint8_t number);
[[nodiscard]] std::optional<HandshakeMethod> methodOf(std::uint8_t number);
/// "explore, read, write", in the user's language; "nothing" for none.
[[nodiscard]] QString rightsText(Rights rights);

} // namespace dmsc
