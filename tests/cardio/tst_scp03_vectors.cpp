// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_card.h"
#include "cardio/channel/scp03_host.h"
#include "cardio/link/in_process_link.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_scp03_vectors {

using dmsc::test::fixedRandom;
using dmsc::test::hex;
using dmsc::test::ScriptedCard;

namespace {

/// A published session: static keys, what went over the link, in hexadecimal.
struct Vector
{
    const char* name;
    const char* enc;
    const char* mac;
    const char* initializeUpdate;
    const char* answer;
    const char* externalAuthenticate;
    std::vector<const char*> wrapped; ///< of kPlain, in that order; may be fewer
    const char* firstAnswer; ///< to the first of them, without 9000
};

/// What the sessions of the pySim unit tests send.
constexpr const char* kPlain[] = {
    "80E2910006BF3E035C015A00", "80F22002", "80CA006600", "80F220020A4F0212345C054F9F70C5", "80F28002024F0000"};
constexpr const char* kFirstAnswerPlain = "BF3E125A1089882119900000000000000000000005";

constexpr const char* kEnc128 = "000102030405060708090A0B0C0D0E0F";
constexpr const char* kMac128 = "101112131415161718191A1B1C1D1E1F";
constexpr const char* kEnc192 = "000102030405060708090A0B0C0D0E0F0001020304050607";
constexpr const char* kMac192 = "101112131415161718191A1B1C1D1E1F1011121314151617";
constexpr const char* kEnc256 = "000102030405060708090A0B0C0D0E0F000102030405060708090A0B0C0D0E0F";
constexpr const char* kMac256 = "101112131415161718191A1B1C1D1E1F101112131415161718191A1B1C1D1E1F";

const std::vector<Vector>& vectors()
{
    static const std::vector<Vector> kVectors{
        {"AES-128 level 11", kEnc128, kMac128, "8050300008B13E5F938FC108C400",
            "000000000000000000003003703EB51047495B249F66C484C1D2EF1948000002",
            "84821100107D5F5826A993EBC89EEA24957FA0B3CE",
            {"84E291000EBF3E035C015A558D036518A2829700", "84F220020863A63F8959827FB2", "84CA006608A0C6A4A74166F7CE00",
                "84F22002124F0212345C054F9F70C52249B50272656536", "84F280020A4F00E91443F6DCE6B8ED00"},
            "BF3E125A1089882119900000000000000000000005971BE68992DBBDFA"},
        {"AES-128 level 03", kEnc128, kMac128, "80503000088E1552D0513C60F300",
            "0000000000000000000030037030760CD2C47C1DD395065FE5EAD8A9D7000001",
            "8482030010FD4721A14D9B07003C451D2F8AE6BB21",
            {"84E2910018CA9C00F6713D79BC8BAA642BDFF51C3F6A4082D3BD9AD26C00", "84F2200208C9811B11F1264CF1",
                "84CA006608E10AB60B3054798800", "84F22002184E2908BDB48B2315A55482E9E936CA122D6ECFAE7D17416E",
                "84F28002180DD10A6B6193E5340B9E77D32D5A179CD710AC2773AEFB2800"},
            kFirstAnswerPlain},
        {"AES-128 level 33", kEnc128, kMac128, "8050300008FDF38259A1E0DE4400",
            "000000000000000000003003703B1ACA81E821F219081CDC01C26B372D000003",
            "84823300108C36F96BCC00724A4E13AD591D7DA3F0",
            {"84E2910018267A85DFE4A98FCA6FB0527E0DFECCE4914E40401433C87F00", "84F2200208AC6A59024BED84CC",
                "84CA006608409912AD8FB7AED000", "84F22002185F3DAFC3AC14C381536A488BF44E06D056DF9D74DBD21E5A",
                "84F280021865165105BE3373347D0424D4400AF2AC393F569EC779389E00"},
            "F3BA2B1013AA6224F5E1C138D71805C569E5439B47576260B75FC021B25097CB2E68F8A0144975B9"},
        {"AES-192 level 11", kEnc192, kMac192, "80503100087396430B768B085B00",
            "000000000000000000003103708CFC23522FFDBF1E5DF5542CAC8FD866000003",
            "84821100102145ED30B146F5DB252FB7E624CEC244",
            {"84E291000EBF3E035C015AFF42CF801D14394400", "84F22002084584E4F6784811EE", "84CA006608937776EBE190FA3000",
                "84F22002124F0212345C054F9F70C59A52BDDF3040368C", "84F280020A4F009804B11411F7393D00"},
            "BF3E125A1089882119900000000000000000000005162FBD33E04940A9"},
        {"AES-192 level 03", kEnc192, kMac192, "805031000869C65DA8202BF19F00",
            "00000000000000000000310370B570A67BE38446717729D6DD3D2EC5B1000001",
            "848203001065DF4F1A356A887905466516D9E5B7C1",
            {"84E2910018D2C6FB477C5D4AFE4FD4D21F17EFF10D3578EC1774A12A2D00", "84F2200208964E188F0B1BB697",
                "84CA006608F0820035A41D3E1800", "84F220021806B076ED452CD1FA84F77F5C08A146AA77A9286757DEA791",
                "84F2800218D06527E39222DCE091FABDB8E9B898417A67A6852D3577DB00"},
            kFirstAnswerPlain},
        {"AES-192 level 33", kEnc192, kMac192, "80503100089B3F2EEF0E8C937400",
            "00000000000000000000310370F6BB305A15BAE1A68F79FB08212FBED7000002",
            "84823300109100BC22D58B45B86A26365CE39FF3CF",
            {"84E29100188F7F946C84F70D17994BC6E8791251BB1BB1BF02CF8DE58900", "84F2200208D5D97754B6B3D2BA",
                "84CA006608516C82B8E30ADBEB00", "84F2200218CC247F4761E6944277A4E0D6E32E44025B1E31537E2FC668",
                "84F2800218BA22B63D509BEF5D093B43E5EAED03ED23144AB2D9CB51DE00"},
            "C05176C1B6F72AAE50C32CBEE63B0E95998928FD4DFB2BE9F27FFDE8C8476F5909B4805CC4039599"},
        {"AES-256 level 11", kEnc256, kMac256, "805032000811666D57866C6F5400",
            "0000000000000000000032037053EA8847EFA7674E41498A4D66CF0DEE000003",
            "84821100102F2AD190EFF2FAFC4908996D1CEBD310",
            {"84E291000EBF3E035C015AF4B680372542B59D00", "84F2200208D618B7DA68D5FE52", "84CA0066088F3E055DB23AD5E500",
                "84F22002124F0212345C054F9F70C5B6E15CC42404915E", "84F280020A4F00AA124AA74AFE7F7500"},
            "BF3E125A10898821199000000000000000000000058012DD7F01F1C4C1"},
        {"AES-256 level 03", kEnc256, kMac256, "8050320008C6066990FC426E1D00",
            "000000000000000000003203708682CD81BBD8919F2DE3F2664581F118000001",
            "848203001077C493B632EDADAF865A1E64ACC07CE9",
            {"84E29100183DDAA60594963BEFAADA3525B492EDE23C2AB2C1CE3AFE4400", "84F2200208480DDC8E419DA38D",
                "84CA0066083E9D6A6C0B2D732000", "84F22002183EBFEF2DA8B04AF2A85F491F299B76973DF76FF08A4031BE",
                "84F2800218783FFF80990F5585B1055010EA95094A26E4A8F1EF4B18E100"},
            kFirstAnswerPlain},
        {"AES-256 level 33", kEnc256, kMac256, "805032000897B2055FE58599FD00",
            "00000000000000000000320370A8439A22CEDF045FA9F1903B2834F26E000002",
            "8482330010508A0FD959D2E547C6B33154A6BE2057",
            {"84E29100187A5EF717EAF1E135AE92FE54429D0E465DECDA65F5FE5AEA00", "84F2200208BCC5C17275545D93",
                "84CA00660804806ABA9D543BB600", "84F2200218717222491556EC81A45F49CE48BE33320024801A1C4CB0E0",
                "84F2800218561F105BCCD3A1642904B251CCC1228BEB80A82370A8637000"},
            "EA90DBFA648A67C5EB6ABC57F8530B97D0CD5647C5E8732016B55203B078DD2ACE7F8BC5D1C1CD99"},
        {"kaoh level 03", "F995D0A069335C7DF42E590317FFEA6D", "58563362EC5A4541ABCD32B34B1EAE7D",
            "8050300008B2BDE1A2DC66BD5600", "00000000000000000000300370C40932A6FEFEAEB2E127185170F45FCA000015",
            "848203001059D54D932423D29F6313C970875F8C2F", {}, nullptr},
        {"S16 level 33", "1D72CD9283FD55162722C6BEAA4DC187", "F4932BA02FFC3098D172790099D28382",
            "805030001006F85B77251BF79406F85B77251BF79400",
            "A1A012430585513120853003710617A2C34D50B562F7DECFC3DBF58A649EF733B7486D813C92E4CA61E5102F9100082A",
            "84823300201C6A43582F842A90D81CA4E970754664D8C0C6C340E007C5C6EBCDF4F7C065BE", {}, nullptr},
    };
    return kVectors;
}

CommandApdu command(const char* text)
{
    return parseCommand(hex(text)).value_or(CommandApdu{});
}

Bytes slice(const Bytes& bytes, std::size_t from, std::size_t count)
{
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(from);
    return Bytes(begin, begin + static_cast<std::ptrdiff_t>(count));
}

Bytes withOk(const char* text)
{
    Bytes bytes = hex(text);
    bytes.insert(bytes.end(), {0x90, 0x00});
    return bytes;
}

MacSize macSizeOf(const Vector& vector)
{
    return command(vector.initializeUpdate).data.size() == 16 ? MacSize::S16 : MacSize::S8;
}

SecurityLevel levelOf(const Vector& vector)
{
    return *securityLevelOf(command(vector.externalAuthenticate).p1);
}

Scp03KeySet keysOf(const Vector& vector)
{
    const AesKey enc = AesKey::from(hex(vector.enc)).value();
    const AesKey mac = AesKey::from(hex(vector.mac)).value();
    return {enc, mac, mac, static_cast<KeyVersion>(command(vector.initializeUpdate).p1)};
}

Scp03Card cardOf(const Vector& vector)
{
    const Bytes answer = hex(vector.answer);
    const std::size_t size = bytesOf(macSizeOf(vector));
    const Bytes challenge = slice(answer, 13, size);
    Scp03CardConfig config{keysOf(vector), macSizeOf(vector)};
    std::copy_n(answer.begin(), 10, config.diversification.begin());
    Scp03CardOutside outside;
    outside.challenge = [challenge](SequenceCounter /*counter*/, MacSize /*size*/) -> Result<SecretBytes> {
        return SecretBytes(challenge.begin(), challenge.end());
    };
    const Bytes sequence = slice(answer, 13 + 2 * size, 3);
    const auto counter = static_cast<SequenceCounter>((sequence[0] << 16U) | (sequence[1] << 8U) | sequence[2]);
    return {std::move(config), counter, std::move(outside)};
}

} // namespace

