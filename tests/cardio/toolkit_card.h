// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"
#include "cardio/toolkit/proactive_command.h"
#include "model/byte_array.h"

namespace dmsc::test {

/// A text, yes or no, and a menu.
inline std::vector<ProactiveCommand> threeQuestions()
{
    std::vector<ProactiveCommand> all(3);
    all[0].text = QStringLiteral("Welcome");
    all[0].qualifier = ProactiveCommand::kUserClears;
    all[1].type = ProactiveType::GetInkey;
    all[1].qualifier = ProactiveCommand::kYesNo;
    all[1].text = QStringLiteral("Update now?");
    all[2].type = ProactiveType::SelectItem;
    all[2].title = QStringLiteral("Network");
    all[2].items = {{7, QStringLiteral("Home")}, {9, QStringLiteral("Abroad")}};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].number = static_cast<std::uint8_t>(i + 1);
    return all;
}

/// Writes the commands into the card's file 2F5A, as its issuer would.
inline void keepToolkit(const QString& card, const std::vector<ProactiveCommand>& commands)
{
    const QString path = QStringLiteral("3F00/2F5A");
    QByteArray row;
    for (const ProactiveCommand& one : commands) {
        const auto bytes = encode(one);
        if (!bytes)
            qFatal("a command cannot be encoded");
        row += toByteArray(*bytes);
    }
    auto side = SideSession::open({Where::Kind::Card, card});
    if (!side)
        qFatal("%s", qPrintable(side.error().text()));
    const auto explored = (*side)->explore();
    const auto pin = (*side)->verifyPin(0x0A, "11223344");
    const auto there = (*side)->readFile(path);
    if (!explored || !pin || !pin->verified || !there)
        qFatal("the toolkit's file cannot be reached");
    CardFileWrite write;
    write.path = path;
    write.before = there->parts.front().bytes;
    write.part = there->parts.front();
    write.part.bytes.replace(0, row.size(), row);
    if (const auto written = (*side)->writeFile(write); !written)
        qFatal("%s", qPrintable(written.error().text()));
}

} // namespace dmsc::test
