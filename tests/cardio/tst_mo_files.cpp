// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/mo_codec.h"
#include "model/compare/operation.h"
#include "model/formats/tnds.h"
#include "model/syncml/message_wbxml.h"
#include "model/uicc/secret_type.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTest>

#include <random>

namespace dmsc::tst_mo_files {

using namespace dmsc::test;

namespace {

Bytes hex(const char* text)
{
    return fromHex(QString::fromLatin1(text)).value();
}

Bytes octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

/// A codec's nodes below one root "MO".
struct Decoded
{
    Tree tree;
    NodeId root = kNoNode;
    Result<MoCodec::Findings> findings;

    [[nodiscard]] NodeId at(std::string_view uri) const { return tree.find(Uri::parse(uri).value()); }
    [[nodiscard]] std::string text() const { return textOf(tree, root); }
};

Decoded decode(const MoCodec& codec, const Bytes& content)
{
    Decoded out;
    NodeData root;
    root.name = "MO";
    root.type = "urn:test";
    out.root = out.tree.add(Tree::root(), root).value();
    out.findings = codec.decode(content, out.tree, out.root);
    return out;
}

/// What the codec says stays as it is does.
Bytes roundTrip(const MoCodec& codec, const Bytes& content)
{
    const Decoded decoded = decode(codec, content);
    if (!decoded.findings)
        qFatal("%s", qPrintable(decoded.findings.error().text()));
    const auto encoded = codec.encode(content, decoded.tree, decoded.root);
    if (!encoded)
        qFatal("%s", qPrintable(encoded.error().text()));
    return *encoded;
}

/// An IoT profile: low priority, EAB, both overrides, T at least 60 min, retry 12 min; 10 bytes free.
Bytes nasFile()
{
    Bytes file = hex("800101 840101 860101 870101 83013C 8A01AC");
    file.resize(28, 0xFF);
    return file;
}

Bytes xcapObject()
{
    return hex("A0 40 810101 820101"
               " A1 38 810101 820F 58434150202F206578616D706C652E 8404 75726931 8505 616C696365 8606 733363726574"
               " 9F2202BEEF 870102 8C05 6869646521");
}

} // namespace

class TestMoFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nasConfigIsATree();
    void nasConfigChangesOnlyWhatChanged();
    void nasConfigKeepsUnknownTags();
    void nasConfigRefusesWhatDoesNotFit();
    void nasConfigOfARealCardIsEmpty();
    void xcapIsATreeWithSecrets();
    void xcapKeepsWhatItDoesNotKnow();
    void dataOffBitsAreLeaves();
    void accessPointsAreAList();
    void lwm2mBootstrapOfARealCard();
    void lwm2mTlvVector();
    void documentsInEveryEncoding();
    void documentsOfSeveralObjects();
    void messagesKeepTheirCommands();
    void documentsOfOtherKindsAreOneLeaf();
    void firstDocumentOfAnEmptyObject();
    void randomTreesThroughDocuments();
    void hostileBytes();
};