class TestScp03Vectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void key_derivation();
    void session_keys();
    void pseudo_random_challenge();
    void DM_SC_SEC_8_host_data() { rows(); }
    void DM_SC_SEC_8_host();
    void DM_SC_SEC_8_card_data() { rows(); }
    void DM_SC_SEC_8_card();

private:
    static void rows();
};

void TestScp03Vectors::rows()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Vector& vector : vectors())
        QTest::newRow(vector.name) << index++;
}

void TestScp03Vectors::key_derivation()
{
    const AesKey zero = AesKey::from(Bytes(16)).value();
    const Result<SecretBytes> out = derive(zero, Derivation::HostCryptogram, Bytes(16), 32);
    QCOMPARE(toHex(*out), QStringLiteral("329C873894717F6D545C755D175AE7ECDAB085DE2592FC3B9218A7FD77005E31"));
    QVERIFY(!derive(zero, Derivation::HostCryptogram, Bytes(16), 65).has_value());
}

void TestScp03Vectors::session_keys()
{
    struct Row
    {
        int vector;
        const char* context;
        const char* enc;
        const char* mac;
        const char* rmac;
    };
    const Row rows[] = {
        {2, "FDF38259A1E0DE443B1ACA81E821F219", "BC5689F3A0B783A9ED6DA1C5C6BC1F99", "0415F56CBB9E488BB171B2B66081F004",
            "1EE185123244E047BC9D68B914BD1FBE"},
        {0, "B13E5F938FC108C43EB51047495B249F", "C4E87149F2114DA66BB015A567D751F9", "8B2635556E987A6B84F43D9FFC197D3F",
            "3F6B2CE3B3ABD9A99BD4453AFA54CC7B"},
        {9, "B2BDE1A2DC66BD56C40932A6FEFEAEB2", "9B841BB63D1087484FF7F16802017243", "8117FE5ADED74AC0DAABE9FB81DBDB67",
            "4521D75E4D6F60DBFB8AB4EE254EF6F1"},
    };
    for (const Row& row : rows) {
        const Result<SessionKeys> keys =
            deriveSessionKeys(keysOf(vectors()[static_cast<std::size_t>(row.vector)]), hex(row.context));
        QCOMPARE(toHex(keys->enc.bytes()), QString::fromLatin1(row.enc));
        QCOMPARE(toHex(keys->mac.bytes()), QString::fromLatin1(row.mac));
        QCOMPARE(toHex(keys->rmac.bytes()), QString::fromLatin1(row.rmac));
    }
}

