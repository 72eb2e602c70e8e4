// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/fcp.h"
#include "model/bytes.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace dmsc {

/// A key of VERIFY as SELECT, access rules and PIN commands name it (ETSI TS 102 221 9.5.1 table 9.3).
enum class KeyReference : std::uint8_t { Pin1 = 0x01, Adm1 = 0x0A, UniversalPin = 0x11, SecondPin1 = 0x81 };

/// "PIN 1", "ADM 1", "universal PIN", "second PIN 1", "key 42".
[[nodiscard]] QString keyName(KeyReference key);

/// Bits of an access mode byte for an elementary file, ISO/IEC 7816-4 9.3.2 table 17; for a directory 01 is "delete
/// child", 02 "create EF" and 04 "create DF".
enum class FileAccess : std::uint8_t {
    Read = 0x01,
    Update = 0x02,
    Write = 0x04,
    Deactivate = 0x08,
    Activate = 0x10,
    Terminate = 0x20,
    DeleteSelf = 0x40,
};
inline constexpr FileAccess kDeleteChild = FileAccess::Read;
inline constexpr FileAccess kCreateFile = FileAccess::Update;
inline constexpr FileAccess kCreateDirectory = FileAccess::Write;

/// When something is allowed.
struct AccessCondition
{
    enum class Kind : std::uint8_t { Always, Never, Key, AnyOf, AllOf, NoneOf, Other };
    Kind kind = Kind::Never;
    KeyReference key{}; ///< Kind::Key
    std::vector<AccessCondition> of; ///< AnyOf, AllOf, NoneOf
    Bytes other; ///< Kind::Other: the data object as it stands
    friend bool operator==(const AccessCondition&, const AccessCondition&) = default;

    [[nodiscard]] static AccessCondition always() { return {Kind::Always, {}, {}, {}}; }
    [[nodiscard]] static AccessCondition never() { return {}; }
    [[nodiscard]] static AccessCondition verified(KeyReference key) { return {Kind::Key, key, {}, {}}; }
};

/// What is allowed: a set of FileAccess bits, or commands by the bytes of their header that are given.
struct AccessRule
{
    std::uint8_t modes = 0; ///< FileAccess bits; 0 where `ins` or another header byte is meant
    std::optional<std::uint8_t> cla;
    std::optional<std::uint8_t> ins;
    std::optional<std::uint8_t> p1;
    std::optional<std::uint8_t> p2;
    AccessCondition condition;
    friend bool operator==(const AccessRule&, const AccessRule&) = default;
};

/// Rules in expanded format (ISO/IEC 7816-4 9.3.3): a record of EF.ARR, FF behind it passed over, or the value of AB.
/// Several conditions behind one mode are alternatives.
[[nodiscard]] Result<std::vector<AccessRule>> parseAccessRules(ByteView bytes);
/// Rules in compact format (ISO/IEC 7816-4 9.3.2), the value of 8C: a mode byte and a condition byte for each of its
/// bits. Condition bytes but "always" and "never" name security environments, which do not tell which key it is: Other.
[[nodiscard]] Result<std::vector<AccessRule>> parseCompactRules(ByteView bytes);
/// What stands in a file's parameters themselves: expanded, or compact where no EF.ARR is referenced either. Nothing
/// for what cannot be read.
[[nodiscard]] std::vector<AccessRule> ownRules(const Fcp& fcp);
[[nodiscard]] Bytes encodeAccessRules(const std::vector<AccessRule>& rules);

/// Which keys are verified at the moment.
using KeyState = std::function<bool(KeyReference)>;
/// What is not understood is not satisfied.
[[nodiscard]] bool isSatisfied(const AccessCondition& condition, const KeyState& verified);
/// The condition for a kind of access, or for a command by its INS; never where no rule speaks of it.
[[nodiscard]] AccessCondition conditionFor(const std::vector<AccessRule>& rules, FileAccess access);
[[nodiscard]] AccessCondition conditionFor(const std::vector<AccessRule>& rules, std::uint8_t ins);

/// "always", "never", "PIN 1 verified", "PIN 1 or ADM 1 verified".
[[nodiscard]] QString describe(const AccessCondition& condition);
/// What a rule allows, in words: "read", "update"; "create file" for a directory; "resize" or "command D4".
[[nodiscard]] std::vector<QString> operationsOf(const AccessRule& rule, bool directory);

} // namespace dmsc