void TestMoFiles::nasConfigIsATree()
{
    const Decoded nas = decode(nasConfigCodec(), nasFile());
    QVERIFY(nas.findings && nas.findings->empty());
    QCOMPARE(nas.text(), normalText(R"(
        MO  node  urn:test
          ExtendedAccessBarring : int = 1
          MinimumPeriodicSearchTimer : int = 60
          NAS_SignallingPriority : int = 1
          Override_ExtendedAccessBarring : int = 1
          Override_NAS_SignallingLowPriority : int = 1
          SM_RetryWaitTime : int = 172
    )"));
    QCOMPARE(roundTrip(nasConfigCodec(), nasFile()), nasFile());
    const Decoded odd = decode(nasConfigCodec(), hex("800102 860101 FFFF"));
    QCOMPARE(odd.findings->size(), std::size_t{2});
}

void TestMoFiles::nasConfigChangesOnlyWhatChanged()
{
    Decoded nas = decode(nasConfigCodec(), nasFile());
    QVERIFY(nas.tree.setValue(nas.at("MO/MinimumPeriodicSearchTimer"), "120"));
    QVERIFY(nas.tree.remove(nas.at("MO/ExtendedAccessBarring")));
    NodeData added;
    added.name = "Default_DCN_ID";
    added.format = Format::Int;
    added.value = "258";
    QVERIFY(nas.tree.add(nas.root, added));
    added.name = "NMO_I_Behaviour";
    added.format = Format::Bool; // as another device may have it
    added.value = "true";
    QVERIFY(nas.tree.add(nas.root, added));
    Bytes expected = hex("800101 860101 870101 830178 8A01AC 810101 8C020102");
    expected.resize(28, 0xFF);
    QCOMPARE(nasConfigCodec().encode(nasFile(), nas.tree, nas.root).value(), expected);
}

void TestMoFiles::nasConfigKeepsUnknownTags()
{
    // A tag of a later release, a known one twice, one with a length that we do not expect, a long form of length.
    const Bytes file = hex("8E020102 800101 800100 8A020001 84810101 BF2103800105 FFFFFF");
    const Decoded nas = decode(nasConfigCodec(), file);
    QCOMPARE(nas.text(), normalText(R"(
        MO  node  urn:test
          Ext
            8A : bin = \x00\x01
            8E : bin = \x01\x02
            BF21 : bin = \x80\x01\x05
          ExtendedAccessBarring : int = 1
          NAS_SignallingPriority : int = 1
          NAS_SignallingPriority-2 : int = 0
    )"));
    QCOMPARE(roundTrip(nasConfigCodec(), file), file);
    Decoded changed = decode(nasConfigCodec(), file);
    QVERIFY(changed.tree.setValue(changed.at("MO/NAS_SignallingPriority"), "0"));
    QCOMPARE(nasConfigCodec().encode(file, changed.tree, changed.root).value(),
        hex("8E020102 800100 800100 8A020001 84810101 BF2103800105 FFFFFF"));
    QVERIFY(changed.tree.remove(changed.at("MO/Ext/8A")));
    QCOMPARE(nasConfigCodec().encode(file, changed.tree, changed.root).value(),
        hex("8E020102 800100 800100 84810101 BF2103800105 FFFFFF FFFFFFFF"));
}

void TestMoFiles::nasConfigRefusesWhatDoesNotFit()
{
    const Bytes full = hex("800101 810101 820101 830101 840101 850101"); // the Release 10 set, 18 bytes
    Decoded nas = decode(nasConfigCodec(), full);
    NodeData added;
    added.name = "SM_RetryWaitTime";
    added.format = Format::Int;
    added.value = "720";
    const NodeId leaf = nas.tree.add(nas.root, added).value();
    QCOMPARE(nasConfigCodec().encode(full, nas.tree, nas.root).error().kind, ErrorKind::BadValue);
    QVERIFY(nas.tree.setValue(leaf, "172"));
    QCOMPARE(nasConfigCodec().encode(full, nas.tree, nas.root).error().kind, ErrorKind::Full);
    QVERIFY(nas.tree.remove(leaf));
    added.name = "Profile";
    QVERIFY(nas.tree.add(nas.root, added));
    const auto refused = nasConfigCodec().encode(full, nas.tree, nas.root);
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(refused.error().where, QStringLiteral("./MO/Profile"));
    QVERIFY(!decode(nasConfigCodec(), hex("8005 01")).findings);
}

void TestMoFiles::nasConfigOfARealCardIsEmpty()
{
    const Bytes erased(128, 0xFF);
    const Decoded nas = decode(nasConfigCodec(), erased);
    QVERIFY(nas.findings && nas.findings->empty());
    QVERIFY(nas.tree.children(nas.root).empty());
    QCOMPARE(roundTrip(nasConfigCodec(), erased), erased);
}

void TestMoFiles::xcapIsATreeWithSecrets()
{
    const Decoded xcap = decode(xcapConfigCodec(), xcapObject());
    QVERIFY2(xcap.findings.has_value(), xcap.findings ? "" : qPrintable(xcap.findings.error().text()));
    const std::string part = "MO/XCAP_conn_params_policy/PolicyPart/";
    QCOMPARE(std::string(xcap.tree.value(xcap.at(part + "ApplicationName"))), std::string("XCAP / example."));
    QCOMPARE(std::string(xcap.tree.value(xcap.at(part + "AuthenticationType"))), std::string("2"));
    QCOMPARE(std::string(xcap.tree.type(xcap.at(part + "AuthenticationSecret"))), std::string(kSecretType));
    QCOMPARE(std::string(xcap.tree.type(xcap.at(part + "PDPAuthenticationSecret"))), std::string(kSecretType));
    QVERIFY(xcap.tree.type(xcap.at(part + "AuthenticationName")).empty());
    QVERIFY(xcap.at(part + "Ext/9F22") != kNoNode);
    QCOMPARE(roundTrip(xcapConfigCodec(), xcapObject()), xcapObject());
}

void TestMoFiles::xcapKeepsWhatItDoesNotKnow()
{
    Decoded xcap = decode(xcapConfigCodec(), xcapObject());
    const NodeId policy = xcap.at("MO/XCAP_conn_params_policy");
    const NodeId part = xcap.tree.child(policy, "PolicyPart");
    const Tree copy = xcap.tree;
    QVERIFY(xcap.tree.addSubtree(policy, "PolicyPart-2", copy, part));
    QVERIFY(xcap.tree.setValue(xcap.at("MO/XCAP_conn_params_policy/PolicyPart/URI"), "u"));
    const auto written = xcapConfigCodec().encode(xcapObject(), xcap.tree, xcap.root);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().text()));
    QVERIFY(toHex(*written).startsWith(QStringLiteral("A077810101820102A135"))); // counted anew
    const Decoded again = decode(xcapConfigCodec(), *written);
    QCOMPARE(again.text(), xcap.text());
}