void TestScp03Vectors::pseudo_random_challenge()
{
    const AesKey enc = AesKey::from(hex(kEnc128)).value();
    const Result<SecretBytes> challenge =
        pseudoRandomChallenge(enc, static_cast<SequenceCounter>(2), hex("A000000151000000"), MacSize::S8);
    QCOMPARE(toHex(*challenge), QStringLiteral("2EF2A8FAD17DD0DB"));
}

void TestScp03Vectors::DM_SC_SEC_8_host()
{
    QFETCH(const int, index);
    const Vector& vector = vectors()[static_cast<std::size_t>(index)];
    ScriptedCard card({withOk(vector.answer), hex("9000")});
    InProcessLink link(card);
    Scp03Options options;
    options.level = levelOf(vector);
    options.macSize = macSizeOf(vector);
    options.random = fixedRandom(command(vector.initializeUpdate).data);
    Result<Scp03Host> host = openScp03(link, keysOf(vector), options);
    QVERIFY2(host.has_value(), qPrintable(host ? QString() : host.error().text()));
    QCOMPARE(card.asked, (std::vector<Bytes>{hex(vector.initializeUpdate), hex(vector.externalAuthenticate)}));
    for (std::size_t i = 0; i < vector.wrapped.size(); ++i) {
        const Result<CommandApdu> wrapped = host->wrap(command(kPlain[i]));
        QCOMPARE(toHex(wrapped->encode().value()), QString::fromLatin1(vector.wrapped[i]));
        if (i != 0)
            continue;
        const Result<ResponseApdu> plain = host->unwrap({hex(vector.firstAnswer), StatusWord::Ok});
        QVERIFY2(plain.has_value(), qPrintable(plain ? QString() : plain.error().text()));
        QCOMPARE(toHex(plain->data), QString::fromLatin1(kFirstAnswerPlain));
    }
}

