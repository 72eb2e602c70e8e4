// SPDX-License-Identifier: Apache-2.0
#include "model/compare/text_diff.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <random>

namespace dmsc::tst_text_diff {

namespace {

/// What is left of a text when the marked characters are taken out.
QString common(const QString& text, const std::vector<TextSpan>& spans)
{
    QString left;
    std::size_t at = 0;
    for (const TextSpan& span : spans) {
        left += text.mid(qsizetype(at), qsizetype(span.begin - at));
        at = span.begin + span.length;
    }
    return left + text.mid(qsizetype(at));
}

} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equal_texts_have_no_marks()
    {
        QVERIFY(diffText(u"abc", u"abc").same());
        QVERIFY(diffText(u"", u"").same());
        QVERIFY(diffBytes({}, {}).same());
    }

    void a_word_inside_is_marked_alone()
    {
        const QString left = QStringLiteral("use DIGEST, then go");
        const QString right = QStringLiteral("use HMAC, then go");
        const TextDifference difference = diffText(left, right);
        QCOMPARE(difference.left, (std::vector<TextSpan>{{4, 6}}));
        QCOMPARE(difference.right, (std::vector<TextSpan>{{4, 4}}));
    }

    void what_one_side_lacks_is_marked_on_the_other()
    {
        const TextDifference difference = diffText(u"a b c", u"a c");
        QVERIFY(difference.right.empty());
        QCOMPARE(common(QStringLiteral("a b c"), difference.left), QStringLiteral("a c"));
    }

    void what_is_not_marked_is_the_same_on_both_sides()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            QString left;
            QString right;
            for (int i = 0; i < 30; ++i) {
                left += QChar(u'a' + char16_t(random() % 3));
                right += QChar(random() % 4 == 0 ? u' ' : u'a' + char16_t(random() % 3));
            }
            const TextDifference difference = diffText(left, right);
            QCOMPARE(common(left, difference.left), common(right, difference.right));
        }
    }

    void big_middles_are_marked_whole()
    {
        const Bytes left(3'000'000, 1);
        Bytes right(3'000'000, 2);
        right.front() = 1;
        right.back() = 1;
        const TextDifference difference = diffBytes(left, right);
        QCOMPARE(difference.left, (std::vector<TextSpan>{{1, 2'999'998}}));
        QCOMPARE(difference.right, (std::vector<TextSpan>{{1, 2'999'998}}));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TextDiffTest>(argc, argv);
}

} // namespace dmsc::tst_text_diff

#include "tst_text_diff.moc"
