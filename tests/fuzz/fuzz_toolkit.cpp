// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/toolkit_prompt.h"
#include "model/uicc/toolkit_text.h"

#include <cstdlib>

using namespace dmsc;

namespace {

void fuzzCommand(ByteView input)
{
    const auto command = parseProactiveCommand(input);
    if (!command)
        return;
    const auto prompt = promptFor(*command, {});
    TerminalResponse response = responseWithoutAsking(*command);
    if (prompt) {
        const QString text = command->defaultText.isEmpty() ? QStringLiteral("1") : command->defaultText;
        response = responseTo(*command, *prompt, {PromptAnswer::Verdict::Yes, text, {1}, {}});
    }
    // Whatever was asked for, the answer can be written and is read as the same.
    const auto bytes = encode(response);
    if (!bytes)
        std::abort();
    const auto back = parseTerminalResponse(*bytes);
    if (!back || back->result != response.result || back->text != response.text || back->item != response.item)
        std::abort();
}

void fuzzText(ByteView input)
{
    (void)decodeAlpha(input);
    if (input.empty())
        return;
    const auto text = decodeText(input[0], input.subspan(1));
    if (text && fitsGsmAlphabet(*text)) {
        const auto again = encodeText(TextCoding::Unpacked, *text);
        if (again && decodeText(0x04, *again) != text)
            std::abort();
    }
}

} // namespace

/// First byte: a command, a response or a text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const ByteView input(data + 1, size - 1);
    switch (data[0] % 3) {
    case 0:
        fuzzCommand(input);
        break;
    case 1:
        (void)parseTerminalResponse(input);
        break;
    default:
        fuzzText(input);
        break;
    }
    return 0;
}
