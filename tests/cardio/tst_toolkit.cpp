// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/toolkit_prompt.h"
#include "cardio/toolkit/toolkit_session.h"
#include "model/decode/secrets.h"
#include "model/uicc/toolkit_text.h"
#include "uicc_rig.h"

#include "cardio/card/card_interface.h"
#include "cardio/desk/apdu_record.h"
#include "cardio/link/in_process_link.h"
#include "tests/support/run_test.h"

#include <deque>

namespace dmsc::tst_toolkit {

using namespace dmsc::test;

namespace {

using Verdict = PromptAnswer::Verdict;

const PromptAsker kCard{QStringLiteral("card"), {}, false};

/// Says what it was told to say, in that order, and remembers what it was asked.
class Scripted final : public UserAgent
{
public:
    explicit Scripted(std::deque<PromptAnswer> answers)
        : m_answers(std::move(answers))
    {
    }

    PromptAnswer ask(const Prompt& prompt) override
    {
        asked.push_back(prompt);
        if (m_answers.empty())
            return {Verdict::Cancelled, {}, {}, {}};
        PromptAnswer answer = m_answers.front();
        m_answers.pop_front();
        return answer;
    }
    void tell(const Notice&) override { }

    std::vector<Prompt> asked;

private:
    std::deque<PromptAnswer> m_answers;
};

PromptAnswer yes(const QString& text = {}, std::vector<int> chosen = {})
{
    return {Verdict::Yes, text, std::move(chosen), {}};
}

PromptAnswer answered(Verdict verdict)
{
    return {verdict, {}, {}, {}};
}

ProactiveCommand command(ProactiveType type, const char* text, std::uint8_t qualifier = 0)
{
    ProactiveCommand made;
    made.type = type;
    made.text = QString::fromUtf8(text);
    made.qualifier = qualifier;
    return made;
}

ProactiveCommand menu()
{
    ProactiveCommand made = command(ProactiveType::SelectItem, "");
    made.title = QStringLiteral("Network");
    made.items = {{7, QStringLiteral("Home")}, {9, QStringLiteral("Abroad")}};
    return made;
}

/// An emulated card with commands in its row, over real APDUs.
struct ToolkitRig : UiccRig
{
    explicit ToolkitRig(const std::vector<ProactiveCommand>& commands)
        : link(*card)
    {
        for (const ProactiveCommand& one : commands)
            add(one);
    }
    void add(ProactiveCommand one)
    {
        one.number = static_cast<std::uint8_t>(1 + card->toolkit().waiting());
        const auto bytes = encode(one);
        if (!bytes || !card->toolkit().add(*bytes))
            qFatal("a command cannot be queued");
    }
    [[nodiscard]] std::size_t serve(UserAgent& user)
    {
        const auto sw = announceTerminal(link);
        if (!sw)
            qFatal("%s", qPrintable(sw.error().text()));
        const auto served = serveToolkit(link, *sw, user, kCard);
        if (!served)
            qFatal("%s", qPrintable(served.error().text()));
        return *served;
    }
    [[nodiscard]] const TerminalResponse& last() const { return card->toolkit().responses().back(); }

    InProcessLink link;
};

/// A card that answers as it was told, whatever it is sent.
class Puppet final : public CardEndpoint
{
public:
    explicit Puppet(std::vector<Bytes> answers)
        : m_answers(std::move(answers))
    {
    }
    Bytes process(ByteView) override { return m_answers[std::min(m_next++, m_answers.size() - 1)]; }
    void reset() override { }
    Bytes atr() const override { return *fromHex(u"3B00"); }

private:
    std::vector<Bytes> m_answers;
    std::size_t m_next = 0;
};

} // namespace

class TestToolkit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsComeBack_data();
    void textsComeBack();
    void packedAsTheStandardHasIt();
    void alphaIdentifiers();
    void commandsByHand();
    void commandsComeBack();
    void brokenCommandsAreRefused_data();
    void brokenCommandsAreRefused();
    void DM_SC_USE_9_displayText();
    void DM_SC_USE_9_yesOrNo();
    void DM_SC_USE_9_inkeyAndInput();
    void DM_SC_USE_9_selectItem();
    void DM_SC_USE_9_whatTheUserDoesNotWant_data();
    void DM_SC_USE_9_whatTheUserDoesNotWant();
    void DM_SC_USE_9_severalInOneGo();
    void politeRefusals();
    void enteredWrongIsAskedAgain();
    void hiddenInputIsASecretOfTheLog();
    void otherProgramsNeverSee91();
    void onlyTheBasicChannelOutsideOfDmSc();
    void resetAsksAgain();
    void cardRefusesWhatWasNotAsked();
    void hostileCards();
};

