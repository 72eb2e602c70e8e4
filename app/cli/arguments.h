// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

#include <span>

namespace dmsc::cli {

[[nodiscard]] std::span<const Command> commands();

struct Invocation
{
    const Command* command = nullptr; ///< null: print `text` and stop
    Arguments arguments;
    std::string text; ///< help or version
};

/// Reads the command line without the program's name.
[[nodiscard]] Result<Invocation> readCommandLine(const QStringList& words);

} // namespace dmsc::cli
