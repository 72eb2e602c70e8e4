// SPDX-License-Identifier: Apache-2.0
// The objects around the handshake as a real card writes them, then with every byte changed, cut short and repeated.
#include "card_rig.h"
#include "tests/support/card_objects.h"

#include "cardio/card/card_interface.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_card_objects {

using namespace dmsc::test;

namespace {

Bytes inputOf(CardObject object, ByteView data)
{
    Bytes input{static_cast<std::uint8_t>(object)};
    input.insert(input.end(), data.begin(), data.end());
    return input;
}

/// Of the demo card, as it answers its issuer.
std::vector<Bytes> realObjects(const QString& path)
{
    const auto card = EmulatedCard::open(path);
    if (!card)
        qFatal("%s", qPrintable(card.error().text()));
    InProcessLink link(**card);
    const Bytes aid(std::begin(card::kAid), std::end(card::kAid));
    const auto selected = sendOne(link, {0x00, card::kInsSelect, 0x04, 0x00, aid, kMaxShortLe});
    auto client = CardClient::open(link, Scp03KeySet::test());
    if (!selected || !client)
        qFatal("no card");
    std::vector<Bytes> objects{inputOf(CardObject::Discovery, selected->data)};
    std::optional<CardObject> asked;
    (*client)->setPlainTap([&](const CommandApdu& command, const ResponseApdu& answer) {
        if (asked)
            objects.push_back(inputOf(*asked, answer.data));
        if (command.ins == card::kInsManageMemory) {
            Bytes request{command.p1};
            request.insert(request.end(), command.data.begin(), command.data.end());
            objects.push_back(inputOf(CardObject::MemoryRequest, request));
        }
    });
    asked = CardObject::SyncStatus;
    const auto status = (*client)->syncStatus();
    asked = CardObject::Journal;
    const bool told = status && (*client)->journal(status->epoch, status->oldest);
    asked = CardObject::Access;
    const auto access = (*client)->accessConditions();
    asked = CardObject::Memory;
    const auto memory = (*client)->memory();
    asked = CardObject::Owners;
    const auto owners = (*client)->owners();
    asked = CardObject::Policy;
    const auto policy = (*client)->policy();
    asked.reset();
    const auto managed = (*client)->manageMemory({MemoryAction::Extend, "device", Blocks{2}});
    if (!told || !access || !memory || !owners || !policy || !managed || !managed->done())
        qFatal("the card did not answer");
    const std::vector<DigestQuestion> questions{{uri("."), {}}, {uri("./DMAcc"), {1, 2, 3, 4}}};
    objects.push_back(inputOf(CardObject::Questions, encodeQuestions(questions, {4, {1, 2, 3, 4}})));
    Journal journal;
    journal.append(CardSeq{1}, {{Change::Kind::Added, uri("./A")}, {Change::Kind::Deleted, uri("./B/C")}}, "device");
    objects.push_back(inputOf(CardObject::StoredJournal, journal.encode()));
    return objects;
}

} // namespace

class TestCardObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangedByteIsReadOrRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("card"));
        QVERIFY(createCard(path, {true, {}}));
        const std::vector<Bytes> objects = realObjects(path);
        QCOMPARE(objects.size(), std::size_t{10});
        for (const Bytes& object : objects) {
            readCardObject(object);
            for (std::size_t at = 1; at < object.size(); ++at) {
                for (const unsigned change : {0x01U, 0x7FU, 0x80U, 0xFFU}) {
                    Bytes changed = object;
                    changed[at] = static_cast<std::uint8_t>(changed[at] ^ change);
                    readCardObject(changed);
                }
                Bytes twice(object.begin(), object.begin() + static_cast<std::ptrdiff_t>(at));
                readCardObject(twice); // cut short
                twice.insert(twice.end(), object.begin() + 1, object.end());
                readCardObject(twice);
            }
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardObjects>(argc, argv);
}

} // namespace dmsc::tst_card_objects

#include "tst_card_objects.moc"
