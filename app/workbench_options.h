// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/window/window_options.h"

#include <optional>

namespace dmsc {

/// The command line of dmsc-workbench.
struct WorkbenchOptions
{
    WindowOptions window;
    QString language; ///< "en", "de"; empty: as last time
    std::optional<QString> tour; ///< folder for the pictures
    bool reportPaint = false; ///< say when the first paint is done
    QString message; ///< help, version or what is wrong: to be printed, and nothing else done
    int exitCode = 0;
};

[[nodiscard]] WorkbenchOptions parseWorkbenchOptions(int argc, char** argv);

} // namespace dmsc
