// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/key_set_tries.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace dmsc {

/// The tries that each key set of a card has left, and where some are gone a way to give them back. Hidden as long as
/// there is nothing to show.
class TriesList : public QWidget
{
    Q_OBJECT

public:
    explicit TriesList(QWidget* parent = nullptr);

    void setTries(const std::vector<KeySetTries>& tries);
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void resetRequested(std::uint8_t keyVersion);

private:
    void addRow(int row, const KeySetTries& one);

    QWidget* m_rows = nullptr; ///< made anew each time
};

} // namespace dmsc
