// SPDX-License-Identifier: Apache-2.0
#include "replay_rig.h"

#include "cardio/desk/emulated_card.h"
#include "cardio/session/tree_client.h"
#include "model/decode/secrets.h"
#include "model/trace/trace.h"
#include "tests/support/run_test.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace dmsc::tst_replay {

using namespace dmsc::test;

namespace {

/// Empty where the report says that all is the same.
QString problem(const Result<ReplayReport>& report)
{
    if (!report)
        return report.error().text();
    return report->compared.agree() ? QString() : told(*report);
}

bool changeFirstLeaf(SideSession& side)
{
    const Tree& tree = side.tree();
    for (std::uint32_t i = 0; i < tree.idEnd(); ++i) {
        const NodeId node{i};
        if (!tree.contains(node) || tree.isInterior(node) || tree.format(node) != Format::Chr)
            continue;
        Operation operation;
        operation.side = Side::Card;
        operation.kind = Operation::Kind::Replace;
        operation.uri = tree.uri(node);
        operation.before = std::string(tree.value(node));
        operation.after = "changed";
        if (const auto results = side.apply({operation}); results && allGood(*results))
            return true;
    }
    return false;
}

std::size_t countOf(const ReplayReport& report, Layer layer)
{
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < report.answered.store.size(); ++i)
        count += report.answered.store.at(RecordNo{i}).layer == layer ? 1U : 0U;
    return count;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_plain_uicc_answers_the_same_and_stays_as_it_is()
    {
        ReplayRig rig(true);
        {
            const auto side = rig.open(Where::Kind::Card, "card");
            QVERIFY(side->explore());
            QVERIFY(side->readFile(QStringLiteral("3F00/2FE2")));
            QVERIFY(side->verifyPin(1, "1234"));
        }
        QVERIFY(rig.recording.store.size() > 10);
        const QByteArray before = bytesOf(rig.path("card.before"));
        const auto report = replay(rig.request(ReplayTarget::Card));
        QCOMPARE(problem(report), QString());
        QVERIFY(report->compared.same > 10);
        QVERIFY(report->notes.empty());
        QCOMPARE(bytesOf(rig.path("card.before")), before);
    }

    void a_uicc_whose_pin_was_changed_answers_otherwise()
    {
        ReplayRig rig(true);
        {
            const auto side = rig.open(Where::Kind::Card, "card");
            QVERIFY(side->verifyPin(1, "1234"));
        }
        {
            auto card = EmulatedCard::open(rig.path("card.before"));
            QVERIFY(card);
            const Bytes changed = (*card)->process(*fromHex(u"002400011031323334FFFFFFFF39393939FFFFFFFF"));
            QCOMPARE(toHex(changed), QStringLiteral("9000"));
        }
        const auto report = replay(rig.request(ReplayTarget::Card));
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QVERIFY(report->compared.differs > 0);
        // A VERIFY without data only asks how many tries are left.
        const auto pair = std::ranges::find_if(report->compared.rows, [&report](const RowPair& one) {
            const RecordView row = one.left ? report->recorded.store.at(*one.left) : RecordView();
            return row.name == QByteArrayView("VERIFY") && row.request.size() == 13;
        });
        QVERIFY(pair != report->compared.rows.end() && pair->right);
        QVERIFY2(pair->state == Agreement::Differs, qPrintable(told(*report)));
        QCOMPARE(report->answered.store.at(*pair->right).status.toByteArray(), QByteArray("63C2"));
        // The PIN that was said is a secret of the new recording too.
        QVERIFY(!report->answered.store.secrets(*pair->right).empty());
    }

