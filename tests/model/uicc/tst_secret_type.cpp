// SPDX-License-Identifier: Apache-2.0
// Which leaves hold a secret: by the names that the standards' objects give them, by Type, by what a DDF lets be read.
#include "model/decode/secrets.h"
#include "model/formats/description.h"
#include "model/formats/document.h"
#include "model/uicc/secret_type.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_secret_type {

using namespace dmsc::test;

class TestSecretType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_SEC_1_PRV_2_names_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("secret");
        const auto row = [](const char* uri, bool secret) { QTest::newRow(uri) << QString::fromLatin1(uri) << secret; };
        // DM accounts, of 1.2 and of 1.1.2, and as provisioning documents spell them.
        row("./DMAcc/1/AppAuth/1/AAuthSecret", true);
        row("./DMAcc/1/AppAuth/1/AAuthData", true);
        row("./DMAcc/1/AppAuth/1/AAuthName", false);
        row("./DMAcc/1/AppAuth/1/AAuthLevel", false);
        row("./DMAcc/1/AppAuth/1/AAuthType", false);
        row("./DMAcc/1/AAuthPref", false);
        row("./SyncML/DMAcc/1/ClientPW", true);
        row("./SyncML/DMAcc/1/ServerPW", true);
        row("./SyncML/DMAcc/1/ClientNonce", true);
        row("./SyncML/DMAcc/1/ServerNonce", true);
        row("./SyncML/DMAcc/1/UserName", false);
        row("./Provisioning/APPLICATION/APPAUTH/AAUTHSECRET", true);
        row("./Provisioning/APPLICATION/APPAUTH/AAUTHDATA", true);
        row("./Provisioning/APPLICATION/APPAUTH/AAUTHNAME", false);
        row("./Provisioning/NAPDEF/NAPAUTHINFO/AUTHSECRET", true);
        row("./Provisioning/NAPDEF/NAPAUTHINFO/AUTHNAME", false);
        row("./Provisioning/PXLOGICAL/PXAUTHINFO/PXAUTH-PW", true);
        row("./Provisioning/PXLOGICAL/PXAUTHINFO/PXAUTH-ID", false);
        // Connections: PAP and CHAP, WLAN, EAP, CDMA.
        row("./AP/1/NAPDef/1/NAPAuthInf/1/AuthSecr", true);
        row("./AP/1/NAPDef/1/NAPAuthInf/1/AuthName", false);
        row("./AP/1/NAPDef/1/NAPAuthInf/1/AuthType", false);
        row("./AP/1/WLAN/PSK", true);
        row("./AP/1/WLAN/WEPKey", true);
        row("./AP/1/WLAN/SSID", false);
        row("./AP/1/WLAN/EAP/1/Password", true);
        row("./AP/1/WLAN/EAP/1/Identity", false);
        row("./CDMA/3GPD/0/PasswordAAA", true);
        row("./CDMA/3GPD/0/PasswordHA", true);
        // Passpoint.
        row("./Wi-Fi/PPS/i001/Credential/UsernamePassword/Password", true);
        row("./Wi-Fi/PPS/i001/Credential/UsernamePassword/Username", false);
        row("./Wi-Fi/PPS/i001/Credential/UsernamePassword/SoftTokenApp", false);
        row("./Wi-Fi/PPS/i001/Credential/DigitalCertificate/CertSHA256Fingerprint", false);
        row("./Wi-Fi/PPS/i001/Credential/SIM/IMSI", false);
        row("./Wi-Fi/PPS/i001/CredentialPriority", false);
        row("./Wi-Fi/PPS/i001/SubscriptionUpdate/UsernamePassword/Password", true);
        row("./E-Mail/POP3/PWD", true);
        // A SIM's, and what only sounds like a secret.
        row("./SIM/Ki", true);
        row("./SIM/OPc", true);
        row("./SIM/ICCID", false);
        row("./Policy/PasswordPolicy", false);
        row("./Policy/MinPasswordLength", false);
        row("./Settings/KeyboardLayout", false);
        // PINs, keys and tokens by whole words of a name.
        for (const char* uri : {"./A/PIN", "./A/PIN1", "./A/NewPINValue", "./A/DevicePIN", "./A/PUK", "./A/UnlockCode",
                 "./A/Key", "./A/MasterKey", "./A/EncryptionKey", "./A/SharedKey", "./A/KeyMaterial",
                 "./A/ClientCertPrivateKey", "./A/PKCS12", "./A/Nonce", "./A/NextNonce", "./A/AuthPW", "./A/ProxyPW",
                 "./A/Token", "./A/OTP", "./A/Passwd", "./A/UserPwd", "./SIM/Kc", "./SIM/KIc", "./SIM/KID",
                 "./A/WPA-PSK", "./A/AUTH-PW", "./A/KEY", "./A/key_2", "./A/SCEP/Install/Challenge",
                 "./A/PFXCertInstall/PFXCertBlob", "./A/%53ecret", "./A/AAuth%53%65cret", "./A/keyMaterial"})
            row(uri, true);
        for (const char* uri :
            {"./A/Keyboard", "./A/MonKey", "./A/Tokenizer", "./A/PinnedTab", "./A/PublicKey", "./A/KeyId",
                "./A/TokenType", "./A/MinPINLength", "./A/ZipCode", "./A/SecretariatData", "./A/%5", "./A/1"})
            row(uri, false);
        row("./DevDetail/FwV", false);
        row("./DevDetail/URI/MaxSegLen", false);
        row("./DevInfo/DevId", false);
    }
    void DM_SC_SEC_1_PRV_2_names()
    {
        QFETCH(const QString, uri);
        QFETCH(const bool, secret);
        const std::string name = uri.section(QLatin1Char('/'), -1).toStdString();
        QCOMPARE(isSecretName(name), secret);
        Tree tree;
        QCOMPARE(isSecret(tree, *tree.add(Tree::root(), leaf(name, Format::Chr, "x"))), secret);
        // And on the wire, in messages that are logged.
        const QByteArray message =
            "<Item><Target><LocURI>" + uri.toLatin1() + "</LocURI></Target><Data>x</Data></Item>";
        Record record;
        record.layer = Layer::SyncMl;
        record.request = message;
        SecretWatch().mark(record);
        QCOMPARE(record.secrets.size(), std::size_t(secret ? 1 : 0));
    }

    void what_is_no_leaf_or_only_yes_and_no_is_none()
    {
        Tree tree;
        QVERIFY(!isSecret(tree, *tree.add(Tree::root(), leaf("UsernamePassword", Format::Node, ""))));
        QVERIFY(!isSecret(tree, *tree.add(Tree::root(), leaf("AllowPassword", Format::Bool, "true"))));
        NodeData data = leaf("Anything", Format::Bin, "x");
        data.type = std::string(kSecretType);
        QVERIFY(isSecret(tree, *tree.add(Tree::root(), data)));
    }

    void DM_SC_PRV_2_what_the_DDF_lets_nobody_get()
    {
        const auto described = [](const char* name, const char* access) {
            return std::string("<Node><NodeName>") + name + "</NodeName><DFProperties><AccessType>" + access
                + "</AccessType><DFFormat><chr/></DFFormat><DFType><MIME/></DFType></DFProperties></Node>";
        };
        const std::string xml = "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName></NodeName><DFProperties><AccessType>"
                                "<Replace/></AccessType><DFFormat><node/></DFFormat><DFType><DDFName>urn:test:1.0"
                                "</DDFName></DFType></DFProperties>"
            + described("Given", "<Get/><Replace/>") + described("Taken", "<Add/><Replace/>")
            + "<Node><NodeName>Untold</NodeName></Node></Node></MgmtTree>";
        const auto document = parseDocument(view(xml));
        QVERIFY(document && document->description);
        DescriptionSet set;
        set.add(*document->description);
        Tree tree;
        NodeData mo = leaf("Any", Format::Node, "");
        mo.type = "urn:test:1.0";
        const NodeId root = *tree.add(Tree::root(), mo);
        QVERIFY(!hidesValue(set, tree, root)); // an interior node has no value
        QVERIFY(!hidesValue(set, tree, *tree.add(root, leaf("Given", Format::Chr, "x"))));
        QVERIFY(hidesValue(set, tree, *tree.add(root, leaf("Taken", Format::Chr, "x"))));
        QVERIFY(!hidesValue(set, tree, *tree.add(root, leaf("Untold", Format::Chr, "x"))));
        QVERIFY(!hidesValue(set, tree, *tree.add(Tree::root(), leaf("Taken", Format::Chr, "x"))));
    }

private:
    static NodeData leaf(std::string_view name, Format format, std::string_view value)
    {
        NodeData data;
        data.name = name;
        data.format = format;
        data.value = value;
        return data;
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSecretType>(argc, argv);
}

} // namespace dmsc::tst_secret_type

#include "tst_secret_type.moc"
