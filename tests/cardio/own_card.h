// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/demo_pki.h"
#include "cardio/store/card_image.h"
#include "model/byte_array.h"

#include <QFile>
#include <QTest>

namespace dmsc::test {

inline QByteArray testPem(const QString& name)
{
    QFile file(QFINDTESTDATA(QStringLiteral("pki/%1.pem").arg(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll();
}

/// A certificate of the card's own authority as a person would bring it: key, certificate, those above it.
inline QByteArray certified(const QString& name)
{
    return testPem(name + QStringLiteral("-key")) + testPem(name) + testPem(QStringLiteral("own-sub-ca"))
        + testPem(QStringLiteral("own-ca"));
}

/// A key pair of the authority whose certificates name the card: "named-card" is CardSetup's, "named-other-card" not.
inline CardKeyPair namedPair(const char* name, std::uint8_t version = 0x13)
{
    const auto certificate = [](const QString& one) { return Certificate::parse(viewOf(testPem(one))).value(); };
    const QString text = QLatin1String(name);
    return {version, PrivateKey::parse(viewOf(testPem(text + QStringLiteral("-key")))).value(), {certificate(text)},
        {certificate(QStringLiteral("named-ca"))}};
}

/// A card that trusts an authority of its own, which tests have certificates of.
inline CardSetup ownCardSetup(const Tree& tree)
{
    const auto one = [](const char* name) { return Certificate::parse(viewOf(testPem(QLatin1String(name)))).value(); };
    CardSetup setup;
    setup.tree = tree;
    setup.keyPairs.push_back(
        {kDemoCardKeyP256, PrivateKey::parse(viewOf(testPem(QStringLiteral("own-card-key")))).value(),
            {one("own-card")}, {one("own-ca")}});
    return setup;
}

} // namespace dmsc::test
