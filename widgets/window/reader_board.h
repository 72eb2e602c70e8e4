// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/reader_info.h"

#include <QObject>

#include <optional>

namespace dmsc {

class Desk;

/// The readers while somebody wants to know: the desk watches from the first hold() until the last is given back, so
/// that a window which shows no readers costs the card service nothing.
class ReaderBoard : public QObject
{
    Q_OBJECT

public:
    explicit ReaderBoard(Desk& desk, QObject* parent = nullptr);

    void hold();
    void release();
    [[nodiscard]] bool isWatching() const { return m_holders > 0; }
    /// Nothing until the first answer has come.
    [[nodiscard]] const std::optional<ReaderList>& readers() const { return m_readers; }
    /// By its name or the part of it that a Where gives; null where there is none.
    [[nodiscard]] const ReaderInfo* find(const QString& name) const;

Q_SIGNALS:
    void changed();

private:
    Desk& m_desk;
    int m_holders = 0;
    std::optional<ReaderList> m_readers;
};

} // namespace dmsc
