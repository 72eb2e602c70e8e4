// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/apdu_names.h"
#include "model/decode/window.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dmsc {

/// A command as far as the meaning of its parameters and data depends on it.
struct ApduCommand
{
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    Window p1;
    Window p2;
    Window data;

    [[nodiscard]] std::uint8_t first() const { return p1.at(0); }
    [[nodiscard]] std::uint8_t second() const { return p2.at(0); }
    [[nodiscard]] std::uint16_t parameters() const { return static_cast<std::uint16_t>(p1.at(0) << 8 | p2.at(0)); }
};

/// How the parts of one command are read. Null members: P1 and P2 as numbers, data by kCommonTags.
struct ApduDecoder
{
    /// Adds words and fields to those of P1 and P2.
    using Parameters = void (*)(const ApduCommand& command, Field& p1, Field& p2);
    /// Gives the data field its value in words and the fields inside.
    using Data = void (*)(const ApduCommand& command, const Window& data, Field& field);

    std::uint8_t ins;
    std::uint8_t classes;
    Parameters parameters = nullptr;
    Data data = nullptr;
    Data answer = nullptr;
};

/// Null when no standard here has the instruction in this class.
[[nodiscard]] const ApduDecoder* decoderFor(std::uint8_t cla, std::uint8_t ins);

[[nodiscard]] std::span<const ApduDecoder> uiccDecoders(); ///< ISO 7816-4, ETSI TS 102 221 and 102 222
[[nodiscard]] std::span<const ApduDecoder> toolkitDecoders(); ///< ETSI TS 102 223
[[nodiscard]] std::span<const ApduDecoder> globalPlatformDecoders();
[[nodiscard]] std::span<const ApduDecoder> dmscDecoders(); ///< the DM_SC application

/// Content of a file or an answer whose command does not tell: templates, PKCS#15, access rules, objects, text.
void addContent(const Window& data, Field& field);

} // namespace dmsc
