// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/selected_files.h"
#include "model/record/record.h"

#include <map>
#include <tuple>

namespace dmsc {

/// Gives the rows of a session, in their order, the file or application that a command selects, reads, writes or
/// searches as their target. What fetches an answer is about what the command before it was.
class CommandTargets
{
public:
    /// Leaves a target that the row's writer knows, and what is protected.
    void name(Record& record);

private:
    struct Host
    {
        SelectedFiles files;
        QString last; ///< of the command whose answer may still be fetched
    };
    using Way = std::tuple<Layer, Actor, Actor>; ///< relayed commands are rows twice

    std::map<Way, Host> m_hosts;
};

} // namespace dmsc
