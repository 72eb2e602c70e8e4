// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/value_view.h"

#include "model/uicc/secret_type.h"
#include "widgets/details/value_text.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr int kLeastLines = 2;
constexpr std::size_t kMaxMarks = 2000; // a selection each; more of them say nothing more

std::string_view valueOf(const NodeView& view)
{
    return view.exists() ? view.tree->value(view.node) : std::string_view();
}

ShownValue hidden(std::string_view value)
{
    return {value.empty() ? QString() : secretDots(), {}, {}};
}

} // namespace

ValueView::ValueView(QWidget* parent)
    : QTabWidget(parent)
    , m_reveal(new QPushButton(tr("Reveal"), this))
{
    setObjectName(QStringLiteral("valueTabs"));
    setAccessibleName(tr("Value"));
    setDocumentMode(true);
    addView(Text, tr("Text"));
    addView(Hex, tr("Hex"));
    addView(Xml, tr("XML"));
    m_reveal->setObjectName(QStringLiteral("revealValue"));
    m_reveal->setToolTip(tr("Shows a key or password in the clear until another row is chosen"));
    m_reveal->setCheckable(true);
    setCornerWidget(m_reveal);
    connect(m_reveal, &QPushButton::toggled, this, &ValueView::reveal);
    connect(this, &QTabWidget::currentChanged, this, &ValueView::fill);
}

void ValueView::addView(Tab tab, const QString& title)
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    for (const Side side : kSides) {
        Half& half = m_halves[tab][std::size_t(side)];
        const QString sideName = side == Side::Device ? tr("Device") : tr("Card");
        half.title = new QLabel(sideName, page);
        half.text = new QPlainTextEdit(page);
        half.text->setReadOnly(true);
        half.text->setUndoRedoEnabled(false);
        half.text->setTabChangesFocus(true);
        half.text->setMinimumHeight(kLeastLines * fontMetrics().lineSpacing() + 2 * kGrid);
        half.text->setObjectName(QStringLiteral("value%1%2")
                                     .arg(int(tab))
                                     .arg(side == Side::Device ? QLatin1String("Device") : QLatin1String("Card")));
        half.text->setAccessibleName(tr("%1 value as %2").arg(sideName, title));
        if (tab == Hex) {
            half.text->setLineWrapMode(QPlainTextEdit::NoWrap);
            half.text->setLayoutDirection(Qt::LeftToRight);
        }
        if (tab != Text)
            half.text->setFont(fixedFont());
        half.note = new QLabel(page);
        half.note->setWordWrap(true);
        half.note->hide();
        layout->addWidget(half.title);
        layout->addWidget(half.text, 1);
        layout->addWidget(half.note);
    }
    addTab(page, title);
}

void ValueView::setPair(const PairView& pair)
{
    m_pair = pair;
    m_stale.fill(true);
    m_revealed = false;
    m_reveal->setChecked(false);
    m_reveal->setVisible(isSecret(pair.device) || isSecret(pair.card));
    const bool xml = !isHidden() && (looksLikeXml(valueOf(pair.device)) || looksLikeXml(valueOf(pair.card)));
    setTabEnabled(Xml, xml);
    setTabToolTip(Xml, xml ? QString() : tr("Neither value is XML"));
    fill(currentIndex());
}

bool ValueView::isHidden() const
{
    return !m_revealed && (isSecret(m_pair.device) || isSecret(m_pair.card));
}

void ValueView::reveal(bool revealed)
{
    m_revealed = revealed;
    m_stale.fill(true);
    fill(currentIndex());
}

void ValueView::changeEvent(QEvent* event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_stale.fill(true);
        fill(currentIndex());
    }
}

void ValueView::fill(int tab)
{
    if (tab < 0 || tab >= TabCount || !m_stale[std::size_t(tab)])
        return;
    m_stale[std::size_t(tab)] = false;
    const std::string_view device = valueOf(m_pair.device);
    const std::string_view card = valueOf(m_pair.card);
    const bool both = m_pair.device.exists() && m_pair.card.exists();
    const ShownPair pair = isHidden() ? ShownPair{hidden(device), hidden(card)}
        : tab == Text                 ? showText(device, card, both)
        : tab == Hex                  ? showHex(device, card, both)
                                      : showXml(device, card, both);
    const auto& halves = m_halves[std::size_t(tab)];
    show(halves[0], pair.device, m_pair.device.exists());
    show(halves[1], pair.card, m_pair.card.exists());
}

void ValueView::show(const Half& half, const ShownValue& value, bool exists)
{
    half.text->setPlainText(value.text);
    half.text->setPlaceholderText(exists ? tr("Empty") : tr("No such node on this side"));
    half.note->setText(value.note);
    half.note->setVisible(!value.note.isEmpty());

    const QColor ground = QColor::fromRgb(colorsFor(palette()).difference);
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextSpan& span : value.marks) {
        if (std::size_t(selections.size()) == kMaxMarks)
            break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(half.text->document());
        selection.cursor.setPosition(int(span.begin));
        selection.cursor.setPosition(int(span.begin + span.length), QTextCursor::KeepAnchor);
        selection.format.setBackground(ground);
        selection.format.setFontUnderline(true); // not by colour alone
        selections.push_back(selection);
    }
    half.text->setExtraSelections(selections);
    if (!value.marks.empty()) {
        QTextCursor cursor(half.text->document());
        cursor.setPosition(int(value.marks.front().begin));
        half.text->setTextCursor(cursor);
    }
}

} // namespace dmsc