void TestMoFiles::dataOffBitsAreLeaves()
{
    const Bytes file = hex("D0 0A 00 55");
    Decoded off = decode(psDataOffCodec(), file);
    QCOMPARE(std::string(off.tree.value(off.at("MO/Exempted_service_list/SMSoIP_exempt"))), std::string("1"));
    QCOMPARE(std::string(off.tree.value(off.at("MO/Exempted_service_list/USSI_exempt"))), std::string("0"));
    QCOMPARE(roundTrip(psDataOffCodec(), file), file);
    QVERIFY(off.tree.setValue(off.at("MO/Exempted_service_list/USSI_exempt"), "1"));
    QVERIFY(off.tree.setValue(off.at("MO/Exempted_service_list_roaming/MMTEL_voice_exempt"), "0"));
    QCOMPARE(psDataOffCodec().encode(file, off.tree, off.root).value(), hex("D1 08 00 55"));
    QVERIFY(off.tree.remove(off.at("MO/Exempted_service_list/USSI_exempt")));
    QVERIFY(!psDataOffCodec().encode(file, off.tree, off.root));
}

void TestMoFiles::accessPointsAreAList()
{
    Bytes file = hex("02 DD09 08696E7465726E6574 DD00");
    file.resize(40, 0xFF);
    Decoded list = decode(accessPointsCodec(), file);
    QCOMPARE(list.text(), normalText(R"(
        MO  node  urn:test
          1 = internet
          2 =
    )"));
    QCOMPARE(roundTrip(accessPointsCodec(), file), file);
    NodeData leaf;
    leaf.name = "3";
    leaf.format = Format::Chr;
    leaf.value = "iot.example";
    QVERIFY(list.tree.add(list.root, leaf));
    Bytes expected = hex("03 DD09 08696E7465726E6574 DD00 DD0C 03696F74076578616D706C65");
    expected.resize(40, 0xFF);
    QCOMPARE(accessPointsCodec().encode(file, list.tree, list.root).value(), expected);
    QVERIFY(list.tree.remove(list.at("MO/1")));
    QVERIFY(
        toHex(accessPointsCodec().encode(file, list.tree, list.root).value()).startsWith(QStringLiteral("02DD00DD0C")));

    const Bytes fresh(20, 0xFF);
    QCOMPARE(roundTrip(accessPointsCodec(), fresh), fresh);
    Bytes none(20, 0xFF);
    none[0] = 0;
    QCOMPARE(roundTrip(accessPointsCodec(), none), none);
}

void TestMoFiles::lwm2mBootstrapOfARealCard()
{
    const Bytes file = hex("0001 0036 0000 00 0031 08002E C80025 636F61703A2F2F6C657368616E2E65636C697073"
                           "6570726F6A656374732E696F3A35373833 C10101 C10203 FFFF");
    const Decoded bootstrap = decode(lwm2mBootstrapCodec(), file);
    QVERIFY2(bootstrap.findings.has_value(), bootstrap.findings ? "" : qPrintable(bootstrap.findings.error().text()));
    QCOMPARE(bootstrap.text(), normalText(R"(
        MO  node  urn:test
          Security  node  urn:oma:lwm2m:oma:0
            0
              BootstrapServer : bool = true
              SecurityMode : int = 3
              ServerURI = coap://leshan.eclipseprojects.io:5783
    )"));
    QVERIFY(!lwm2mBootstrapCodec().encode);

    // Version of two bytes, a secret.
    const Bytes secret = hex("0001 000F 0000 0102 0008 080005 C505 0102030405");
    const Decoded keys = decode(lwm2mBootstrapCodec(), hex("0001 0010 0000 0102 000A 080007 C505 0102030405 0000"));
    QVERIFY(!keys.findings || keys.text().find("SecretKey") != std::string::npos);
    const Decoded cut = decode(lwm2mBootstrapCodec(), secret);
    QVERIFY(!cut.findings);
}

void TestMoFiles::lwm2mTlvVector()
{
    // Object 3 instance 0, as implementations check themselves with it.
    Bytes tlv = hex("C80014 4F70656E204D6F62696C6520416C6C69616E6365 8606 410001 410105 8807 08 42000ED8 42011388"
                    " C40D 5182428F C11055");
    Bytes file = hex("0001 0000 0003 0102 0000");
    file[9] = static_cast<std::uint8_t>(tlv.size());
    file[3] = static_cast<std::uint8_t>(tlv.size() + 6);
    file.insert(file.end(), tlv.begin(), tlv.end());
    // 2 id, 2 version, 2 length
    const Decoded device = decode(lwm2mBootstrapCodec(), file);
    QVERIFY2(device.findings.has_value(), device.findings ? "" : qPrintable(device.findings.error().text()));
    QCOMPARE(device.text(), normalText(R"(
        MO  node  urn:test
          3  node  urn:oma:lwm2m:oma:3:1.2
            0 : bin = Open Mobile Alliance
            13 : bin = Q\x82B\x8F
            16 : bin = U
            6
              0 : bin = \x01
              1 : bin = \x05
            7
              0 : bin = \x0E\xD8
              1 : bin = \x13\x88
    )"));
}

namespace {

Tree account()
{
    return treeOf(R"(
        Acc  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=*]
          AppID = w7
          Icon : bin = \x00\x01
          Name = Operator A
    )");
}

} // namespace

void TestMoFiles::documentsInEveryEncoding()
{
    TndsWriteOptions compact;
    compact.lines = false;
    compact.prolog = false;
    const Tree tree = account();
    const std::vector<Bytes> encodings = {
        writeTndsXml(tree).value(), writeTndsXml(tree, Tree::root(), compact).value(), writeTndsWbxml(tree).value()};
    for (const Bytes& before : encodings) {
        QCOMPARE(roundTrip(documentCodec(), before), before);
        Decoded document = decode(documentCodec(), before);
        QCOMPARE(std::string(document.tree.type(document.root)), std::string("urn:oma:mo:oma-dm-dmacc:1.0"));
        QCOMPARE(std::string(document.tree.acl(document.root)), std::string("Get=*"));
        QVERIFY(document.tree.setValue(document.at("MO/Name"), "Operator B"));
        const auto after = documentCodec().encode(before, document.tree, document.root);
        QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().text()));
        // The same encoding, the same shape, and the root called as in the document.
        Tree expected = tree;
        QVERIFY(expected.setValue(expected.find(Uri::parse("Acc/Name").value()), "Operator B"));
        QCOMPARE(*after,
            &before == &encodings[0]       ? writeTndsXml(expected).value()
                : &before == &encodings[1] ? writeTndsXml(expected, Tree::root(), compact).value()
                                           : writeTndsWbxml(expected).value());
    }
    const Bytes provisioning = octets("<wap-provisioningdoc version=\"1.1\"><characteristic type=\"APPLICATION\">"
                                      "<parm name=\"APPID\" value=\"w7\"/><parm name=\"PROVIDER-ID\" value=\"p\"/>"
                                      "</characteristic></wap-provisioningdoc>");
    QCOMPARE(roundTrip(documentCodec(), provisioning), provisioning);
    QVERIFY(decode(documentCodec(), provisioning).text().find("w7") != std::string::npos);
}

