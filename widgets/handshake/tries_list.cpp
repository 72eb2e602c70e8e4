// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/tries_list.h"

#include "model/bytes.h"
#include "widgets/handshake/tone_label.h"
#include "widgets/theme/grid.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace dmsc {

TriesList::TriesList(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("accessTries"));
    auto* heading = new QLabel(tr("Handshakes that may still fail before the keys are blocked"), this);
    heading->setForegroundRole(QPalette::PlaceholderText);
    heading->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({0, kGrid, 0, 0});
    layout->setSpacing(kHalfGrid);
    layout->addWidget(heading);
    hide();
}

void TriesList::setTries(const std::vector<KeySetTries>& tries)
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kHalfGrid);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const KeySetTries& one : tries)
        addRow(row++, one);
    layout()->addWidget(m_rows);
    setVisible(!tries.empty());
}

void TriesList::addRow(int row, const KeySetTries& one)
{
    const QString entity = QString::fromStdString(one.entity);
    const QString version = hexDigits(one.keyVersion);
    auto* label = new ToneLabel(m_rows);
    label->setObjectName(QStringLiteral("tries") + version);
    label->setText(one.left == 0
            ? tr("%1, key version %2: blocked", "entity").arg(entity, version)
            : tr("%1, key version %2: %3 of %4 tries left", "entity").arg(entity, version).arg(one.left).arg(one.most));
    label->setWordWrap(false);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    grid->addWidget(label, row, 0);
    if (one.left >= one.most)
        return;
    label->setTone(one.left == 0 ? StatusTone::Error : StatusTone::Warning);
    auto* reset = new QPushButton(tr("Reset tries"), m_rows);
    reset->setObjectName(QStringLiteral("resetTries") + version);
    reset->setAccessibleName(tr("Reset the tries of %1, key version %2", "entity").arg(entity, version));
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, [this, keys = one.keyVersion] { Q_EMIT resetRequested(keys); });
    grid->addWidget(reset, row, 1);
}

QStringList TriesList::lines() const
{
    QStringList lines;
    if (m_rows)
        for (const ToneLabel* label : m_rows->findChildren<ToneLabel*>())
            lines << label->text();
    return lines;
}

} // namespace dmsc
