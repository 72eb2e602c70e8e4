// SPDX-License-Identifier: Apache-2.0
// dmsc log replay: a session log, said again to a card, a handset or the DM server.
#include "app/cli/comparison_text.h"
#include "app/cli/log_file.h"
#include "app/cli/session.h"
#include "app/cli/standard_error.h"
#include "cardio/replay/replay.h"
#include "model/byte_array.h"
#include "model/recording/editable_message.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dmsc::cli {

namespace {

Result<void> setTarget(ReplayRequest& request, const QString& text)
{
    const auto wrong = [&text] {
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "replay needs --to card:FILE, --to handset:FILE, --to pcsc:READER or --to server"),
            text);
    };
    if (text == QLatin1String("server")) {
        request.target = ReplayTarget::Server;
        return {};
    }
    const auto where = text.isEmpty() ? Result<Where>(wrong()) : Where::parse(text);
    if (!where)
        return tl::unexpected(where.error());
    if (where->kind == Where::Kind::Document)
        return wrong();
    request.where = *where;
    request.target = where->kind == Where::Kind::Handset ? ReplayTarget::Handset : ReplayTarget::Card;
    request.allowReader = where->kind == Where::Kind::Reader; // named on purpose
    return {};
}

/// What a file or the words behind "N=" give: a file as it is where it is no text of the kind that is edited.
Result<QByteArray> editedMessage(const RecordView& row, RecordPart part, const QString& value)
{
    const QByteArray recorded = (part == RecordPart::Request ? row.request : row.response).toByteArray();
    if (!value.startsWith(QLatin1Char('@')))
        return messageOfText(row.layer, value, recorded);
    const auto file = readFile(value.mid(1));
    if (!file)
        return tl::unexpected(file.error());
    const QByteArray bytes = toByteArray(*file);
    const auto message = messageOfText(row.layer, QString::fromUtf8(bytes), recorded);
    return message ? message : Result<QByteArray>(bytes);
}

/// N=HEX, N=XML or N=@FILE.
Result<void> addEdit(ReplayRequest& request, const QString& edit)
{
    const qsizetype equals = edit.indexOf(QLatin1Char('='));
    bool good = false;
    const uint number = edit.left(equals).toUInt(&good);
    if (equals < 0 || !good || number == 0 || number > request.recording.store.size())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--edit expects N=HEX or N=@FILE with a row N from 1 to %1")
                .arg(request.recording.store.size()),
            edit);
    const RecordNo row{number - 1};
    const RecordView view = request.recording.store.at(row);
    const auto part = sentPart(request.target, view);
    if (!part)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "nothing of this row is sent to the one who answers"), edit);
    auto message = editedMessage(view, *part, edit.mid(equals + 1));
    if (!message)
        return at(message.error(), QStringLiteral("--edit %1").arg(number));
    request.edited.insert_or_assign(row, *std::move(message));
    return {};
}

Result<void> setCredential(ReplayRequest& request, const Arguments& arguments)
{
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    if (choice->credential)
        request.credentials.push_back(*choice->credential);
    return {};
}

} // namespace

Result<Answer> replayLog(const Arguments& arguments)
{
    auto log = openLog(arguments.positional[0], arguments);
    if (!log)
        return tl::unexpected(log.error());
    ReplayRequest request;
    request.recording = std::move(log->recording);
    request.rows = std::move(log->rows);
    if (auto set = setTarget(request, arguments.to); !set)
        return tl::unexpected(set.error());
    if (auto kept = checkKeeps({arguments.positional[0], request.where.name}, arguments.out); !kept)
        return tl::unexpected(kept.error());
    if (auto set = setCredential(request, arguments); !set)
        return tl::unexpected(set.error());
    for (const QString& edit : arguments.edits)
        if (auto added = addEdit(request, edit); !added)
            return tl::unexpected(added.error());
    request.waiting = announceWaiting();
    const auto report = replay(request);
    if (!report)
        return tl::unexpected(report.error());
    const Secrets secrets = secretsOf(arguments);
    if (!arguments.out.isEmpty()) {
        const auto format = traceFormatOf(arguments.out).value_or(TraceFormat::Recording);
        if (auto kept = exportRecording(report->answered, allOf(report->answered), format, arguments.out, secrets);
            !kept)
            return tl::unexpected(kept.error());
    }
    const ComparisonText text{QFileInfo(arguments.positional[0]).fileName(), arguments.to, report->recorded,
        report->answered, report->compared, secrets, report->notes};
    Answer answer;
    answer.output = arguments.json ? asJson(text) : arguments.html ? asHtml(text) : asText(text);
    answer.exit = report->compared.agree() ? Exit::Same : Exit::Different;
    answer.note = incompleteNote(arguments.positional[0], report->recorded);
    if (!answer.note.isEmpty())
        answer.exit = Exit::Trouble;
    return answer;
}

} // namespace dmsc::cli