void TestMoFiles::documentsOfSeveralObjects()
{
    const Tree two = treeOf(R"(
        A  node  urn:a
          x = 1
        B  node  urn:b
          y = 2
    )");
    const Bytes before = writeTndsWbxml(two).value();
    Decoded document = decode(documentCodec(), before);
    QCOMPARE(std::string(document.tree.type(document.at("MO/A"))), std::string("urn:a"));
    QCOMPARE(roundTrip(documentCodec(), before), before);
    QVERIFY(document.tree.setValue(document.at("MO/B/y"), "3"));
    QVERIFY(document.tree.remove(document.at("MO/A")));
    const auto after = documentCodec().encode(before, document.tree, document.root);
    QVERIFY(after);
    QCOMPARE(textOf(readMgmtTreeWbxml(*after)->tree), normalText("B  node  urn:b\n  y = 3"));
}

void TestMoFiles::messagesKeepTheirCommands()
{
    syncml::Message message;
    message.header.sessionId = "0";
    message.header.msgId = syncml::MessageId{1};
    message.header.target.uri = "./";
    message.header.source.uri = "card";
    syncml::Command replace;
    replace.kind = syncml::CommandKind::Replace;
    replace.id = syncml::CommandId{1};
    syncml::Item item;
    item.target.uri = "./Inbox/Acc";
    item.meta.format = "xml";
    item.meta.type = syncml::mime::kTndsWbxml;
    const Bytes tnds = writeTndsWbxml(account()).value();
    item.data = std::string(tnds.begin(), tnds.end());
    replace.items.push_back(item);
    message.commands.push_back(replace);
    message.final = true;
    const Bytes before = syncml::encodeWbxml(message).value();

    QCOMPARE(roundTrip(documentCodec(), before), before);
    Decoded document = decode(documentCodec(), before);
    QCOMPARE(std::string(document.tree.value(document.at("MO/AppID"))), std::string("w7"));
    QVERIFY(document.tree.setValue(document.at("MO/Name"), "Operator B"));
    const auto after = documentCodec().encode(before, document.tree, document.root);
    QVERIFY(after);
    const auto read = syncml::decodeWbxml(*after);
    QVERIFY(read);
    QCOMPARE(read->commands.at(0).items.at(0).target.uri, std::string("./Inbox/Acc"));
    QCOMPARE(decode(documentCodec(), *after).text(), document.text());
}

