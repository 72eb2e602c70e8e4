// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/desk.h"

#include <memory>

namespace dmsc::test {

/// A UICC with one file of each kind and two keys, as a session would tell of it.
inline CardFileTree someFiles()
{
    const auto file = [](int parent, CardFileKind kind, const char* path, const char* id, const char* name) {
        CardFile made;
        made.parent = parent;
        made.kind = kind;
        made.path = QLatin1String(path);
        made.id = QLatin1String(id);
        made.name = QLatin1String(name);
        made.lifeCycle = QStringLiteral("active");
        return made;
    };
    const auto rules = [](const char* read, const char* update) {
        return std::vector<CardAccessRule>{{QStringLiteral("read"), QLatin1String(read)},
            {QStringLiteral("update"), QLatin1String(update)}, {QStringLiteral("resize"), QLatin1String("never")}};
    };
    CardFileTree tree;
    tree.files = {file(-1, CardFileKind::Mf, "3F00", "3F00", "MF"),
        file(0, CardFileKind::Transparent, "3F00/2FE2", "2FE2", "EF_ICCID"),
        file(0, CardFileKind::LinearFixed, "3F00/2F00", "2F00", "EF_DIR"),
        file(0, CardFileKind::Adf, "A0000000871002", "A0000000871002", "ADF.USIM"),
        file(3, CardFileKind::BerTlv, "A0000000871002/6FE8", "6FE8", "EF_NASCONFIG"),
        file(3, CardFileKind::Transparent, "A0000000871002/6F07", "6F07", "EF_IMSI")};
    tree.files[1].size = 10;
    tree.files[1].shortId = QStringLiteral("02");
    tree.files[1].description = QStringLiteral("identity of the card");
    tree.files[1].access = rules("always", "ADM 1 verified");
    tree.files[1].fcp = QByteArray::fromHex("621482024121830222E28A01058B032F06018002000A880110");
    tree.files[2].recordCount = 2;
    tree.files[2].recordLength = 48;
    tree.files[2].size = 96;
    tree.files[2].access = rules("always", "ADM 1 verified");
    tree.files[4].size = 300;
    tree.files[4].maximumSize = 2000;
    tree.files[4].moType = QStringLiteral("urn:oma:mo:ext-3gpp-nas-config:1.0");
    tree.files[4].description = QStringLiteral("NAS configuration (TS 24.368)");
    tree.files[4].findings = {QStringLiteral("announced by UST service 96 but not there")};
    tree.files[4].access = rules("PIN 1 verified", "ADM 1 verified");
    tree.files[5].size = 9;
    tree.files[5].access = rules("PIN 1 verified", "ADM 1 verified");
    tree.pins = {{0x01, QStringLiteral("PIN 1"), false, true, 3}, {0x0A, QStringLiteral("ADM 1"), false, true, 10}};
    tree.freeMemory = 123456;
    return tree;
}

/// Three readers, one of each thing that can be in one.
inline ReaderList someReaders()
{
    ReaderList list;
    list.readers = {{QStringLiteral("Virtual PCD 00 00"), ReaderStatus::Card, {0x3B, 0x9F},
                        QStringLiteral("UICC (T=0, T=1, extended length)")},
        {QStringLiteral("Virtual PCD 00 01"), ReaderStatus::Empty, {}, {}},
        {QStringLiteral("Gem & Co 2"), ReaderStatus::InUse, {0x3B, 0x00}, QStringLiteral("DM_SC card")},
        {QStringLiteral("Old one"), ReaderStatus::Mute, {}, {}}};
    return list;
}

} // namespace dmsc::test
