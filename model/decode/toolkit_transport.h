// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/tag_table.h"

namespace dmsc::describe {

/// Values of the toolkit's data objects that lead elsewhere (ETSI TS 102 223 8, 3GPP TS 31.111 8).
void asDialledNumber(const Window& value, Field& field); ///< type of number, digits
void asOtherAddress(const Window& value, Field& field); ///< type, IP address
void asBearer(const Window& value, Field& field); ///< type, parameters
void asShortMessage(const Window& value, Field& field); ///< SMS-DELIVER or SMS-SUBMIT (3GPP TS 23.040 9.2)

} // namespace dmsc::describe