void TestMoFiles::documentsOfOtherKindsAreOneLeaf()
{
    const Bytes before = octets("<mcptt-UE-configuration><Name>x</Name></mcptt-UE-configuration>");
    Decoded document = decode(documentCodec(), before);
    QVERIFY(document.findings && document.findings->size() == 1);
    QCOMPARE(document.tree.format(document.at("MO/Document")), Format::Xml);
    QCOMPARE(roundTrip(documentCodec(), before), before);
    QVERIFY(document.tree.setValue(document.at("MO/Document"), "<a/>"));
    QCOMPARE(documentCodec().encode(before, document.tree, document.root).value(), octets("<a/>"));
    NodeData data;
    data.name = "Name";
    QVERIFY(document.tree.add(document.root, data));
    QCOMPARE(documentCodec().encode(before, document.tree, document.root).error().kind, ErrorKind::NotAllowed);

    const Bytes bytes = hex("80 81 82 83");
    QCOMPARE(decode(documentCodec(), bytes).tree.format(decode(documentCodec(), bytes).at("MO/Document")), Format::Bin);
    QCOMPARE(roundTrip(documentCodec(), bytes), bytes);
}

void TestMoFiles::firstDocumentOfAnEmptyObject()
{
    Decoded document = decode(documentCodec(), {});
    QVERIFY(document.tree.children(document.root).empty());
    QVERIFY(roundTrip(documentCodec(), {}).empty());
    NodeData leaf;
    leaf.name = "AppID";
    leaf.format = Format::Chr;
    leaf.value = "ap2001";
    QVERIFY(document.tree.add(document.root, leaf));
    const auto written = documentCodec().encode({}, document.tree, document.root);
    QVERIFY(written);
    QCOMPARE(textOf(readMgmtTreeXml(*written)->tree), normalText("MO  node  urn:test\n  AppID = ap2001"));
    QCOMPARE(decode(documentCodec(), *written).text(), document.text());
}

