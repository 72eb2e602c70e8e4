// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"
#include "model/access/key_set_tries.h"
#include "model/access/memory_map.h"

#include <QFrame>

#include <string>

class QLabel;
class QVBoxLayout;

namespace dmsc {

class GrantBar;
class TriesList;

/// What the card answers after a handshake (UC2-N step 5), to be read by anybody: who it takes us for and why, what may
/// be done where, how much memory that side has.
class AccessCard : public QFrame
{
    Q_OBJECT

public:
    explicit AccessCard(QWidget* parent = nullptr);

    void setAccess(const AccessConditions& access, const MemoryMap& memory);
    /// What key sets have left; empty: nothing is told about it.
    void setTries(const std::vector<KeySetTries>& tries);
    /// All its words, line by line.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void resetTriesRequested(std::uint8_t keyVersion);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QString credentialWords(const std::string& credential);

    void addRight(const ScopedRights& rights);
    void setMemory(const MemoryMap& memory);

    QLabel* m_who;
    QLabel* m_how;
    QVBoxLayout* m_rights;
    TriesList* m_tries;
    QLabel* m_memoryText;
    GrantBar* m_bar;
};

/// "everywhere", "below ./DMAcc", "in every MO of the type ..."
[[nodiscard]] QString scopeText(const ScopedRights& rights);
/// The asking entity's part of the map, or null.
[[nodiscard]] const EntityMemory* ownMemory(const MemoryMap& memory);

} // namespace dmsc
