// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/grant_form.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dmsc {

namespace {

constexpr double kKilobyte = 1024;

int asInt(Blocks blocks)
{
    return int(std::min<std::uint64_t>(number(blocks), std::uint64_t(std::numeric_limits<int>::max())));
}

} // namespace

GrantForm::GrantForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_blocks(new QSpinBox(this))
    , m_size(new QDoubleSpinBox(this))
    , m_release(new QToolButton(this))
    , m_delete(new QToolButton(this))
{
    m_name->setObjectName(QStringLiteral("grantName"));
    m_blocks->setObjectName(QStringLiteral("grantBlocks"));
    m_blocks->setAccessibleName(tr("Granted, in blocks"));
    m_blocks->setKeyboardTracking(false);
    m_blocks->setGroupSeparatorShown(true);
    m_blocks->setSuffix(tr(" blocks"));
    m_size->setObjectName(QStringLiteral("grantSize"));
    m_size->setAccessibleName(tr("Granted, in kilobytes"));
    m_size->setKeyboardTracking(false);
    m_size->setGroupSeparatorShown(true);
    m_size->setSuffix(tr(" kB"));
    m_size->setDecimals(2);
    m_release->setObjectName(QStringLiteral("grantRelease"));
    m_release->setText(tr("Release what is not used"));
    m_delete->setObjectName(QStringLiteral("grantDelete"));
    m_delete->setText(tr("Delete all that it stored"));
    m_delete->setIcon(themedIcon(Icon::Remove));
    for (QToolButton* button : {m_release, m_delete}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(button->text());
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_name);
    layout->addWidget(m_blocks);
    layout->addWidget(m_size);
    layout->addWidget(m_release);
    layout->addWidget(m_delete);
    layout->addStretch();
    connect(m_blocks, &QSpinBox::valueChanged, this, [this](int blocks) {
        if (!m_showing)
            Q_EMIT wanted(qulonglong(blocks));
    });
    connect(m_size, &QDoubleSpinBox::valueChanged, this, &GrantForm::takeSize);
    connect(m_release, &QToolButton::clicked, this, &GrantForm::releaseWanted);
    connect(m_delete, &QToolButton::clicked, this, &GrantForm::deleteWanted);
    showNothing({});
}

void GrantForm::takeSize(double kilobytes)
{
    if (m_showing)
        return;
    // Memory comes in blocks: up to the next one.
    const auto blocks = qulonglong(std::ceil(kilobytes * kKilobyte / double(m_blockSize) - 1e-6));
    Q_EMIT wanted(blocks);
}

void GrantForm::setAll(bool enabled, const QString& why)
{
    for (QWidget* widget : {static_cast<QWidget*>(m_blocks), static_cast<QWidget*>(m_size),
             static_cast<QWidget*>(m_release), static_cast<QWidget*>(m_delete)}) {
        widget->setEnabled(enabled);
        widget->setToolTip(why);
    }
}

void GrantForm::showRow(const MemoryRow& row, std::uint32_t blockSize, Blocks total, const QString& whyNot)
{
    m_showing = true;
    m_blockSize = std::max<std::uint32_t>(1, blockSize);
    m_name->setText(memoryGlyph(row) + QLatin1Char(' ') + memoryRowName(row));
    const double perBlock = double(m_blockSize) / kKilobyte;
    m_blocks->setRange(0, asInt(total));
    m_blocks->setValue(asInt(row.size));
    m_size->setRange(0, double(number(total)) * perBlock);
    m_size->setSingleStep(perBlock);
    m_size->setValue(double(number(row.size)) * perBlock);
    setAll(whyNot.isEmpty(), whyNot);
    if (whyNot.isEmpty()) {
        m_blocks->setToolTip(
            tr("Used %1, at most %2").arg(blocksText(row.used, blockSize), blocksText(row.limit, blockSize)));
        m_release->setEnabled(row.used < row.size);
        m_release->setToolTip(row.used < row.size ? QString() : tr("All that is granted is used"));
        m_delete->setEnabled(row.size != Blocks{} || row.used != Blocks{});
        m_delete->setToolTip(tr("Its nodes go and its whole grant comes back, once the queue is applied"));
    }
    m_showing = false;
}

void GrantForm::showNothing(const QString& why)
{
    m_showing = true;
    m_name->setText(tr("Grant"));
    m_blocks->setRange(0, 0);
    m_size->setRange(0, 0);
    setAll(false, why);
    m_showing = false;
}

} // namespace dmsc
