// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk.h"

namespace dmsc {

void Desk::watchReaders(bool /*on*/) { }

void Desk::plug(Side /*side*/) { }

void Desk::unplug(Side /*side*/) { }

} // namespace dmsc
