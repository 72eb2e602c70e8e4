// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"
#include "cardio/flows/flow.h"
#include "cardio/replay/replay.h"
#include "cardio/session/recorded_user.h"
#include "cardio/session/scripted_user.h"

#include <QFile>
#include <QTemporaryDir>

#include <mutex>

namespace dmsc::test {

/// The demo desk without a window, whose sessions are recorded, and copies of its images from before.
struct ReplayRig
{
    explicit ReplayRig(bool plainUicc = false)
    {
        ImageContent card{true, {}};
        card.plainUicc = plainUicc;
        if (!createHandset(path("handset"), {true, {}}) || !createCard(path("card"), card))
            qFatal("no images");
        keep();
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    /// What the images hold now is what replays go to.
    void keep() const
    {
        for (const char* name : {"card", "handset"}) {
            const QString before = path(name) + QStringLiteral(".before");
            QFile::remove(before);
            if (!QFile::copy(path(name), before))
                qFatal("no copy");
        }
    }

    [[nodiscard]] RecordOutlet outlet()
    {
        return RecordOutlet(
            [this](const Record& record) {
                const std::scoped_lock lock(mutex);
                recording.store.append(record);
            },
            clock);
    }
    [[nodiscard]] std::unique_ptr<SideSession> open(Where::Kind kind, const char* name, HandshakeRequest request = {})
    {
        SideOptions options;
        options.records = records;
        options.request = std::move(request);
        auto side = SideSession::open({kind, path(name)}, options);
        if (!side)
            qFatal("%s", qPrintable(side.error().text()));
        return std::move(*side);
    }
    FlowReport run(FlowKind kind, PromptAnswer::Verdict answer = PromptAnswer::Verdict::Yes, bool wbxml = true)
    {
        const auto device = open(Where::Kind::Handset, "handset");
        const auto card = open(Where::Kind::Card, "card");
        ScriptedUser user(answer);
        FlowRequest request;
        request.kind = kind;
        request.wbxml = wbxml;
        FlowOutside outside;
        outside.user = &user;
        outside.syncFolder = path("sync");
        outside.records = records;
        return runFlow(request, {device.get(), card.get()}, outside);
    }

    [[nodiscard]] ReplayRequest request(ReplayTarget target) const
    {
        ReplayRequest request;
        request.recording = recording;
        request.rows = allOf(recording);
        request.target = target;
        if (target == ReplayTarget::Card)
            request.where = {Where::Kind::Card, path("card.before")};
        else if (target == ReplayTarget::Handset)
            request.where = {Where::Kind::Handset, path("handset.before")};
        return request;
    }
    /// The first row of that name, from `from` on.
    [[nodiscard]] std::optional<RecordNo> rowNamed(const char* name, Layer layer, std::uint32_t from = 0) const
    {
        for (std::uint32_t i = from; i < recording.store.size(); ++i) {
            const RecordView row = recording.store.at(RecordNo{i});
            if (row.layer == layer && row.name == QByteArrayView(name))
                return RecordNo{i};
        }
        return std::nullopt;
    }

    QTemporaryDir folder;
    std::mutex mutex;
    Recording recording;
    RecordClock clock = steadyRecordClock();
    RecordOutlet records = outlet();
};

/// What differs, for a test's message.
inline QString told(const ReplayReport& report)
{
    QString text;
    for (const RowPair& pair : report.compared.rows) {
        if (pair.state == Agreement::Same)
            continue;
        const auto line = [](const Recording& recording, const std::optional<RecordNo>& row) {
            if (!row)
                return QStringLiteral("-");
            const RecordView view = recording.store.at(*row);
            return QStringLiteral("[%1] %2 %3 %4 -> %5")
                .arg(row->shown())
                .arg(QString::fromUtf8(view.name), QString::fromUtf8(view.status),
                    QString::fromLatin1(view.request.toByteArray().toHex().left(200)),
                    QString::fromLatin1(view.response.toByteArray().toHex().left(200)));
        };
        text += QStringLiteral("\n%1 | %2").arg(line(report.recorded, pair.left), line(report.answered, pair.right));
        if (pair.left && pair.right)
            for (const FieldDifference& one : differences(report.recorded, *pair.left, report.answered, *pair.right))
                text += QStringLiteral("\n    %1%2: %3 -> %4")
                            .arg(one.expected ? QStringLiteral("~") : QString(), one.path, one.left, one.right);
        if (text.size() > 8000)
            break;
    }
    for (const QString& note : report.notes)
        text += QLatin1Char('\n') + note;
    return text;
}

} // namespace dmsc::test