void TestMoFiles::randomTreesThroughDocuments()
{
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        RandomTrees random(seed);
        Tree before;
        const auto top = before.addSubtree(Tree::root(), "Top", random.tree(2 + random.below(30)), Tree::root());
        QVERIFY(top && before.setType(*top, "urn:top"));
        const Bytes bytes = seed % 2 == 0 ? writeTndsXml(before).value() : writeTndsWbxml(before).value();
        QCOMPARE(roundTrip(documentCodec(), bytes), bytes);
        Decoded document = decode(documentCodec(), bytes);
        for (int i = 0; i < 5; ++i) {
            Tree edited = document.tree;
            random.edit(edited);
            if (edited.children(Tree::root()).size() == 1 && edited.find(Uri::parse("MO").value()) != kNoNode)
                document.tree = edited;
        }
        document.root = document.at("MO");
        const auto after = documentCodec().encode(bytes, document.tree, document.root);
        QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().text()));
        const Decoded again = decode(documentCodec(), *after);
        QCOMPARE(again.tree.type(again.root).empty(), false);
        QVERIFY(equalSubtrees(again.tree, again.root, document.tree, document.root)
            || document.tree.type(document.root).empty());
    }
}

void TestMoFiles::hostileBytes()
{
    std::mt19937 random(7);
    for (const MoCodec& codec : {nasConfigCodec(), xcapConfigCodec(), psDataOffCodec(), accessPointsCodec(),
             lwm2mBootstrapCodec(), documentCodec()}) {
        for (int i = 0; i < 3000; ++i) {
            Bytes bytes = i % 3 == 0 ? nasFile() : i % 3 == 1 ? xcapObject() : Bytes(random() % 60);
            for (unsigned n = 0; n < 1 + random() % 6; ++n)
                if (!bytes.empty())
                    bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
            const Decoded decoded = decode(codec, bytes);
            if (!decoded.findings || !codec.encode)
                continue;
            const auto encoded = codec.encode(bytes, decoded.tree, decoded.root);
            QVERIFY2(encoded.has_value(), encoded ? "" : qPrintable(encoded.error().text() + toHex(bytes)));
            QCOMPARE(toHex(*encoded), toHex(bytes));
        }
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestMoFiles>(argc, argv);
}

} // namespace dmsc::tst_mo_files

#include "tst_mo_files.moc"
