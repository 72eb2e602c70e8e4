// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/masking.h"
#include "model/recording/compare_recordings.h"

#include <string>
#include <vector>

namespace dmsc::cli {

/// Two recordings and how they compare, to be written. Secrets are dots unless shown.
struct ComparisonText
{
    QString leftName;
    QString rightName;
    const Recording& left;
    const Recording& right;
    const ComparedRecordings& compared;
    Secrets secrets = Secrets::Masked;
    std::vector<QString> notes;
};

/// A line a row that is not the same, below it the fields, and the verdict at the end.
[[nodiscard]] std::string asText(const ComparisonText& text);
/// {"left", "right", "same": bool, "counts": {"same", "differs", "onlyLeft", "onlyRight", "notPlayed",
/// "notCompared"}, "notes": [...], "rows":
/// [{"state", "expected", "left": {"no", "name", "target", "status"}, "right", "fields": [{"path", "state", "left",
/// "right", "expected", "why"}]}]}; rows that are the same byte for byte are left out.
[[nodiscard]] std::string asJson(const ComparisonText& text);
/// A page by itself.
[[nodiscard]] std::string asHtml(const ComparisonText& text);

} // namespace dmsc::cli
