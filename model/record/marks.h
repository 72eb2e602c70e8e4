// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_no.h"

#include <QString>

#include <map>

namespace dmsc {

/// Rows that somebody marked, each with a comment that may be empty.
using Marks = std::map<RecordNo, QString>;

} // namespace dmsc