    void SEC_what_is_masked_is_not_sent_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"m.dmsclog", "m.json", "m.txt", "m.apdu", "m.pcap"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void SEC_what_is_masked_is_not_sent()
    {
        QFETCH(const QString, file);
        ReplayRig rig(true);
        {
            const auto side = rig.open(Where::Kind::Card, "card");
            for (int i = 0; i < 3; ++i)
                QVERIFY(side->verifyPin(1, "1234")); // as often as wrong ones block it
        }
        const QString path = rig.folder.filePath(file);
        QVERIFY(exportRecording(rig.recording, allOf(rig.recording), *traceFormatOf(path), path, Secrets::Masked));
        const auto masked = importRecording(path);
        QVERIFY(masked);
        ReplayRequest request = rig.request(ReplayTarget::Card);
        request.recording = *masked;
        request.rows = allOf(*masked);
        const auto report = replay(request);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        const auto isUnsaidVerify = [&report](const RowPair& one) {
            return one.note == PairNote::NotPlayed && one.left
                && report->recorded.store.at(*one.left).name == QByteArrayView("VERIFY");
        };
        QCOMPARE(std::ranges::count_if(report->compared.rows, isUnsaidVerify), 3);
        QVERIFY(!report->compared.agree());
        QCOMPARE(report->notes.size(), std::size_t{1});
        for (std::uint32_t i = 0; i < report->answered.store.size(); ++i) {
            const RecordView row = report->answered.store.at(RecordNo{i});
            QVERIFY2(!row.request.contains(QByteArray(8, '\xFF')), row.request.toByteArray().toHex());
        }
        // Nothing was recorded of the answers in a script.
        QCOMPARE(report->compared.notCompared > 0, file.endsWith(QLatin1String("apdu")));
        // What a person puts in is sent.
        const auto pair = std::ranges::find_if(report->compared.rows, isUnsaidVerify);
        request.edited[*pair->left] = QByteArray::fromHex("002000010831323334FFFFFFFF");
        const auto edited = replay(request);
        QVERIFY(edited);
        QCOMPARE(edited->compared.notPlayed, report->compared.notPlayed - 1);
    }

    void SEC_no_part_of_a_masked_chain_is_sent()
    {
        ReplayRig rig(true);
        Recording recording;
        const auto add = [&recording](const char* request, std::vector<ByteRange> secrets = {}) {
            Record row;
            row.to = Actor::Card;
            row.request = QByteArray::fromHex(request);
            row.response = QByteArray::fromHex("9000");
            row.status = QStringLiteral("9000");
            row.secrets = std::move(secrets);
            recording.store.append(row);
        };
        add("00A40004023F00");
        add("10DB3FFF02AABB");
        add("10DB3FFF02FFFF", {{RecordPart::Request, 5, 2}});
        add("00DB3FFF02AABB");
        add("00C0000002");
        add("00A40004023F00");
        ReplayRequest request = rig.request(ReplayTarget::Card);
        request.recording = recording;
        request.rows = allOf(recording);
        const auto report = replay(request);
        QVERIFY(report);
        QCOMPARE(report->compared.notPlayed, std::size_t{4});
        QCOMPARE(report->answered.store.size(), std::size_t{2});
    }

