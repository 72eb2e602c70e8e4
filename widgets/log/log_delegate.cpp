// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_delegate.h"

#include "model/items/log_model.h"
#include "widgets/theme/colors.h"

#include <optional>

namespace dmsc {

namespace {

std::optional<StatusTone> toneOf(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return StatusTone::Ok;
    case StatusLevel::Warning:
        return StatusTone::Warning;
    case StatusLevel::Error:
        return StatusTone::Error;
    case StatusLevel::None:
        break;
    }
    return std::nullopt;
}

std::optional<StateTone> toneOf(Actor from)
{
    switch (from) {
    case Actor::Device:
        return StateTone::OnlyDevice;
    case Actor::Card:
        return StateTone::OnlyCard;
    default:
        return std::nullopt;
    }
}

template <class Tone> void tint(QStyleOptionViewItem* option, const std::optional<Tone>& tone)
{
    if (tone) {
        const ThemeColors& colors = colorsFor(option->palette);
        option->palette.setColor(QPalette::Text, colors.mark(*tone, false));
        option->palette.setColor(QPalette::HighlightedText, colors.mark(*tone, true));
    }
}

} // namespace

void LogDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == LogModel::Status) {
        tint(option, toneOf(static_cast<StatusLevel>(index.data(LogModel::LevelRole).toInt())));
    } else if (index.column() == LogModel::Direction) {
        tint(option, toneOf(static_cast<Actor>(index.data(LogModel::FromRole).toInt())));
    }
}

} // namespace dmsc
