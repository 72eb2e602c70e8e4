// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/sheet_screen.h"

#include "model/items/prompt_change_model.h"
#include "widgets/ladder/sheet_text.h"
#include "widgets/theme/colors.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr double kPadding = 12;
constexpr double kRadius = 12;
constexpr std::size_t kMostChanges = 8;

double layOut(QPainter* painter, const QRectF& rect, const Decision& decision)
{
    const ThemeColors& colors = lightColors();
    const QColor plain = QColor::fromRgb(colors.text);
    const QColor muted = QColor::fromRgb(colors.mutedText);
    const Prompt& prompt = decision.prompt;
    SheetText words(painter, {rect.left() + kPadding, rect.top() + kPadding, rect.width() - 2 * kPadding});
    words.add(prompt.asker.name, SheetText::kHeading, plain);
    if (prompt.asker.verified)
        words.add(
            QCoreApplication::translate("FlowSheet", "verified: %1").arg(prompt.asker.proof), SheetText::kBody, muted);
    else
        words.add(QCoreApplication::translate("FlowSheet", "! not verified"), SheetText::kBody,
            colors.mark(StatusTone::Warning));
    words.skip(kPadding / 2);
    words.add(prompt.text, SheetText::kHeading, plain);
    words.add(prompt.why, SheetText::kBody, muted);
    for (std::size_t i = 0; i < std::min(prompt.changes.size(), kMostChanges); ++i) {
        const PromptChange& change = prompt.changes[i];
        const QString values = promptChangeValues(change);
        words.add(promptChangeWord(change.kind) + QLatin1Char(' ') + change.what
                + (values.isEmpty() ? QString() : QStringLiteral(": ") + values),
            SheetText::kBody, plain);
    }
    if (prompt.changes.size() > kMostChanges)
        words.add(QCoreApplication::translate("FlowSheet", "and %1 more").arg(prompt.changes.size() - kMostChanges),
            SheetText::kBody, muted);
    words.skip(kPadding / 2);
    const bool yes = decision.answer.verdict == PromptAnswer::Verdict::Yes;
    words.add(QCoreApplication::translate("FlowSheet", "Answer: %1").arg(answerText(prompt, decision.answer)),
        SheetText::kHeading, yes ? colors.mark(StatusTone::Ok) : colors.mark(StatusTone::Warning));
    return words.bottom() + kPadding - rect.top();
}

} // namespace

double sheetScreenHeight(const Decision& decision, double width)
{
    return layOut(nullptr, QRectF(0, 0, width, 0), decision);
}

void paintSheetScreen(QPainter& painter, const QRectF& rect, const Decision& decision)
{
    painter.setPen(QPen(QColor::fromRgb(lightColors().border), 2));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect, kRadius, kRadius);
    (void)layOut(&painter, rect, decision);
}

} // namespace dmsc
