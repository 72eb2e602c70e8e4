// SPDX-License-Identifier: Apache-2.0
#include "model/trace/html_ladder.h"
#include "model/trace/html_text.h"
#include "model/trace/record_words.h"
#include "model/trace/trace_changes.h"
#include "model/trace/trace_writer.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace dmsc {

namespace {

constexpr std::size_t kMostChanges = 10'000;
constexpr qsizetype kShownBytes = 4096; ///< of one part as hex; all of it stands in the fields or another format

QByteArray cell(const QByteArray& content, const char* kind = nullptr)
{
    return (kind ? QByteArray("<td class=\"") + kind + "\">" : QByteArray("<td>")) + content + "</td>";
}

/// " class=..." or nothing.
QByteArray classOf(StatusLevel level)
{
    return level == StatusLevel::None ? QByteArray() : " class=\"" + QByteArray(words::of(level).latin1()) + '"';
}

QString secondsText(std::chrono::nanoseconds time)
{
    return QLocale::c().toString(double(time.count()) / 1e9, 'f', 6);
}

class HtmlWriter final : public TraceWriter
{
public:
    HtmlWriter(const Recording& recording, const RecordSelection& rows)
        : m_recording(&recording)
        , m_rows(&rows)
    {
    }

    QByteArray head() override
    {
        const QString title = QCoreApplication::translate("TraceHtml", "Session log");
        QByteArray page = html::pageHead(title) + html::element("h1", title) + '\n' + summary();
        page += "<details open=\"\"><summary>"
            + html::escaped(QCoreApplication::translate("TraceHtml", "Sequence ladder")) + "</summary>\n"
            + html::ladder(*m_recording, *m_rows);
        if (m_rows->size() > html::kLadderRows)
            page += html::element("p",
                QCoreApplication::translate("TraceHtml", "The picture ends after %1 rows, the table has them all.")
                    .arg(html::kLadderRows));
        page += "</details>\n" + html::element("h2", QCoreApplication::translate("TraceHtml", "Rows"))
            + "\n<table>\n<thead><tr>";
        static constexpr std::array kColumns{QT_TRANSLATE_NOOP("TraceHtml", "No."),
            QT_TRANSLATE_NOOP("TraceHtml", "Time (s)"), QT_TRANSLATE_NOOP("TraceHtml", "ms"),
            QT_TRANSLATE_NOOP("TraceHtml", "Layer"), QT_TRANSLATE_NOOP("TraceHtml", "Direction"),
            QT_TRANSLATE_NOOP("TraceHtml", "Name"), QT_TRANSLATE_NOOP("TraceHtml", "Target"),
            QT_TRANSLATE_NOOP("TraceHtml", "Status")};
        for (const char* column : kColumns)
            page += "<th scope=\"col\">" + html::escaped(QCoreApplication::translate("TraceHtml", column)) + "</th>";
        return page + "</tr></thead>\n<tbody>\n";
    }

    QByteArray row(const MaskedRow& row) override
    {
        const RecordView& record = row.view;
        collectChanges(row);
        const auto mark = m_recording->marks.find(record.number);
        const bool isMarked = mark != m_recording->marks.end();
        const QByteArray number = QByteArray::number(record.number.shown());
        QByteArray text = "<tr id=\"row" + number + "\" class=\"" + (record.continuation ? "continuation " : "")
            + (isMarked ? "mark" : "") + "\">" + cell("<a href=\"#row" + number + "\">" + number + "</a>", "number")
            + cell(secondsText(record.time).toLatin1(), "number")
            + cell(QByteArray::number(double(record.duration.count()) / 1e3, 'f', 3), "number")
            + cell(html::escaped(layerName(record.layer))) + cell(direction(record)) + cell(nameCell(row))
            + cell("<code>" + html::escaped(QString::fromUtf8(record.target)) + "</code>") + cell(status(record));
        text += "</tr>\n";
        if (isMarked && !mark->second.isEmpty())
            text += "<tr class=\"mark\"><td></td><td colspan=\"7\">" + html::escaped(mark->second) + "</td></tr>\n";
        return text;
    }

