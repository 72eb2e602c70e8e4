// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/tlv.h"
#include "cardio/files/fcp.h"
#include "cardio/uicc/uicc_card.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/tree_text.h"

#include <QTemporaryDir>
#include <QTest>

namespace dmsc::test {

/// An emulated UICC on an image of its own, spoken to in hex.
struct UiccRig
{
    explicit UiccRig(const Tree& tree = Tree(), const char* iccid = "8949010000000000016")
    {
        CardSetup setup;
        setup.tree = tree;
        setup.iccid = iccid;
        if (const auto made = CardImage::create(path(), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        insert();
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }

    void insert(StoreProbe probe = {})
    {
        card.reset();
        CardOutside outside;
        outside.sealKey = folder.filePath(QStringLiteral("seal.key"));
        auto opened = UiccCard::open(path(), outside, std::move(probe));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        card = std::move(*opened);
    }

    [[nodiscard]] QString tell(const QString& command) const
    {
        const auto bytes = fromHex(command);
        if (!bytes)
            qFatal("not hex: %s", qPrintable(command));
        return toHex(card->process(*bytes));
    }
    [[nodiscard]] QString tell(const char* command) const { return tell(QString::fromLatin1(command)); }
    [[nodiscard]] Bytes send(const CommandApdu& command) const { return card->process(*command.encode()); }
    /// Data of an answer to `command` followed through GET RESPONSE; fails the test where it is not 9000.
    [[nodiscard]] Bytes fetch(const CommandApdu& command) const
    {
        Bytes all;
        Bytes answer = send(command);
        while (answer.size() >= 2) {
            all.insert(all.end(), answer.begin(), answer.end() - 2);
            const StatusWord sw = statusWord(answer[answer.size() - 2], answer.back());
            if (sw1(sw) != 0x61)
                return sw == StatusWord::Ok ? all : Bytes{};
            answer = send({0, 0xC0, 0, 0, {}, sw2(sw) == 0 ? 256 : sw2(sw)});
        }
        return {};
    }
    [[nodiscard]] Fcp fcpOf(const char* select) const
    {
        const Bytes answer = *fromHex(tell(select));
        return parseFcp(ByteView(answer).first(answer.size() - 2)).value_or(Fcp{});
    }
    /// PIN 1, second PIN 1 and ADM 1 of a new card.
    void verifyAll() const
    {
        QCOMPARE(tell("00200001 08 31323334FFFFFFFF"), QStringLiteral("9000"));
        QCOMPARE(tell("00200081 08 35363738FFFFFFFF"), QStringLiteral("9000"));
        QCOMPARE(tell("0020000A 08 3131323233333434"), QStringLiteral("9000"));
    }
    [[nodiscard]] static QString ok() { return QStringLiteral("9000"); }

    QTemporaryDir folder;
    std::unique_ptr<UiccCard> card;
};

inline QString sw(const char* word)
{
    return QString::fromLatin1(word);
}

} // namespace dmsc::test