void TestToolkit::textsComeBack_data()
{
    QTest::addColumn<int>("coding");
    QTest::addColumn<QString>("text");
    const QStringList texts = {QString(), QStringLiteral("a"), QStringLiteral("1234567"), QStringLiteral("12345678"),
        QStringLiteral("123456789@"), QStringLiteral("Grüße, 10 € [{~}] für Ñandú\n"), QStringLiteral("@£$ΔΞ_"),
        QStringLiteral("123456@")};
    for (const auto& [coding, name] : {std::pair(TextCoding::Packed, "packed"),
             std::pair(TextCoding::Unpacked, "8-bit"), std::pair(TextCoding::Ucs2, "UCS2")})
        for (qsizetype i = 0; i < texts.size(); ++i)
            if (!texts[i].contains(u'ú') || coding == TextCoding::Ucs2)
                QTest::addRow("%s %d", name, static_cast<int>(i)) << static_cast<int>(coding) << texts[i];
    QTest::newRow("Kyrillic") << static_cast<int>(TextCoding::Ucs2) << QStringLiteral("Привет");
    QTest::newRow("packed umlauts") << static_cast<int>(TextCoding::Packed) << QStringLiteral("Grüße, 10 € [{~}]\n");
}

void TestToolkit::textsComeBack()
{
    QFETCH(const int, coding);
    QFETCH(const QString, text);
    const auto bytes = encodeText(static_cast<TextCoding>(coding), text);
    QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().text()));
    QCOMPARE(decodeText(static_cast<std::uint8_t>(coding), *bytes).value_or(QStringLiteral("?")), text);
}

void TestToolkit::packedAsTheStandardHasIt()
{
    // 3GPP TS 23.038: "hellohello", known from everywhere.
    QCOMPARE(
        toHex(*encodeText(TextCoding::Packed, QStringLiteral("hellohello"))), QStringLiteral("E8329BFD4697D9EC37"));
    QCOMPARE(*decodeText(0, *fromHex(u"E8329BFD4697D9EC37")), QStringLiteral("hellohello"));
    QVERIFY(!encodeText(TextCoding::Packed, QStringLiteral("Привет")));
    QVERIFY(!encodeText(TextCoding::Ucs2, QStringLiteral("😀")));
    QVERIFY(!decodeText(0x08, *fromHex(u"004100"))); // half a character
    QVERIFY(!decodeText(0x0C, *fromHex(u"41"))); // no such alphabet
    QCOMPARE(*decodeText(0x04, *fromHex(u"41801B")), QStringLiteral("A\uFFFD "));
    QVERIFY(!decodeText(0x04, Bytes(kMaxToolkitText + 1, 'A')));
}

void TestToolkit::alphaIdentifiers()
{
    for (const QString& text : {QString(), QStringLiteral("Home"), QStringLiteral("Größe €"), QStringLiteral("Привет")})
        QCOMPARE(*decodeAlpha(*encodeAlpha(text)), text);
    QCOMPARE(*decodeAlpha(*fromHex(u"486F6D65FFFF")), QStringLiteral("Home"));
    QCOMPARE(*decodeAlpha(*fromHex(u"80041F0440FF")), QStringLiteral("Пр")); // an odd rest is filling
    QCOMPARE(*decodeAlpha(*fromHex(u"8103089F41C0")), QStringLiteral("ПAр").left(2) + QChar(0x0440));
    QCOMPARE(*decodeAlpha(*fromHex(u"82020400414F")), QStringLiteral("AO"));
    QVERIFY(!decodeAlpha(*fromHex(u"8105089F"))); // five characters, one there
    QVERIFY(!decodeAlpha(*fromHex(u"81")));
    QVERIFY(!decodeAlpha(*fromHex(u"820204")));
}

