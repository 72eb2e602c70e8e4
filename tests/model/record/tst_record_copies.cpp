// SPDX-License-Identifier: Apache-2.0
#include "model/record/packed_record.h"
#include "model/record/record_store.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <random>
#include <thread>

namespace dmsc::tst_record_copies {

using namespace std::chrono_literals;

namespace {

Record sample(std::uint32_t number)
{
    Record record;
    record.time = std::chrono::microseconds(number);
    record.name = QStringLiteral("name %1").arg(number % 50);
    record.target = QStringLiteral("./Node/%1").arg(number);
    record.status = QStringLiteral("9000");
    record.exchange = ExchangeId{number % 7};
    record.request = QByteArray::number(number) + QByteArray(static_cast<qsizetype>(number % 40), 'q');
    record.response = QByteArray::number(number * 3);
    if (number % 5 == 0)
        record.secrets = {{RecordPart::Response, number, 2}};
    return record;
}

bool isSample(const RecordStore& store, RecordNo row, std::uint32_t number)
{
    const Record expected = sample(number);
    const RecordView view = store.at(row);
    return view.number == row && view.time == expected.time && QString::fromUtf8(view.name) == expected.name
        && QString::fromUtf8(view.target) == expected.target && QString::fromUtf8(view.status) == expected.status
        && view.exchange == expected.exchange && view.request == expected.request && view.response == expected.response
        && store.words()[view.nameWord] == view.name && store.secrets(row) == expected.secrets;
}

/// A store and what was put into it.
struct Told
{
    RecordStore store;
    std::vector<std::uint32_t> numbers;

