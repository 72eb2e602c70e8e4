// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/reader_board.h"

#include "cardio/desk/desk.h"

#include <algorithm>

namespace dmsc {

ReaderBoard::ReaderBoard(Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::readersChanged, this, [this](const ReaderList& readers) {
        if (m_holders == 0)
            return; // a last answer after the watch has ended
        m_readers = readers;
        Q_EMIT changed();
    });
}

void ReaderBoard::hold()
{
    if (++m_holders == 1)
        m_desk.watchReaders(true);
}

void ReaderBoard::release()
{
    if (m_holders == 0 || --m_holders > 0)
        return;
    m_desk.watchReaders(false);
    m_readers.reset(); // it is nobody's knowledge any more
}

const ReaderInfo* ReaderBoard::find(const QString& name) const
{
    if (!m_readers)
        return nullptr;
    const auto& all = m_readers->readers;
    auto found = std::find_if(all.begin(), all.end(), [&name](const ReaderInfo& one) { return one.name == name; });
    if (found == all.end())
        found = std::find_if(all.begin(), all.end(),
            [&name](const ReaderInfo& one) { return one.name.contains(name, Qt::CaseInsensitive); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace dmsc