void TestToolkit::commandsByHand()
{
    // D0, details, devices 81 to 02, text in 8-bit.
    const auto display = parseProactiveCommand(*fromHex(u"D00F 8103 01 21 80 8202 8102 8D04 04 486921"));
    QVERIFY2(display, qPrintable(display ? QString() : display.error().text()));
    QCOMPARE(display->type, ProactiveType::DisplayText);
    QCOMPARE(display->text, QStringLiteral("Hi!"));
    QCOMPARE(display->qualifier, ProactiveCommand::kUserClears);
    QCOMPARE(toHex(*encode(*display)),
        QStringLiteral("D00F81030121808202810"
                       "28D0404486921"));
    TerminalResponse response;
    response.number = 1;
    response.type = ProactiveType::GetInput;
    response.text = QStringLiteral("12");
    QCOMPARE(toHex(*encode(response)),
        QStringLiteral("810301230082028281830100"
                       "8D03043132"));
    // What must be understood and is not; what may be passed over.
    const auto beyond = parseProactiveCommand(*fromHex(u"D0 12 8103012180 82028102 8D0404486921 E501 00"));
    QVERIFY(beyond && !beyond->understood);
    const auto passed = parseProactiveCommand(*fromHex(u"D0 12 8103012180 82028102 8D0404486921 6501 00"));
    QVERIFY(passed && passed->understood);
}

void TestToolkit::commandsComeBack()
{
    ProactiveCommand input = command(ProactiveType::GetInput, "PIN для сети?", ProactiveCommand::kHidden);
    input.minLength = 4;
    input.maxLength = 8;
    input.defaultText = QStringLiteral("1234");
    ProactiveCommand inkey = command(ProactiveType::GetInkey, "Ready?", ProactiveCommand::kYesNo);
    inkey.duration = std::chrono::milliseconds(2500);
    ProactiveCommand items = menu();
    items.defaultItem = 9;
    ProactiveCommand poll = command(ProactiveType::PollInterval, "");
    poll.duration = std::chrono::minutes(20);
    for (const ProactiveCommand& one : {input, inkey, items, poll}) {
        const auto bytes = encode(one);
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().text()));
        QVERIFY(parseProactiveCommand(*bytes) == one);
    }
    ProactiveCommand big = menu();
    for (int i = 0; i < 60; ++i)
        big.items.push_back({static_cast<std::uint8_t>(i + 10), QStringLiteral("an item")});
    QVERIFY(!encode(big)); // more than FETCH gives
    for (std::size_t length = 100; length <= 228; ++length) { // around the length of two bytes
        const ProactiveCommand text = command(ProactiveType::DisplayText, std::string(length, 'x').c_str());
        const auto bytes = encode(text);
        QVERIFY(bytes && parseProactiveCommand(*bytes) == text);
    }
}

void TestToolkit::brokenCommandsAreRefused_data()
{
    QTest::addColumn<QString>("hex");
    QTest::newRow("empty") << QString();
    QTest::newRow("no D0") << QStringLiteral("D103810301");
    QTest::newRow("length beyond") << QStringLiteral("D0108103012180");
    QTest::newRow("more after it") << QStringLiteral("D005810301218000");
    QTest::newRow("no details") << QStringLiteral("D00482028102");
    QTest::newRow("short details") << QStringLiteral("D00481020121");
    QTest::newRow("object beyond") << QStringLiteral("D0078103012180 8D05");
    QTest::newRow("length of three bytes") << QStringLiteral("D0820005 8103012180");
    QTest::newRow("tag 00") << QStringLiteral("D0078103012180 0000");
    QTest::newRow("cut length") << QStringLiteral("D0078103012180 8D81");
}

void TestToolkit::brokenCommandsAreRefused()
{
    QFETCH(const QString, hex);
    const auto parsed = parseProactiveCommand(*fromHex(hex));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Syntax);
    QVERIFY(!parsed.error().where.isEmpty());
}

void TestToolkit::DM_SC_USE_9_displayText()
{
    ToolkitRig rig({command(ProactiveType::DisplayText, "Welcome", ProactiveCommand::kUserClears)});
    Scripted user({yes()});
    QCOMPARE(rig.serve(user), std::size_t{1});
    QCOMPARE(user.asked.size(), std::size_t{1});
    QCOMPARE(user.asked.front().kind, PromptKind::Display);
    QCOMPARE(user.asked.front().text, QStringLiteral("Welcome"));
    QVERIFY(user.asked.front().asker == kCard);
    QVERIFY(!user.asked.front().options.maxDisplay);
    QCOMPARE(rig.last().result, ToolkitResult::Ok);
    // One that goes by itself has been shown.
    ToolkitRig brief({command(ProactiveType::DisplayText, "Welcome")});
    Scripted nobody({answered(Verdict::TimedOut)});
    QCOMPARE(brief.serve(nobody), std::size_t{1});
    QVERIFY(nobody.asked.front().options.maxDisplay);
    QCOMPARE(brief.last().result, ToolkitResult::Ok);
}