    QByteArray tail() override
    {
        QByteArray page = "</tbody>\n</table>\n";
        if (!m_changes.isEmpty())
            page += html::element("h2", QCoreApplication::translate("TraceHtml", "What was changed"))
                + "\n<table>\n<thead><tr>" + changeColumns() + "</tr></thead>\n<tbody>\n" + m_changes
                + "</tbody>\n</table>\n";
        return page + "</body>\n</html>\n";
    }

private:
    [[nodiscard]] QByteArray summary() const
    {
        const QString start = m_recording->startedAt.isValid()
            ? QLocale().toString(m_recording->startedAt.toUTC(), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"))
            : QCoreApplication::translate("TraceHtml", "not known");
        QByteArray text = html::element("p",
            QCoreApplication::translate("TraceHtml", "Began %1; %2 rows, %3 of them here.")
                .arg(start)
                .arg(m_recording->store.size())
                .arg(m_rows->size()));
        if (!m_recording->incomplete.isEmpty())
            text += html::element("p", m_recording->incomplete);
        return text + '\n';
    }

    static QByteArray changeColumns()
    {
        static constexpr std::array kColumns{QT_TRANSLATE_NOOP("TraceHtml", "No."),
            QT_TRANSLATE_NOOP("TraceHtml", "Change"), QT_TRANSLATE_NOOP("TraceHtml", "Node"),
            QT_TRANSLATE_NOOP("TraceHtml", "Before"), QT_TRANSLATE_NOOP("TraceHtml", "After"),
            QT_TRANSLATE_NOOP("TraceHtml", "Status")};
        QByteArray text;
        for (const char* column : kColumns)
            text += "<th scope=\"col\">" + html::escaped(QCoreApplication::translate("TraceHtml", column)) + "</th>";
        return text;
    }

    void collectChanges(const MaskedRow& row)
    {
        for (const TraceChange& change : m_tracker.changesOf(row)) {
            if (m_changeCount++ >= kMostChanges)
                return;
            const QByteArray number = QByteArray::number(row.view.number.shown());
            m_changes += "<tr>" + cell("<a href=\"#row" + number + "\">" + number + "</a>", "number")
                + cell(html::escaped(change.kind)) + cell("<code>" + html::escaped(change.node) + "</code>")
                + cell("<del>" + html::escaped(change.before) + "</del>")
                + cell("<ins>" + html::escaped(change.after) + "</ins>") + cell(html::escaped(change.status))
                + "</tr>\n";
        }
    }

    static QByteArray direction(const RecordView& record)
    {
        const QString glyph = directionGlyph(record.from, record.to);
        return html::escaped(glyph.isEmpty()
                ? actorName(record.from)
                : actorName(record.from) + QStringLiteral(" \u2192 ") + actorName(record.to));
    }

    static QByteArray status(const RecordView& record)
    {
        const QString text = QString::fromUtf8(record.status);
        QByteArray out = "<span" + classOf(record.level) + '>' + html::escaped(text) + "</span>";
        // Colour alone says nothing to many.
        if (record.level == StatusLevel::Warning || record.level == StatusLevel::Error)
            out += QByteArray(" <span class=\"dim\">(") + words::of(record.level).latin1() + ")</span>";
        return out;
    }

    QByteArray nameCell(const MaskedRow& row) const
    {
        const QString name = QString::fromUtf8(row.view.name);
        if (row.view.length() == 0)
            return html::escaped(name);
        return "<details><summary>" + html::escaped(name) + "</summary>\n" + fields(row, decode(row.view))
            + hex(row, RecordPart::Request, row.view.request.size())
            + hex(row, RecordPart::Response, row.view.response.size()) + "</details>";
    }

    QByteArray fields(const MaskedRow& row, const std::vector<Field>& list) const
    {
        if (list.empty())
            return {};
        QByteArray text = "<ul>";
        for (const Field& field : list) {
            const QByteArray value = html::escaped(row.valueOf(field));
            text += "<li>" + html::escaped(field.name);
            if (!value.isEmpty())
                text += " <code" + classOf(field.level) + '>' + value + "</code>";
            text += fields(row, field.children) + "</li>";
        }
        return text + "</ul>\n";
    }

    static QByteArray hex(const MaskedRow& row, RecordPart part, qsizetype size)
    {
        if (size == 0)
            return {};
        QByteArray text = row.hex(part, ' ');
        if (size > kShownBytes)
            text = text.first(kShownBytes * 3) + QStringLiteral("\u2026").toUtf8();
        return "<pre>" + text + "</pre>\n";
    }

    const Recording* m_recording;
    const RecordSelection* m_rows;
    ChangeTracker m_tracker;
    QByteArray m_changes; ///< rows of their table
    std::size_t m_changeCount = 0;
};

} // namespace

std::unique_ptr<TraceWriter> htmlWriter(const Recording& recording, const RecordSelection& rows)
{
    return std::make_unique<HtmlWriter>(recording, rows);
}

} // namespace dmsc