void TestScp03Vectors::DM_SC_SEC_8_card()
{
    QFETCH(const int, index);
    const Vector& vector = vectors()[static_cast<std::size_t>(index)];
    Scp03Card card = cardOf(vector);
    const ResponseApdu answer = card.handshake(command(vector.initializeUpdate));
    QCOMPARE(answer.sw, StatusWord::Ok);
    QCOMPARE(toHex(answer.data), QString::fromLatin1(vector.answer));
    QCOMPARE(card.handshake(command(vector.externalAuthenticate)).sw, StatusWord::Ok);
    QCOMPARE(card.level().value(), levelOf(vector));
    for (std::size_t i = 0; i < vector.wrapped.size(); ++i) {
        const CardResult<CommandApdu> plain = card.unwrap(command(vector.wrapped[i]));
        QVERIFY(plain.has_value());
        QCOMPARE(toHex(plain->encode().value()), QString::fromLatin1(kPlain[i]));
        if (i == 0)
            QCOMPARE(toHex(card.wrap({hex(kFirstAnswerPlain), StatusWord::Ok}).data),
                QString::fromLatin1(vector.firstAnswer));
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestScp03Vectors>(argc, argv);
}

} // namespace dmsc::tst_scp03_vectors

#include "tst_scp03_vectors.moc"