void TestToolkit::DM_SC_USE_9_yesOrNo()
{
    for (const bool wanted : {true, false}) {
        ToolkitRig rig({command(ProactiveType::GetInkey, "Store it?", ProactiveCommand::kYesNo)});
        Scripted user({answered(wanted ? Verdict::Yes : Verdict::No)});
        QCOMPARE(rig.serve(user), std::size_t{1});
        QCOMPARE(user.asked.front().kind, PromptKind::Confirm);
        QCOMPARE(rig.last().result, ToolkitResult::Ok);
        QCOMPARE(rig.last().yes, std::optional(wanted));
    }
}

void TestToolkit::DM_SC_USE_9_inkeyAndInput()
{
    ProactiveCommand input =
        command(ProactiveType::GetInput, "Code?", ProactiveCommand::kHidden | ProactiveCommand::kPackedAnswer);
    input.minLength = 4;
    input.maxLength = 8;
    ProactiveCommand name =
        command(ProactiveType::GetInput, "Name?", ProactiveCommand::kAlphabet | ProactiveCommand::kUcs2);
    name.defaultText = QStringLiteral("Анна");
    ToolkitRig rig({command(ProactiveType::GetInkey, "Digit?"), input, name});
    Scripted user({yes(QStringLiteral("#")), yes(QStringLiteral("12345")), yes(QStringLiteral("Ольга"))});
    QCOMPARE(rig.serve(user), std::size_t{3});
    const auto& responses = rig.card->toolkit().responses();
    QCOMPARE(responses[0].text, std::optional(QStringLiteral("#")));
    QCOMPARE(responses[1].text, std::optional(QStringLiteral("12345")));
    QVERIFY(responses[1].packed);
    QCOMPARE(responses[2].text, std::optional(QStringLiteral("Ольга")));
    QVERIFY(responses[2].ucs2);
    QCOMPARE(user.asked[0].options.maxLength, std::optional(1));
    QCOMPARE(user.asked[1].options.maxLength, std::optional(8));
    QVERIFY(user.asked[1].options.hidden);
    QCOMPARE(user.asked[2].options.defaultResponse, QStringLiteral("Анна"));
    QVERIFY(!user.asked[2].options.hidden);
}

void TestToolkit::DM_SC_USE_9_selectItem()
{
    ProactiveCommand items = menu();
    items.defaultItem = 9;
    ToolkitRig rig({items});
    Scripted user({yes({}, {2})});
    QCOMPARE(rig.serve(user), std::size_t{1});
    const Prompt& asked = user.asked.front();
    QCOMPARE(asked.kind, PromptKind::SingleChoice);
    QCOMPARE(asked.text, QStringLiteral("Network"));
    QCOMPARE(asked.choices, (std::vector{QStringLiteral("Home"), QStringLiteral("Abroad")}));
    QCOMPARE(asked.options.defaultResponse, QStringLiteral("2"));
    QCOMPARE(rig.last().item, std::optional<std::uint8_t>(9));
    // An answer that is none of the items is no choice.
    ToolkitRig other({menu()});
    Scripted odd({yes({}, {3})});
    QCOMPARE(other.serve(odd), std::size_t{1});
    QCOMPARE(other.last().result, ToolkitResult::EndedByUser);
    QVERIFY(!other.last().item);
}

void TestToolkit::DM_SC_USE_9_whatTheUserDoesNotWant_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<int>("result");
    QTest::newRow("display, no") << int(Verdict::No) << true << 0x22;
    QTest::newRow("display, ended") << int(Verdict::Cancelled) << true << 0x10;
    QTest::newRow("display, nobody there") << int(Verdict::TimedOut) << true << 0x12;
    QTest::newRow("display, too large") << int(Verdict::TooLarge) << true << 0x30;
    QTest::newRow("menu, back") << int(Verdict::No) << false << 0x11;
    QTest::newRow("menu, ended") << int(Verdict::Cancelled) << false << 0x10;
    QTest::newRow("menu, nobody there") << int(Verdict::TimedOut) << false << 0x12;
}

void TestToolkit::DM_SC_USE_9_whatTheUserDoesNotWant()
{
    QFETCH(const int, verdict);
    QFETCH(const bool, shown);
    QFETCH(const int, result);
    ToolkitRig rig({shown ? command(ProactiveType::DisplayText, "Text", ProactiveCommand::kUserClears) : menu()});
    Scripted user({answered(static_cast<Verdict>(verdict))});
    QCOMPARE(rig.serve(user), std::size_t{1});
    QCOMPARE(static_cast<int>(rig.last().result), result);
    QVERIFY(!rig.last().item && !rig.last().text && !rig.last().yes);
}

