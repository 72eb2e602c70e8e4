// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"

namespace dmsc {

/// Gives the field of a finished element the value in words that its place gives it: the code in a Status or Alert,
/// the node that an Item or a command is about, the name of a TNDS Node. `parent` is the name of the element around.
void explain(Field& element, const QString& parent);

} // namespace dmsc
