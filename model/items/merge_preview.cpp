// SPDX-License-Identifier: Apache-2.0
#include "model/items/merge_preview.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

QString summaryOf(const MergePreview& preview)
{
    if (preview.toDevice == 0 && preview.toCard == 0 && preview.open == 0)
        return QCoreApplication::translate("MergePreview", "Device and card have the same.");
    QString text = QCoreApplication::translate("MergePreview", "%n change(s) on the device", nullptr, preview.toDevice)
        + QStringLiteral(", ")
        + QCoreApplication::translate("MergePreview", "%n change(s) on the card", nullptr, preview.toCard);
    if (preview.open > 0)
        text += QStringLiteral("; ")
            + QCoreApplication::translate("MergePreview", "%n conflict(s) to decide", nullptr, preview.open);
    return text;
}

} // namespace

MergePreview previewMerge(const ConflictInput& input, const std::vector<Choice>& choices)
{
    MergePreview preview;
    if (!input.merge || !input.device || !input.card)
        return preview;
    preview.open = static_cast<int>(std::count(choices.begin(), choices.end(), Choice::Open));
    std::vector<Operation> operations = input.merge->operations;
    if (preview.open == 0 && !choices.empty())
        if (auto resolved = resolve(*input.merge, choices, input.base.get(), *input.device, *input.card))
            operations = std::move(*resolved);
    for (const Operation& operation : operations)
        ++(operation.side == Side::Device ? preview.toDevice : preview.toCard);
    preview.plan.append(std::move(operations));
    preview.summary = summaryOf(preview);
    return preview;
}

} // namespace dmsc
