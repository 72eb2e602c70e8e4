// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/simple_editors.h"

#include "widgets/details/bytes_editor.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <limits>

namespace dmsc {

namespace {

QVBoxLayout* tightLayout(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

constexpr std::size_t kOneLineBytes = 200;

} // namespace

ValueEditor* ValueEditor::make(Format format, QWidget* parent)
{
    switch (format) {
    case Format::Bool:
        return new BoolEditor(parent);
    case Format::Int:
    case Format::Float:
    case Format::Date:
    case Format::Time:
        return new LineEditor(format, parent);
    case Format::Chr:
    case Format::Xml:
        return new TextEditor(format, parent);
    case Format::Bin:
    case Format::B64:
        return new BytesEditor(parent);
    case Format::Node:
    case Format::Null:
        break;
    }
    return new NoValueEditor(format, parent);
}

BoolEditor::BoolEditor(QWidget* parent)
    : ValueEditor(parent)
    , m_combo(new QComboBox(this))
{
    tightLayout(this)->addWidget(m_combo);
    m_combo->setObjectName(QStringLiteral("boolEditor"));
    m_combo->setAccessibleName(tr("Value, true or false"));
    m_combo->addItems({QStringLiteral("true"), QStringLiteral("false")});
    setFocusProxy(m_combo);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &ValueEditor::edited);
}

void BoolEditor::setValue(std::string_view value)
{
    const QString text = QString::fromUtf8(value);
    if (m_combo->findText(text) < 0)
        m_combo->addItem(text);
    m_combo->setCurrentIndex(m_combo->findText(text));
}

std::string BoolEditor::value() const
{
    return m_combo->currentText().toStdString();
}

LineEditor::LineEditor(Format format, QWidget* parent)
    : ValueEditor(parent)
    , m_format(format)
    , m_line(new QLineEdit(this))
{
    auto* layout = tightLayout(this);
    auto* row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    layout->addLayout(row);
    m_line->setObjectName(QStringLiteral("lineEditor"));
    m_line->setAccessibleName(tr("Value, %1").arg(QString::fromUtf8(formatName(format))));
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    QString hint;
    switch (format) {
    case Format::Int:
        hint = tr("A whole number from %1 to %2; Up and Down count")
                   .arg(std::numeric_limits<qint32>::min())
                   .arg(std::numeric_limits<qint32>::max());
        break;
    case Format::Float:
        hint = tr("A number such as 1.5, -2E3, INF or NaN");
        break;
    case Format::Date:
        hint = tr("A date, ISO 8601: 2026-03-31 or 20260331");
        break;
    default:
        hint = tr("A time, ISO 8601: 09:30:00 or 093000Z");
        break;
    }
    auto* label = new QLabel(hint, this);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(label);
    if (format == Format::Date || format == Format::Time) {
        auto* now = new QPushButton(format == Format::Date ? tr("Today") : tr("Now"), this);
        now->setObjectName(QStringLiteral("nowButton"));
        now->setAccessibleName(now->text());
        connect(now, &QPushButton::clicked, this, &LineEditor::insertNow);
        row->addWidget(now);
    }
    connect(m_line, &QLineEdit::textEdited, this, &ValueEditor::edited);
    connect(m_line, &QLineEdit::returnPressed, this, &ValueEditor::accepted);
}

void LineEditor::setValue(std::string_view value)
{
    m_line->setText(QString::fromUtf8(value));
    m_line->selectAll();
}

std::string LineEditor::value() const
{
    return m_line->text().toStdString();
}

bool LineEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (m_format == Format::Int && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

void LineEditor::step(int by)
{
    bool ok = false;
    const qlonglong next = m_line->text().toLongLong(&ok) + by;
    if (!ok || next < std::numeric_limits<qint32>::min() || next > std::numeric_limits<qint32>::max())
        return;
    m_line->setText(QString::number(next));
    Q_EMIT edited();
}

void LineEditor::insertNow()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_line->setText(m_format == Format::Date ? now.date().toString(Qt::ISODate) : now.time().toString(Qt::ISODate));
    Q_EMIT edited();
}

TextEditor::TextEditor(Format format, QWidget* parent)
    : ValueEditor(parent)
    , m_line(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
{
    auto* layout = tightLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_text);
    auto* many = new QCheckBox(tr("Several lines"), this);
    many->setObjectName(QStringLiteral("severalLines"));
    many->setAccessibleName(many->text());
    layout->addWidget(many);
    m_line->setObjectName(QStringLiteral("textLineEditor"));
    m_line->setAccessibleName(tr("Value, %1").arg(QString::fromUtf8(formatName(format))));
    m_text->setObjectName(QStringLiteral("textEditor"));
    m_text->setAccessibleName(tr("Value of several lines, %1").arg(QString::fromUtf8(formatName(format))));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(96);
    if (format == Format::Xml) {
        m_line->setFont(fixedFont());
        m_text->setFont(m_line->font());
    }
    showLines(false);
    connect(many, &QCheckBox::toggled, this, [this](bool on) {
        if (on != m_many) {
            const QSignalBlocker blocker(m_text);
            on ? m_text->setPlainText(m_line->text()) : m_line->setText(m_text->toPlainText());
            showLines(on);
        }
    });
    const auto touched = [this] {
        m_touched = true;
        Q_EMIT edited();
    };
    connect(m_line, &QLineEdit::textEdited, this, touched);
    connect(m_text, &QPlainTextEdit::textChanged, this, touched);
    connect(m_line, &QLineEdit::returnPressed, this, &ValueEditor::accepted);
}

void TextEditor::showLines(bool many)
{
    m_many = many;
    m_line->setVisible(!many);
    m_text->setVisible(many);
    setFocusProxy(many ? static_cast<QWidget*>(m_text) : m_line);
    if (auto* box = findChild<QCheckBox*>(QStringLiteral("severalLines")))
        box->setChecked(many);
}

void TextEditor::setValue(std::string_view value)
{
    const QSignalBlocker blocker(m_text);
    m_original = value;
    m_touched = false;
    const QString text = QString::fromUtf8(value);
    const bool many = value.size() > kOneLineBytes || text.contains(QLatin1Char('\n'));
    showLines(many);
    if (many) {
        m_text->setPlainText(text);
    } else {
        m_line->setText(text);
        m_line->selectAll();
    }
}

std::string TextEditor::value() const
{
    if (!m_touched)
        return m_original;
    return (m_many ? m_text->toPlainText() : m_line->text()).toStdString();
}

NoValueEditor::NoValueEditor(Format format, QWidget* parent)
    : ValueEditor(parent)
{
    auto* label = new QLabel(
        format == Format::Node ? tr("An interior node has children, not a value") : tr("Format null has no value"),
        this);
    label->setWordWrap(true);
    tightLayout(this)->addWidget(label);
}

void NoValueEditor::setValue(std::string_view) { }

std::string NoValueEditor::value() const
{
    return {};
}

} // namespace dmsc