    void append(std::uint32_t number)
    {
        store.append(sample(number));
        numbers.push_back(number);
    }
    [[nodiscard]] bool holds() const
    {
        if (store.size() != numbers.size())
            return false;
        for (std::uint32_t row = 0; row < numbers.size(); ++row) {
            if (!isSample(store, RecordNo{row}, numbers[row]))
                return false;
        }
        return true;
    }
};

void fill(Told& told, std::uint32_t from, std::uint32_t count)
{
    for (std::uint32_t i = 0; i < count; ++i)
        told.append(from + i);
}

/// A record's bytes as a mapped file has them.
RecordView layOut(char* at, const Record& record)
{
    const QByteArray target = record.target.toUtf8();
    const QByteArray bytes = target + record.request + record.response + packSecrets(record.secrets);
    std::memcpy(at, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    RecordView view;
    view.time = record.time;
    view.target = QByteArrayView(at, target.size());
    view.request = QByteArrayView(view.target.end(), record.request.size());
    view.response = QByteArrayView(view.request.end(), record.response.size());
    view.exchange = record.exchange;
    return view;
}

} // namespace

class TestRecordCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsASnapshot_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {0, 1, 4095, 4096, 4097, 9000})
            QTest::addRow("%d", rows) << rows;
    }

    void aCopyIsASnapshot()
    {
        QFETCH(int, rows);
        Told original;
        fill(original, 0, static_cast<std::uint32_t>(rows));
        Told copy = original;
        fill(original, 100'000, 5000);
        QVERIFY(copy.holds());
        fill(copy, 200'000, 5000);
        QVERIFY(original.holds() && copy.holds());
        // One that was copied before the other went on, and is written to after it.
        Told third = original;
        fill(third, 300'000, 10);
        fill(original, 400'000, 10);
        QVERIFY(original.holds() && copy.holds() && third.holds());
    }

    void copiesShareTheirBytes()
    {
        Told original;
        fill(original, 0, 100);
        const RecordView before = original.store.at(RecordNo{42});
        Told copy = original;
        fill(copy, 1000, 5000);
        fill(original, 2000, 5000);
        for (const RecordStore* store : {&original.store, &copy.store}) {
            const RecordView view = store->at(RecordNo{42});
            QCOMPARE(view.request.data(), before.request.data());
            QCOMPARE(view.name.data(), before.name.data());
        }
        original = {};
        QVERIFY(copy.holds());
        QCOMPARE(before.request, sample(42).request);
    }

    void anyOrderOfCopiesAndAppends()
    {
        std::mt19937 random(20'260'105);
        const auto below = [&random](std::size_t end) { return random() % end; };
        std::array<Told, 5> stores;
        for (std::uint32_t step = 0; step < 3000; ++step) {
            Told& chosen = stores.at(below(stores.size()));
            if (below(4) == 0)
                chosen = stores.at(below(stores.size()));
            else
                fill(chosen, step * 1000, static_cast<std::uint32_t>(below(40)));
        }
        QVERIFY(std::all_of(stores.begin(), stores.end(), [](const Told& told) { return told.holds(); }));
        QVERIFY(std::any_of(stores.begin(), stores.end(), [](const Told& told) { return told.numbers.size() > 5000; }));
    }

    void aCopyIsUsedInAnotherThreadWhileTheOriginalGrows()
    {
        Told original;
        std::vector<std::jthread> readers;
        std::atomic<int> good{0};
        constexpr int kReaders = 12;
        for (std::uint32_t i = 0; i < kReaders; ++i) {
            fill(original, i * 1000, 700);
            readers.emplace_back([copy = original, &good, i]() mutable {
                const bool before = copy.holds();
                fill(copy, 500'000 + i, 300); // the same places that the original goes on to
                good += before && copy.holds() ? 1 : 0;
            });
        }
        fill(original, 50'000, 5000);
        readers.clear();
        QCOMPARE(good.load(), kReaders);
        QVERIFY(original.holds());
    }

    void rowsOfAnotherStore()
    {
        Told from;
        fill(from, 0, 100);
        Told to;
        fill(to, 7, 3); // its words are in another order
        for (std::uint32_t row = 0; row < 100; row += 9) {
            to.store.append(from.store.at(RecordNo{row}), from.store.secrets(RecordNo{row}));
            to.numbers.push_back(row);
        }
        from = {};
        QVERIFY(to.holds());
    }

    void lentBytesAreNotCopiedAndLiveOn()
    {
        auto memory = std::make_shared<QByteArray>(10'000, '\0');
        const std::weak_ptr<QByteArray> alive = memory;
        RecordStore store;
        store.append(sample(1));
        const std::size_t bytesBefore = store.bytesUsed();
        Record record = sample(5);
        record.response = QByteArray(5000, 'r');
        const RecordView view = layOut(memory->data() + 100, record);
        store.appendLent(view, 1, memory);
        memory.reset();
        QCOMPARE(store.at(RecordNo{1}).response.data(), view.response.data());
        QVERIFY(store.bytesUsed() - bytesBefore < 200);
        RecordStore copy = store;
        store = {};
        QVERIFY(!alive.expired());
        QCOMPARE(copy.at(RecordNo{1}).response.toByteArray(), QByteArray(5000, 'r'));
        QCOMPARE(copy.secrets(RecordNo{1}), sample(5).secrets);
        copy = {};
        QVERIFY(alive.expired());
    }

    void lentMemoryMayBeLargerThan4GB()
    {
        constexpr std::size_t kSize = std::size_t{10} << 30;
        void* const mapped =
            ::mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapped == MAP_FAILED)
            QSKIP("no such range of addresses here");
        const std::shared_ptr<const void> owner(mapped, [](void* memory) { ::munmap(memory, kSize); });
        constexpr std::uint32_t kRows = 11;
        RecordStore store;
        for (std::uint32_t i = 0; i < kRows; ++i) {
            const auto offset = i * (kSize / kRows);
            store.appendLent(layOut(static_cast<char*>(mapped) + offset, sample(i)), i % 5 == 0 ? 1 : 0, owner);
        }
        for (std::uint32_t i = 0; i < kRows; ++i) {
            QCOMPARE(store.at(RecordNo{i}).request, sample(i).request);
            QCOMPARE(store.at(RecordNo{i}).response, sample(i).response);
            QCOMPARE(store.secrets(RecordNo{i}), sample(i).secrets);
        }
    }

    void rowsOfAnExchange()
    {
        Told told;
        fill(told, 0, 20);
        const std::vector<RecordNo> rows = told.store.exchangeRows(ExchangeId{3});
        QCOMPARE(rows, (std::vector<RecordNo>{RecordNo{3}, RecordNo{10}, RecordNo{17}}));
        QVERIFY(told.store.exchangeRows(ExchangeId{0}).empty());
        QVERIFY(told.store.exchangeRows(ExchangeId{99}).empty());
    }

    void tooManySecretsAreKeptInFewerRanges()
    {
        Record record = sample(1);
        for (std::uint32_t i = 0; i < 300; ++i)
            record.secrets.push_back({RecordPart::Request, i * 2, 1});
        RecordStore store;
        const std::vector<ByteRange> secrets = store.secrets(store.append(record));
        QVERIFY(secrets.size() <= 255);
        QVERIFY(std::ranges::all_of(record.secrets, [&secrets](const ByteRange& secret) {
            return std::ranges::any_of(secrets, [&secret](const ByteRange& range) {
                return range.part == secret.part && range.offset <= secret.offset
                    && secret.offset + secret.length <= range.offset + range.length;
            });
        }));
    }

    void numbersOutOfRangeAreCut()
    {
        Record record = sample(1);
        record.time = std::chrono::nanoseconds::max();
        record.duration = 100h;
        RecordStore store;
        QCOMPARE(store.at(store.append(record)).time, kMaxRecordTime);
        QCOMPARE(store.at(RecordNo{0}).duration, kMaxRecordDuration);
        record.time = -1s;
        record.duration = -1s;
        QCOMPARE(store.at(store.append(record)).time, 0ns);
        QCOMPARE(store.at(RecordNo{1}).duration, 0us);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRecordCopies>(argc, argv);
}

} // namespace dmsc::tst_record_copies

#include "tst_record_copies.moc"