    void SEC_masked_messages_are_not_said_either()
    {
        Recording recording;
        const auto add = [&recording](Actor from, const QByteArray& request, const QByteArray& response) {
            Record row;
            row.layer = Layer::SyncMl;
            row.from = from;
            row.to = from == Actor::Device ? Actor::Server : Actor::Device;
            row.request = request;
            row.response = response;
            SecretWatch().mark(row);
            recording.store.append(row);
        };
        const auto message = [](const char* target, const char* source, const char* body) {
            return QByteArray(
                       "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>"
                       "<SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>")
                + target + "</LocURI></Target><Source><LocURI>" + source + "</LocURI></Source></SyncHdr><SyncBody>"
                + body + "<Final/></SyncBody></SyncML>";
        };
        add(Actor::Device, message("https://dms", "IMEI:1", "<Alert><CmdID>1</CmdID><Data>1201</Data></Alert>"), {});
        add(Actor::Server,
            message("IMEI:1", "https://dms",
                "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Chal><Meta>"
                "<Type xmlns='syncml:metinf'>syncml:auth-md5</Type><NextNonce "
                "xmlns='syncml:metinf'>........</NextNonce>"
                "</Meta></Chal><Data>212</Data></Status><Add><CmdID>2</CmdID><Item><Target><LocURI>./A/Password</"
                "LocURI>"
                "</Target><Data>......</Data></Item></Add>"),
            message("https://dms", "IMEI:1",
                "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Add</Cmd>"
                "<Data>404</Data></Status>"));
        ReplayRig rig;
        ReplayRequest request = rig.request(ReplayTarget::Handset);
        request.recording = recording;
        request.rows = allOf(recording);
        const auto report = replay(request);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->compared.notPlayed, std::size_t{1});
        for (std::uint32_t i = 0; i < report->answered.store.size(); ++i)
            QVERIFY(!report->answered.store.at(RecordNo{i}).request.contains(QByteArrayView("<Add>")));
    }

    void what_is_masked_on_one_side_is_no_difference()
    {
        Record row;
        row.to = Actor::Card;
        row.request = QByteArray::fromHex("0088000004AABBCCDD");
        row.response = QByteArray::fromHex("112233449000");
        row.status = QStringLiteral("9000");
        row.secrets = {{RecordPart::Response, 0, 4}};
        Recording shown;
        shown.store.append(row);
        row.response = QByteArray::fromHex("FFFFFFFF9000");
        Recording masked;
        masked.store.append(row);
        const auto same = compareRecordings(masked, allOf(masked), shown, allOf(shown));
        QVERIFY(same.agree());
        QVERIFY(differences(masked, RecordNo{0}, shown, RecordNo{0}).empty());
        // Where nothing is masked secrets are compared like all else.
        row.response = QByteArray::fromHex("112233459000");
        Recording other;
        other.store.append(row);
        QVERIFY(!compareRecordings(other, allOf(other), shown, allOf(shown)).agree());
    }

    void what_differs_is_told()
    {
        Record row;
        row.layer = Layer::SyncMl;
        row.name = QStringLiteral("Get");
        row.status = QStringLiteral("200");
        Recording left;
        left.store.append(row);
        row.status = QStringLiteral("404");
        Recording right;
        right.store.append(row);
        QVERIFY(!compareRecordings(left, allOf(left), right, allOf(right)).agree());
        const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
        QCOMPARE(fields.size(), std::size_t{1});
        QCOMPARE(fields.front().left, QStringLiteral("200"));
        QCOMPARE(fields.front().right, QStringLiteral("404"));
    }

    void an_edited_command_is_what_is_sent()
    {
        ReplayRig rig(true);
        (void)rig.open(Where::Kind::Card, "card");
        ReplayRequest request = rig.request(ReplayTarget::Card);
        const auto row = rig.rowNamed("SELECT", Layer::Apdu);
        QVERIFY(row);
        request.edited[*row] = QByteArray::fromHex("00A40004026F99");
        const auto report = replay(request);
        QVERIFY(report);
        QVERIFY(!report->compared.agree());
        const auto pair =
            std::ranges::find_if(report->compared.rows, [&row](const RowPair& one) { return one.left == row; });
        QVERIFY(pair != report->compared.rows.end() && pair->right);
        QCOMPARE(pair->state, Agreement::Differs);
        QCOMPARE(report->answered.store.at(*pair->right).request.toByteArray(), request.edited.at(*row));
    }

    void what_a_secured_session_carried_is_said_again_in_a_fresh_one_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("role");
        QTest::newRow("SCP03 issuer") << int(HandshakeMethod::Scp03) << int(Role::Issuer);
        QTest::newRow("SCP03 device") << int(HandshakeMethod::Scp03) << int(Role::Device);
        QTest::newRow("SCP11a DMS") << int(HandshakeMethod::Scp11a) << int(Role::Dms);
        QTest::newRow("SCP11c device") << int(HandshakeMethod::Scp11c) << int(Role::Device);
    }
    void what_a_secured_session_carried_is_said_again_in_a_fresh_one()
    {
        QFETCH(int, method);
        QFETCH(int, role);
        ReplayRig rig;
        HandshakeRequest as;
        as.method = static_cast<HandshakeMethod>(method);
        as.as = static_cast<Role>(role);
        SideOptions options;
        options.records = rig.records;
        options.request = as;
        {
            const auto side = SideSession::open({Where::Kind::Card, rig.path("card")}, options);
            QVERIFY2(side.has_value(), side ? "" : qPrintable(side.error().text()));
            QVERIFY((*side)->reload());
        }
        const auto report = replay(rig.request(ReplayTarget::Card));
        QCOMPARE(problem(report), QString());
        QVERIFY2(report->notes.empty(), qPrintable(told(*report)));
        QVERIFY(countOf(*report, Layer::SecureChannel) > 2);
        QVERIFY(std::ranges::any_of(report->compared.rows, &RowPair::expected));
    }

    void a_changed_card_answers_a_secured_session_otherwise()
    {
        ReplayRig rig;
        (void)rig.open(Where::Kind::Card, "card");
        const ReplayRequest request = rig.request(ReplayTarget::Card);
        const auto side = rig.open(Where::Kind::Card, "card.before");
        QVERIFY(changeFirstLeaf(*side));
        const auto report = replay(request);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QVERIFY(!report->compared.agree());
        QVERIFY(report->notes.empty());
    }

    void changes_are_made_again_on_the_copy()
    {
        ReplayRig rig;
        {
            const auto side = rig.open(Where::Kind::Card, "card");
            QVERIFY(changeFirstLeaf(*side));
        }
        const auto report = replay(rig.request(ReplayTarget::Card));
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QVERIFY2(report->compared.onlyLeft == 0 && report->compared.onlyRight == 0, qPrintable(told(*report)));
        QVERIFY2(report->compared.differs <= 2, qPrintable(told(*report))); // the journal tells random ids and times
    }

    void an_unprotected_command_can_be_edited_in_a_secured_session()
    {
        ReplayRig rig;
        (void)rig.open(Where::Kind::Card, "card");
        ReplayRequest request = rig.request(ReplayTarget::Card);
        const auto row = rig.rowNamed("SYNC STATUS", Layer::SecureChannel);
        QVERIFY(row);
        request.edited[*row] = QByteArray::fromHex("80FE000000");
        const auto report = replay(request);
        QVERIFY(report);
        const auto pair =
            std::ranges::find_if(report->compared.rows, [&row](const RowPair& one) { return one.left == row; });
        QVERIFY(pair != report->compared.rows.end() && pair->right);
        QCOMPARE(pair->state, Agreement::Differs);
        QCOMPARE(report->answered.store.at(*pair->right).status.toByteArray(), QByteArray("6D00"));
    }

    void without_credentials_the_card_refuses_and_it_is_told()
    {
        ReplayRig rig;
        (void)rig.open(Where::Kind::Card, "card");
        ReplayRequest request = rig.request(ReplayTarget::Card);
        // Rows that tell nothing unprotected, and a key version that nobody has.
        Recording stranger;
        for (const RecordNo row : request.rows) {
            const RecordView view = rig.recording.store.at(row);
            if (view.layer == Layer::SecureChannel)
                continue;
            Record record;
            record.layer = view.layer;
            record.from = view.from;
            record.to = view.to;
            record.name = QString::fromUtf8(view.name);
            record.status = QString::fromUtf8(view.status);
            record.request = view.request.toByteArray();
            record.response = view.response.toByteArray();
            if (record.name == QLatin1String("INITIALIZE UPDATE"))
                record.request[2] = '\x7D';
            stranger.store.append(record);
        }
        request.recording = stranger;
        request.rows = allOf(stranger);
        const auto report = replay(request);
        QVERIFY(report);
        QVERIFY(!report->compared.agree());
        QVERIFY(!report->notes.empty());
    }

    void uc1_is_replayed_to_a_handset_data()
    {
        QTest::addColumn<bool>("wbxml");
        QTest::addColumn<int>("answer");
        QTest::newRow("WBXML, yes") << true << int(PromptAnswer::Verdict::Yes);
        QTest::newRow("XML, yes") << false << int(PromptAnswer::Verdict::Yes);
        QTest::newRow("WBXML, no") << true << int(PromptAnswer::Verdict::No);
    }
    void uc1_is_replayed_to_a_handset()
    {
        QFETCH(bool, wbxml);
        QFETCH(int, answer);
        ReplayRig rig;
        const FlowReport flow = rig.run(FlowKind::Uc1, static_cast<PromptAnswer::Verdict>(answer), wbxml);
        QVERIFY2(flow.done, qPrintable(flow.outcome));
        const QByteArray before = bytesOf(rig.path("handset.before"));
        const auto report = replay(rig.request(ReplayTarget::Handset));
        QCOMPARE(problem(report), QString());
        QVERIFY(report->compared.same >= 2);
        QVERIFY(report->skipped > 0);
        QCOMPARE(bytesOf(rig.path("handset.before")), before);
    }

    void uc1_is_replayed_to_the_card()
    {
        ReplayRig rig;
        const FlowReport flow = rig.run(FlowKind::Uc1);
        QVERIFY2(flow.done, qPrintable(flow.outcome));
        const auto report = replay(rig.request(ReplayTarget::Card));
        QCOMPARE(problem(report), QString());
    }

    void an_edited_message_changes_what_the_handset_answers()
    {
        ReplayRig rig;
        QVERIFY(rig.run(FlowKind::Uc1, PromptAnswer::Verdict::Yes, false).done);
        ReplayRequest request = rig.request(ReplayTarget::Handset);
        bool isEdited = false;
        for (const RecordNo row : request.rows) {
            const RecordView view = rig.recording.store.at(row);
            const auto part = sentPart(ReplayTarget::Handset, view);
            if (!part || *part != RecordPart::Request || isEdited)
                continue;
            QByteArray message = view.request.toByteArray();
            const qsizetype command = message.indexOf("<Replace>");
            const QByteArray name = command >= 0 ? "Replace" : "Add";
            if (!message.contains('<' + name + '>'))
                continue;
            message.replace('<' + name + '>', "<Exec>").replace("</" + name + '>', "</Exec>");
            request.edited[row] = message;
            isEdited = true;
        }
        QVERIFY(isEdited);
        const auto report = replay(request);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QVERIFY(!report->compared.agree());
        QVERIFY(report->compared.differs > 0);
    }

    void uc2_a1_is_replayed_to_handset_and_server()
    {
        ReplayRig rig;
        const FlowReport flow = rig.run(FlowKind::Uc2A1);
        QVERIFY2(flow.done, qPrintable(flow.outcome));
        const auto handset = replay(rig.request(ReplayTarget::Handset));
        QCOMPARE(problem(handset), QString());
        QVERIFY(handset->compared.same > 3);
        const auto server = replay(rig.request(ReplayTarget::Server));
        QCOMPARE(problem(server), QString());
        QVERIFY(server->compared.same > 3);
    }

    void an_edited_answer_of_the_device_changes_what_the_server_says()
    {
        ReplayRig rig;
        QVERIFY(rig.run(FlowKind::Uc2A1).done);
        ReplayRequest request = rig.request(ReplayTarget::Server);
        const auto first = std::ranges::find_if(request.rows,
            [&](RecordNo row) { return sentPart(ReplayTarget::Server, rig.recording.store.at(row)).has_value(); });
        QVERIFY(first != request.rows.end());
        request.edited[*first] = "this is no message";
        const auto report = replay(request);
        QVERIFY(report);
        QVERIFY(!report->compared.agree());
    }

    /// One side is said again, without the Copy that made its value a secret.
    void SEC_a_replay_hides_what_the_recorded_session_copied()
    {
        const auto message = [](const char* number, const QByteArray& commands) {
            return QByteArray("<SyncML><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>"
                              "<MsgID>")
                + number
                + "</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>"
                + commands + "<Final/></SyncBody></SyncML>";
        };
        Record row;
        row.layer = Layer::SyncMl;
        row.from = Actor::Server;
        row.to = Actor::Device;
        row.request = message("1",
            "<Copy><CmdID>2</CmdID><Item><Target><LocURI>./Foo/Name</LocURI></Target><Source><LocURI>"
            "./DMAcc/x/AppAuth/y/AAuthSecret</LocURI></Source></Item></Copy>");
        row.response = message("2",
            "<Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Item><Source><LocURI>./Foo/Name</LocURI>"
            "</Source><Data>QzXwVuYkJh7</Data></Item></Results>");
        const ReplayRig rig;
        ReplayRequest request = rig.request(ReplayTarget::Server);
        request.recording.store.append(row);
        request.rows = allOf(request.recording);
        const auto report = replay(request);
        QVERIFY(report);
        const RecordStore& answered = report->answered.store;
        bool wasSaid = false;
        for (const RecordNo number : allOf(report->answered)) {
            const qsizetype at = answered.at(number).response.indexOf("QzXwVuYkJh7");
            wasSaid = wasSaid || at >= 0;
            const std::vector<ByteRange> hidden{{RecordPart::Response, static_cast<std::uint32_t>(at), 11}};
            QVERIFY(at < 0 || answered.secrets(number) == hidden);
        }
        QVERIFY(wasSaid);
    }

    void uc2_is_replayed_to_the_card()
    {
        ReplayRig rig;
        const FlowReport flow = rig.run(FlowKind::Uc2);
        QVERIFY2(flow.done, qPrintable(flow.outcome));
        const auto report = replay(rig.request(ReplayTarget::Card));
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QVERIFY2(report->compared.agree(), qPrintable(told(*report)));
    }

    void a_card_in_a_reader_is_written_to_only_where_that_is_allowed()
    {
        ReplayRequest request;
        request.where = {Where::Kind::Reader, QStringLiteral("some reader")};
        const auto report = replay(request);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NotAllowed);
    }

    void a_wrong_place_is_an_error()
    {
        ReplayRig rig;
        ReplayRequest request = rig.request(ReplayTarget::Card);
        request.where = {Where::Kind::Handset, rig.path("handset")};
        QCOMPARE(replay(request).error().kind, ErrorKind::BadValue);
        request = rig.request(ReplayTarget::Handset);
        request.where = {Where::Kind::Handset, rig.path("card")};
        QVERIFY(!replay(request));
        request = rig.request(ReplayTarget::Server);
        request.rows = {RecordNo{7}};
        QCOMPARE(replay(request).error().kind, ErrorKind::BadValue);
    }

    void a_replay_can_be_stopped()
    {
        ReplayRig rig;
        (void)rig.open(Where::Kind::Card, "card");
        std::size_t asked = 0;
        const auto report =
            replay(rig.request(ReplayTarget::Card), [&asked](std::size_t, std::size_t) { return ++asked < 4; });
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QCOMPARE(asked, std::size_t{4});
    }

    void hostile_recordings_are_played_to_their_end()
    {
        ReplayRig rig;
        QVERIFY(rig.run(FlowKind::Uc1).done);
        QRandomGenerator random(42);
        for (int run = 0; run < 6; ++run) {
            Recording hostile;
            for (const RecordNo row : allOf(rig.recording)) {
                const RecordView view = rig.recording.store.at(row);
                if (random.bounded(5) == 0)
                    continue;
                Record record;
                record.layer = view.layer;
                record.from = view.from;
                record.to = view.to;
                record.continuation = view.continuation;
                record.name = QString::fromUtf8(view.name);
                record.status = QString::fromUtf8(view.status);
                record.request = view.request.toByteArray();
                record.response = view.response.toByteArray();
                for (QByteArray* bytes : {&record.request, &record.response}) {
                    if (!bytes->isEmpty() && random.bounded(3) == 0)
                        (*bytes)[random.bounded(bytes->size())] = static_cast<char>(random.bounded(256));
                    if (random.bounded(10) == 0)
                        bytes->truncate(random.bounded(bytes->size() + 1));
                }
                hostile.store.append(record);
            }
            for (const ReplayTarget target : {ReplayTarget::Card, ReplayTarget::Handset, ReplayTarget::Server}) {
                ReplayRequest request = rig.request(target);
                request.recording = hostile;
                request.rows = allOf(hostile);
                const auto report = replay(request);
                QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
            }
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, ReplayTest>(argc, argv);
}

} // namespace dmsc::tst_replay

#include "tst_replay.moc"
