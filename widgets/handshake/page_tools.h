// SPDX-License-Identifier: Apache-2.0
#pragma once

class QScrollArea;
class QWidget;

namespace dmsc {

/// `content` with a way to scroll where a page is too low for its words; it takes no focus itself.
[[nodiscard]] QScrollArea* scrolled(QWidget* content, QWidget* parent);

} // namespace dmsc
