// SPDX-License-Identifier: Apache-2.0
#include "model/items/state_text.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

QString word(PairState state)
{
    switch (state) {
    case PairState::Same:
        return QCoreApplication::translate("PairState", "same");
    case PairState::ValueDiffers:
        return QCoreApplication::translate("PairState", "value differs");
    case PairState::PropertiesDiffer:
        return QCoreApplication::translate("PairState", "properties differ");
    case PairState::OnlyDevice:
        return QCoreApplication::translate("PairState", "only on the device");
    case PairState::OnlyCard:
        return QCoreApplication::translate("PairState", "only on the card");
    }
    return {};
}

} // namespace

QChar stateGlyph(PairState state, bool moved)
{
    switch (state) {
    case PairState::Same:
        return moved ? u'~' : u'=';
    case PairState::ValueDiffers:
        return u'#';
    case PairState::PropertiesDiffer:
        return QChar(0x2248);
    case PairState::OnlyDevice:
        return u'>';
    case PairState::OnlyCard:
        return u'<';
    }
    return u'=';
}

QString stateWord(PairState state, bool moved)
{
    if (!moved)
        return word(state);
    const QString movedWord = QCoreApplication::translate("PairState", "moved");
    return state == PairState::Same ? movedWord : movedWord + QStringLiteral(", ") + word(state);
}

} // namespace dmsc
