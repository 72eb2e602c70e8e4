// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"
#include "model/trace/masked_row.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace dmsc {

/// One thing that a session did to a tree.
struct TraceChange
{
    QString kind; ///< "Add", "Replace", "Delete", ... or what a row of the plan is named
    QString node; ///< URI
    QString before; ///< empty: the recording does not have it
    QString after;
    QString status;
};

/// Reads rows in their order and tells what they changed. What a node held before is known where an earlier message
/// brought its value.
class ChangeTracker
{
public:
    [[nodiscard]] std::vector<TraceChange> changesOf(const MaskedRow& row);

private:
    void addCommands(const std::vector<syncml::Command>& commands, const std::vector<syncml::Command>& answers,
        std::vector<TraceChange>& changes);
    void addItem(const syncml::Command& command, const syncml::Item& item, const QString& status,
        std::vector<TraceChange>& changes);
    void learn(const std::vector<syncml::Command>& answers);
    void know(const std::string& uri, const QString& value);

    std::map<std::string, QString> m_values; ///< that nodes are known to have
};

} // namespace dmsc
