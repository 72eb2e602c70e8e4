// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QString;

namespace dmsc {

/// What is waited for, in words; empty when it has come. Called in a thread of its own.
using WaitingSink = std::function<void(const QString& what)>;

} // namespace dmsc
