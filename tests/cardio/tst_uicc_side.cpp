// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/uicc_side.h"
#include "cardio/link/in_process_link.h"
#include "cardio/session/tree_client.h"
#include "cardio/uicc/uicc_card.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

namespace dmsc::tst_uicc_side {

using namespace dmsc::test;

namespace {

constexpr std::uint8_t kPin1 = 0x01;
constexpr std::uint8_t kAdm1 = 0x0A;
constexpr std::uint8_t kSecondPin1 = 0x81;

/// An emulated UICC, what was said to it, and a fault that a test may plant.
struct Rig
{
    explicit Rig(const std::string& more = {})
    {
        CardSetup setup;
        setup.iccid = "8949010000000000016";
        setup.tree = treeOf(R"(
            Acc  node  urn:oma:mo:oma-dm-dmacc:1.0
              AppID = w7
              ServerID = org.example
)" + more);
        if (const auto made = CardImage::create(folder.filePath(QStringLiteral("card")), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        auto opened = UiccCard::open(folder.filePath(QStringLiteral("card")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        card = std::move(*opened);
        inner = std::make_unique<InProcessLink>(*card);
    }

    std::unique_ptr<SideSession> open()
    {
        LinkFault faults;
        faults.onResponse = [this](std::size_t, Result<Bytes>& response) {
            ++exchanges;
            if (failAt != 0 && exchanges >= failAt && exchanges < failAt + failFor)
                response = fail(ErrorKind::Io, QStringLiteral("the card was pulled"));
            if (fault)
                fault(response);
        };
        SideOptions options;
        options.records = RecordOutlet([this](Record record) { records.push_back(std::move(record)); });
        auto side = UiccSide::open(
            std::make_unique<FaultyLink>(*inner, faults), {Where::Kind::Reader, QStringLiteral("test")}, options, {});
        if (!side)
            qFatal("%s", qPrintable(side.error().text()));
        return std::move(*side);
    }

    QTemporaryDir folder;
    std::unique_ptr<UiccCard> card;
    std::unique_ptr<InProcessLink> inner;
    std::vector<Record> records;
    std::size_t exchanges = 0;
    std::size_t failAt = 0;
    std::size_t failFor = 1'000'000;
    std::function<void(Result<Bytes>&)> fault;
};

const CardFile* fileNamed(const SideSession& side, const QString& name)
{
    for (const CardFile& file : side.state().files->files)
        if (file.name == name)
            return &file;
    return nullptr;
}

const CardPin* pin(const SideSession& side, std::uint8_t reference)
{
    for (const CardPin& pin : side.state().files->pins)
        if (pin.reference == reference)
            return &pin;
    return nullptr;
}

Operation replaceValue(const Tree& tree, const char* uri, const char* after)
{
    Operation operation;
    operation.side = Side::Card;
    operation.uri = Uri::parse(uri).value();
    const NodeId node = tree.find(operation.uri);
    if (node == kNoNode)
        qFatal("no node %s in\n%s", uri, textOf(tree).c_str());
    operation.before = std::string(tree.value(node));
    operation.after = after;
    return operation;
}

Operation deletion(const Tree& tree, const char* uri)
{
    Operation operation;
    operation.side = Side::Card;
    operation.kind = Operation::Kind::Delete;
    operation.uri = Uri::parse(uri).value();
    operation.removed = takeSubtree(tree, tree.find(operation.uri));
    return operation;
}

void unlock(SideSession& side, const std::vector<std::pair<std::uint8_t, const char*>>& keys)
{
    for (const auto& [key, digits] : keys) {
        const auto state = side.verifyPin(key, digits);
        if (!state || !state->verified)
            qFatal("key %d is not verified: %s", key, state ? "" : qPrintable(state.error().text()));
    }
}

} // namespace

class TestUiccSide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_12_findsTheFiles();
    void pinsAreTriedOnceAndNotShown();
    void mosBesideTheDevicesTree();
    void DM_SC_GEN_19_anMoWithAPartMissingIsLeftOut();
    void DM_SC_GEN_2_writesBackWithTheBytesShownFirst();
    void refusesWhatTheCardWouldRefuse();
    void conflictsAreFoundBeforeWriting();
    void resizesAndReadsFiles();
    void aFailingLinkLeavesOldOrNew();
    void filesBesideTheApplication();
};

void TestUiccSide::DM_SC_GEN_12_findsTheFiles()
{
    Rig rig;
    const auto side = rig.open();
    const CardFileTree& tree = *side->state().files;
    QVERIFY(fileNamed(*side, QStringLiteral("ADF.USIM")));
    QVERIFY(fileNamed(*side, QStringLiteral("ADF.ISIM")));
    QVERIFY(fileNamed(*side, QStringLiteral("PKCS#15")));
    QVERIFY(fileNamed(*side, QStringLiteral("DM_SC")));
    QVERIFY(fileNamed(*side, QStringLiteral("ISD")));
    const CardFile* nas = fileNamed(*side, QStringLiteral("EF_NASCONFIG"));
    QVERIFY(nas);
    QCOMPARE(nas->kind, CardFileKind::Transparent);
    QCOMPARE(nas->size, std::optional<std::uint64_t>(64));
    QCOMPARE(nas->moType, QStringLiteral("urn:oma:mo:ext-3gpp-nas-config:1.0"));
    QVERIFY(!nas->access.empty());
    QCOMPARE(nas->access.front().operation, QStringLiteral("read"));
    QCOMPARE(nas->access.front().condition, QStringLiteral("PIN 1 verified"));
    QVERIFY(tree.freeMemory.has_value());
    QVERIFY(pin(*side, kPin1) && pin(*side, kAdm1));
    QCOMPARE(pin(*side, kPin1)->triesLeft, std::optional<int>(3));
    QVERIFY(!side->state().detail.isEmpty());
    for (std::size_t i = 1; i < tree.files.size(); ++i)
        QVERIFY(tree.files[i].parent >= 0 && tree.files[i].parent < static_cast<int>(i));
    qInfo("%zu exchanges for %zu files", rig.exchanges, tree.files.size());
    QVERIFY(rig.exchanges < 200);
}

void TestUiccSide::pinsAreTriedOnceAndNotShown()
{
    Rig rig;
    const auto side = rig.open();
    const std::size_t before = rig.exchanges;
    const auto wrong = side->verifyPin(kPin1, "9999");
    QVERIFY(wrong && !wrong->verified);
    QCOMPARE(wrong->triesLeft, std::optional<int>(2));
    QCOMPARE(rig.exchanges, before + 1); // one try, and nothing else
    const Record& record = rig.records.back();
    QCOMPARE(record.secrets.size(), std::size_t{1});
    QCOMPARE(record.request.mid(record.secrets[0].offset, 4), QByteArray("9999"));
    const auto right = side->verifyPin(kPin1, "1234");
    QVERIFY(right && right->verified);
    QVERIFY(side->tree().child(Tree::root(), "NASConfig") != kNoNode); // what was locked is there now
    QVERIFY(!side->verifyPin(kPin1, "123456789"));

    for (int left = 2; left >= 0; --left)
        QCOMPARE(side->verifyPin(kSecondPin1, "0000")->triesLeft, std::optional<int>(left));
    const auto blocked = side->verifyPin(kSecondPin1, "5678");
    QVERIFY(blocked && !blocked->verified);
    QCOMPARE(blocked->triesLeft, std::optional<int>(0));
}

void TestUiccSide::mosBesideTheDevicesTree()
{
    Rig rig;
    const auto side = rig.open();
    QVERIFY(side->tree().child(Tree::root(), "NASConfig") == kNoNode);
    QVERIFY(!side->state().warnings.empty());
    unlock(*side, {{kPin1, "1234"}});
    const Tree& tree = side->tree();
    QCOMPARE(textOf(tree, tree.child(Tree::root(), "NASConfig")), normalText(R"(
        NASConfig  node  urn:oma:mo:ext-3gpp-nas-config:1.0
          ExtendedAccessBarring : int = 1
          MinimumPeriodicSearchTimer : int = 60
          NAS_SignallingPriority : int = 1
          Override_ExtendedAccessBarring : int = 1
          Override_NAS_SignallingLowPriority : int = 1
          SM_RetryWaitTime : int = 172
    )"));
    // Commands to the file with the XCAP passwords are no reading for the log.
    const bool marked = std::any_of(rig.records.begin(), rig.records.end(), [](const Record& record) {
        return record.name == QStringLiteral("RETRIEVE DATA") && !record.secrets.empty()
            && record.secrets.back().part == RecordPart::Response;
    });
    QVERIFY(marked);
    for (const char* name : {"IMSConfig", "MuDMiDConfig", "XCAPConfig", "PSDataOff", "AccessPoints", "MCPTTUEConfig"})
        QVERIFY2(tree.child(Tree::root(), name) != kNoNode, textOf(tree).c_str());
    // What the card publishes of its store by PKCS#15.
    std::size_t accounts = 0;
    for (const NodeId node : tree.children(Tree::root()))
        accounts += tree.type(node) == "urn:oma:mo:oma-dm-dmacc:1.0" ? 1U : 0U;
    QCOMPARE(accounts, std::size_t{1});
}

void TestUiccSide::DM_SC_GEN_19_anMoWithAPartMissingIsLeftOut()
{
    constexpr std::size_t kSize = 40'000; // two data objects
    Rig rig("            Big  node  urn:example:mo:big:1.0\n              L = " + std::string(kSize, 'x') + "\n");
    rig.fault = [cut = false](Result<Bytes>& response) mutable {
        if (!cut && response && std::count(response->begin(), response->end(), 'x') > 100) {
            cut = true;
            *response = {0x90, 0x00}; // success, and nothing read
        }
    };
    const auto side = rig.open();
    QVERIFY(side->tree().child(Tree::root(), "Big") == kNoNode);
    const auto& warnings = side->state().warnings;
    QVERIFY(std::any_of(warnings.begin(), warnings.end(),
        [](const QString& warning) { return warning.contains(QStringLiteral("Big: 1 of its 2 parts")); }));
    QVERIFY(side->reload());
    const NodeId leaf = side->tree().find(*Uri::parse("./Big/L"));
    QVERIFY(leaf != kNoNode);
    QCOMPARE(side->tree().value(leaf).size(), kSize);
}

void TestUiccSide::DM_SC_GEN_2_writesBackWithTheBytesShownFirst()
{
    Rig rig;
    const auto side = rig.open();
    unlock(*side, {{kPin1, "1234"}});
    const std::vector<Operation> operations = {
        replaceValue(side->tree(), "./NASConfig/MinimumPeriodicSearchTimer", "120"),
        deletion(side->tree(), "./NASConfig/SM_RetryWaitTime"),
        replaceValue(side->tree(), "./IMSConfig/Name", "Fjordnet voice"),
    };
    const auto locked = side->preview(operations);
    QVERIFY2(locked.has_value(), locked ? "" : qPrintable(locked.error().text()));
    QCOMPARE(locked->size(), std::size_t{2});
    QCOMPARE((*locked)[0].pin, kAdm1);
    const auto refused = side->apply(operations);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Security);
    QVERIFY(refused.error().what.contains(QStringLiteral("ADM 1")));

    unlock(*side, {{kAdm1, "11223344"}});
    const auto shown = side->preview(operations);
    QVERIFY(shown && shown->size() == 2);
    const CardFileWrite& nas = (*shown)[0];
    QCOMPARE(nas.name, QStringLiteral("EF_NASCONFIG"));
    QCOMPARE(nas.pin, std::uint8_t{0});
    QCOMPARE(nas.part.bytes.toHex().toUpper().left(30), QByteArray("800101840101860101870101830178"));
    QCOMPARE(nas.part.bytes.size(), nas.before.size());
    // The range that changes, no more: 3C -> 78 and the object behind it.
    QCOMPARE(nas.apdus.size(), std::size_t{3});
    QCOMPARE(nas.apdus[2], QStringLiteral("00D6000E0478FFFFFF"));

    rig.records.clear();
    const auto results = side->apply(operations);
    QVERIFY2(results.has_value(), results ? "" : qPrintable(results.error().text()));
    QVERIFY(allGood(*results));
    for (const CardFileWrite& write : *shown)
        for (const QString& apdu : write.apdus)
            QVERIFY2(apdu.mid(2, 2) == QStringLiteral("A4")
                    || std::any_of(rig.records.begin(), rig.records.end(),
                        [&apdu](const Record& record) { return record.request.toHex().toUpper() == apdu.toLatin1(); }),
                qPrintable(apdu));
    QCOMPARE(std::string(side->tree().value(side->tree().find(Uri::parse("./IMSConfig/Name").value()))),
        std::string("Fjordnet voice"));
    QVERIFY(side->tree().find(Uri::parse("./NASConfig/SM_RetryWaitTime").value()) == kNoNode);
}

void TestUiccSide::refusesWhatTheCardWouldRefuse()
{
    Rig rig;
    const auto side = rig.open();
    unlock(*side, {{kPin1, "1234"}, {kAdm1, "11223344"}});
    Operation added;
    added.side = Side::Card;
    added.kind = Operation::Kind::Add;
    added.uri = Uri::parse("./NASConfig/Profile").value();
    added.added = takeSubtree(treeOf("Profile = x"), NodeId{1});
    const std::vector<Operation> operations = {
        replaceValue(side->tree(), "./NASConfig/NAS_SignallingPriority", "0"), added};
    const auto results = side->apply(operations);
    QVERIFY(results);
    QCOMPARE((*results)[0].status, 215);
    QCOMPARE((*results)[1].status, 405);
    QVERIFY(!side->preview(operations));

    // An MO of the card's store is published read-only.
    const auto children = side->tree().children(Tree::root());
    for (const NodeId node : children) {
        if (side->tree().type(node) != "urn:oma:mo:oma-dm-dmacc:1.0")
            continue;
        const std::string uri = side->tree().uri(node).text() + "/AppID";
        const auto published = side->apply({replaceValue(side->tree(), uri.c_str(), "w8")});
        QVERIFY(published);
        QCOMPARE(published->front().status, 405);
        break;
    }

    Operation title;
    title.side = Side::Card;
    title.uri = Uri::parse("./NASConfig").value();
    title.property = Property::Title;
    title.after = "NAS configuration";
    const auto passedOver = side->apply({title});
    QVERIFY(passedOver && allGood(*passedOver));
    QVERIFY(!passedOver->front().text.isEmpty());
}

void TestUiccSide::conflictsAreFoundBeforeWriting()
{
    Rig rig;
    const auto side = rig.open();
    unlock(*side, {{kPin1, "1234"}, {kAdm1, "11223344"}});
    const auto shown = side->preview({replaceValue(side->tree(), "./NASConfig/NAS_SignallingPriority", "0")});
    QVERIFY(shown && shown->size() == 1);
    QVERIFY(allGood(*side->apply({replaceValue(side->tree(), "./NASConfig/ExtendedAccessBarring", "0")})));
    const auto late = side->writeFile(shown->front());
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Conflict);
}

void TestUiccSide::resizesAndReadsFiles()
{
    Rig rig;
    const auto side = rig.open();
    unlock(*side, {{kPin1, "1234"}, {kAdm1, "11223344"}});
    const QString path = fileNamed(*side, QStringLiteral("EF_NASCONFIG"))->path;
    QVERIFY(path.startsWith(QStringLiteral("A0000000871002")));
    QVERIFY(path.endsWith(QStringLiteral("/6FE8")));
    const auto resized = side->resizeFile(path, 40);
    QVERIFY2(resized.has_value(), resized ? "" : qPrintable(resized.error().text()));
    QCOMPARE(fileNamed(*side, QStringLiteral("EF_NASCONFIG"))->size, std::optional<std::uint64_t>(40));
    QCOMPARE(side->readFile(path)->parts.front().bytes.size(), qsizetype{40});

    const auto rules = side->readFile(QStringLiteral("3F00/2F06"));
    QVERIFY(rules && rules->parts.size() > 1);
    QCOMPARE(rules->parts[1].number, 2U);
    const auto ims = side->readFile(fileNamed(*side, QStringLiteral("EF_IMSConfigData"))->path);
    QVERIFY(ims && ims->parts.size() == 2);
    QCOMPARE(ims->parts[0].number, 0x80U);
    QVERIFY(!side->readFile(QStringLiteral("3F00/1234")));
    QVERIFY(!side->readFile(QStringLiteral("3F00")));
}

void TestUiccSide::aFailingLinkLeavesOldOrNew()
{
    // The link fails once at every exchange of an apply that writes two files.
    std::string before;
    std::string after;
    std::size_t length = 0;
    for (std::size_t n = 0; n == 0 || n <= length; ++n) {
        Rig rig;
        auto side = rig.open();
        unlock(*side, {{kPin1, "1234"}, {kAdm1, "11223344"}});
        if (before.empty())
            before = textOf(side->tree());
        const std::vector<Operation> operations = {
            replaceValue(side->tree(), "./NASConfig/MinimumPeriodicSearchTimer", "120"),
            replaceValue(side->tree(), "./IMSConfig/Name", "Fjordnet voice")};
        const std::size_t start = rig.exchanges;
        rig.failAt = n == 0 ? 0 : start + n;
        rig.failFor = n % 2 == 0 ? 1 : 3;
        const auto results = side->apply(operations);
        if (n == 0) {
            QVERIFY(results && allGood(*results));
            length = rig.exchanges - start;
            after = textOf(side->tree());
            QVERIFY(before != after);
            continue;
        }
        rig.failAt = 0;
        rig.card->reset();
        auto again = rig.open();
        unlock(*again, {{kPin1, "1234"}, {kAdm1, "11223344"}});
        const std::string now = textOf(again->tree());
        const bool named = !results && results.error().what.contains(QStringLiteral("could not be put back"));
        QVERIFY2(now == before || now == after || named, now.c_str());
        if (results && allGood(*results))
            QVERIFY(now == after);
    }
    qInfo("%zu exchanges cut one by one", length);
}

void TestUiccSide::filesBesideTheApplication()
{
    Rig rig;
    rig.card.reset(); // the side opens the image itself
    const auto side = SideSession::open({Where::Kind::Card, rig.folder.filePath(QStringLiteral("card"))});
    QVERIFY2(side.has_value(), side ? "" : qPrintable(side.error().text()));
    SideSession& card = **side;
    QVERIFY(!card.state().files);
    QVERIFY(card.explore());
    QVERIFY(fileNamed(card, QStringLiteral("EF_NASCONFIG")));
    // The secure channel of the application has not noticed.
    const auto changed = card.apply({replaceValue(card.tree(), "./Acc/ServerID", "org.example.new")});
    QVERIFY2(changed.has_value() && allGood(*changed), changed ? "" : qPrintable(changed.error().text()));
    unlock(card, {{kPin1, "1234"}, {kAdm1, "11223344"}});
    const QString path = fileNamed(card, QStringLiteral("EF_NASCONFIG"))->path;
    auto content = card.readFile(path);
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().text()));
    CardFileWrite write;
    write.path = path;
    write.name = QStringLiteral("EF_NASCONFIG");
    write.part = content->parts.front();
    write.before = write.part.bytes;
    write.part.bytes[2] = '\0';
    QVERIFY(card.writeFile(write));
    QCOMPARE(card.readFile(path)->parts.front().bytes, write.part.bytes);
    QVERIFY(card.reload());
    QCOMPARE(std::string(card.tree().value(card.tree().find(Uri::parse("./Acc/ServerID").value()))),
        std::string("org.example.new"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccSide>(argc, argv);
}

} // namespace dmsc::tst_uicc_side

#include "tst_uicc_side.moc"