void TestToolkit::DM_SC_USE_9_severalInOneGo()
{
    ToolkitRig rig({command(ProactiveType::DisplayText, "One"), command(ProactiveType::GetInkey, "Two?", 4), menu()});
    Scripted user({yes(), yes(), yes({}, {1})});
    QCOMPARE(rig.serve(user), std::size_t{3});
    QCOMPARE(rig.card->toolkit().waiting(), std::size_t{0});
    QCOMPARE(rig.card->toolkit().responses().size(), std::size_t{3});
    // Nothing more to fetch, and any other status word is none of the toolkit's business.
    QCOMPARE(rig.tell("8012000000"), sw("6985"));
    QCOMPARE(*serveToolkit(rig.link, StatusWord::Ok, user, kCard), std::size_t{0});
    QCOMPARE(*serveToolkit(rig.link, StatusWord::FileNotFound, user, kCard), std::size_t{0});
    // One that comes later is announced by whatever is answered next.
    rig.add(menu());
    const QString answer = rig.tell("80F2000000"); // STATUS
    QVERIFY2(answer.right(4).startsWith(u"91") || rig.tell("00A4000C023F00").startsWith(u"91"), qPrintable(answer));
}

void TestToolkit::politeRefusals()
{
    const auto type = [](int number) { return command(static_cast<ProactiveType>(number), ""); };
    ToolkitRig rig({type(0x01), type(0x02), type(0x03), type(0x05), type(0x40), type(0x13), type(0x99)});
    Scripted user({});
    QCOMPARE(rig.serve(user), std::size_t{7});
    QVERIFY(user.asked.empty());
    std::vector<int> results;
    for (const TerminalResponse& response : rig.card->toolkit().responses())
        results.push_back(static_cast<int>(response.result));
    QCOMPARE(results, (std::vector{0, 0, 0, 0, 0x30, 0x30, 0x30}));
    QVERIFY(rig.card->toolkit().responses()[2].duration); // the interval that it got
    ProactiveCommand nothing = menu();
    nothing.items.clear();
    ToolkitRig missing({nothing, command(ProactiveType::DisplayText, "")});
    QCOMPARE(missing.serve(user), std::size_t{2});
    QCOMPARE(missing.last().result, ToolkitResult::ValuesMissing);
}

void TestToolkit::enteredWrongIsAskedAgain()
{
    ProactiveCommand input = command(ProactiveType::GetInput, "Code?");
    input.minLength = 4;
    ToolkitRig rig({input});
    Scripted user({yes(QStringLiteral("12")), yes(QStringLiteral("abcd")), yes(QStringLiteral("1234"))});
    QCOMPARE(rig.serve(user), std::size_t{1});
    QCOMPARE(user.asked.size(), std::size_t{3});
    QVERIFY(user.asked[1].why != user.asked[0].why);
    QCOMPARE(rig.last().text, std::optional(QStringLiteral("1234")));
    // Not for ever.
    ToolkitRig stubborn({input});
    Scripted never({yes(), yes(), yes(), yes(), yes()});
    QCOMPARE(stubborn.serve(never), std::size_t{1});
    QCOMPARE(never.asked.size(), std::size_t{3});
    QCOMPARE(stubborn.last().result, ToolkitResult::EndedByUser);
    QVERIFY(!stubborn.last().text);
}

void TestToolkit::hiddenInputIsASecretOfTheLog()
{
    for (const bool hidden : {true, false}) {
        TerminalResponse response;
        response.type = ProactiveType::GetInput;
        response.qualifier = hidden ? ProactiveCommand::kHidden : std::uint8_t{0};
        response.text = QStringLiteral("1234");
        Exchange exchange;
        exchange.command = *CommandApdu{0x80, 0x14, 0, 0, *encode(response), std::nullopt}.encode();
        exchange.response = *fromHex(u"9000");
        Record record = recordOf(exchange, {});
        SecretWatch().mark(record);
        QCOMPARE(record.secrets.empty(), !hidden);
    }
}

void TestToolkit::otherProgramsNeverSee91()
{
    ToolkitRig rig({menu()});
    QCOMPARE(rig.tell("00A4000C023F00"), UiccRig::ok()); // without a profile
    QCOMPARE(rig.tell("8012000000"), sw("6985"));
    QVERIFY(rig.tell("801000000101").startsWith(u"91"));
    QVERIFY(rig.tell("00A4000C023F00").startsWith(u"91"));
    rig.card->reset();
    QCOMPARE(rig.tell("00A4000C023F00"), UiccRig::ok());
}

void TestToolkit::onlyTheBasicChannelOutsideOfDmSc()
{
    ToolkitRig rig({menu()});
    QVERIFY(rig.tell("801000000101").startsWith(u"91"));
    QVERIFY(rig.tell("0070000001").startsWith(u"01")); // channel 1
    QCOMPARE(rig.tell("01A4000C023F00"), UiccRig::ok());
    CommandApdu dmsc{0, 0xA4, 4, 0x0C, {}, std::nullopt};
    dmsc.data.assign(std::begin(card::kAid), std::end(card::kAid));
    QCOMPARE(toHex(rig.send(dmsc)), UiccRig::ok());
    QVERIFY(!rig.tell("8042000000").right(4).startsWith(u"91")); // SYNC STATUS
    QVERIFY(rig.tell("00A4000C023F00").startsWith(u"91")); // and out again
    // An error is not hidden by the toolkit.
    QCOMPARE(rig.tell("00A4000C020001"), sw("6A82"));
}

void TestToolkit::resetAsksAgain()
{
    ToolkitRig rig({menu()});
    const QString announced = rig.tell("801000000101");
    QVERIFY(!rig.tell(QStringLiteral("80120000") + announced.right(2)).isEmpty());
    QCOMPARE(rig.tell("00A4000C023F00"), UiccRig::ok()); // fetched: not announced twice
    rig.card->reset();
    Scripted user({yes({}, {1})});
    QCOMPARE(rig.serve(user), std::size_t{1});
    QCOMPARE(rig.last().item, std::optional<std::uint8_t>(7));
}

void TestToolkit::cardRefusesWhatWasNotAsked()
{
    ToolkitRig rig({menu()});
    QVERIFY(rig.tell("801000000101").startsWith(u"91"));
    QCOMPARE(rig.tell("801400000C 810301240082028281830100"), sw("6985")); // before FETCH
    QVERIFY(rig.tell("8012000001").startsWith(u"6C"));
    QVERIFY(rig.tell("8012000000").endsWith(u"9000"));
    QCOMPARE(rig.tell("801400000C 810301210082028281830100"), sw("6A80")); // of another type
    QCOMPARE(rig.tell("8014000003 810301"), sw("6A80"));
    QCOMPARE(rig.card->toolkit().waiting(), std::size_t{1});
    QCOMPARE(rig.tell("801400000C 810301240082028281830110"), UiccRig::ok());
    QCOMPARE(rig.tell("80C2000002 D600"), UiccRig::ok()); // ENVELOPE
    QCOMPARE(rig.tell("8012000100"), sw("6A86"));
    QVERIFY(!rig.card->toolkit().add(Bytes(257)));
}

void TestToolkit::hostileCards()
{
    Scripted user({});
    const auto serve = [&](std::vector<Bytes> answers) {
        Puppet puppet(std::move(answers));
        InProcessLink link(puppet);
        return serveToolkit(link, statusWord(0x91, 0x10), user, kCard);
    };
    const Bytes more = *fromHex(u"910B");
    Bytes timeless = *encode(command(ProactiveType::MoreTime, ""));
    timeless.insert(timeless.end(), {0x90, 0x00});
    // For ever.
    std::vector<Bytes> endless;
    for (int i = 0; i < 300; ++i) {
        endless.push_back(timeless);
        endless.push_back(more);
    }
    auto served = serve(endless);
    QVERIFY(!served);
    QCOMPARE(served.error().kind, ErrorKind::Limit);
    served = serve({*fromHex(u"6F00")});
    QVERIFY(!served);
    QCOMPARE(served.error().kind, ErrorKind::Card);
    served = serve({timeless, *fromHex(u"6A80")});
    QVERIFY(!served);
    QCOMPARE(served.error().kind, ErrorKind::Card);
    served = serve({*fromHex(u"00112233 9000")});
    QVERIFY(!served);
    QCOMPARE(served.error().kind, ErrorKind::Syntax);
    QVERIFY(user.asked.empty());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestToolkit>(argc, argv);
}

} // namespace dmsc::tst_toolkit

#include "tst_toolkit.moc"
