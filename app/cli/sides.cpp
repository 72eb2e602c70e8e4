// SPDX-License-Identifier: Apache-2.0
#include "app/cli/sides.h"

#include "app/cli/standard_error.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <thread>

namespace dmsc::cli {

namespace {

using ReadState = Result<SideState>;

constexpr std::size_t kMostWarnings = 20;

/// Copies of cards seen before, shared with the workbench; empty when there is no place for them.
QString cacheFolder()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/dmsc/cards");
    return QDir().mkpath(folder) ? folder : QString();
}

/// "01=1234": one try each; the reference is that of VERIFY (ETSI TS 102 221 9.5.1).
Result<void> verifyPin(SideSession& side, const QString& entry)
{
    bool good = false;
    const auto reference = entry.section(QLatin1Char('='), 0, 0).toUInt(&good, 16);
    const QByteArray digits = entry.section(QLatin1Char('='), 1).toLatin1();
    if (!good || reference == 0 || reference > 0xFF || digits.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "DMSC_PINS is a list like 01=1234,0A=11223344"));
    const auto pin = side.verifyPin(static_cast<std::uint8_t>(reference), digits);
    if (!pin)
        return tl::unexpected(pin.error());
    if (pin->verified)
        return {};
    return fail(ErrorKind::Security,
        QCoreApplication::translate("CommandLine", "%1 is wrong, tries left: %2; nothing else was tried")
            .arg(pin->name)
            .arg(pin->triesLeft.value_or(0)),
        side.state().where.text());
}

/// The keys of a UICC's files come from the environment: a command line can be read by everybody.
QStringList givenPins()
{
    return qEnvironmentVariable("DMSC_PINS").split(QLatin1Char(','), Qt::SkipEmptyParts);
}

Result<void> verifyPins(SideSession& side)
{
    for (const QString& entry : givenPins())
        if (auto verified = verifyPin(side, entry); !verified)
            return verified;
    return {};
}

bool isCard(const Where& where)
{
    return where.kind == Where::Kind::Card || where.kind == Where::Kind::Reader;
}

Result<std::unique_ptr<SideSession>> openWith(const Where& where, SideOptions options)
{
    if (isCard(where))
        options.cacheFolder = cacheFolder();
    else if (where.kind == Where::Kind::Handset)
        options.actor = Actor::Device;
    options.details = false; // of a card's tree alone
    auto side = SideSession::open(where, options);
    if (!side)
        return side;
    // The tree of a plain UICC is what its files let us see.
    if (!(*side)->state().files || givenPins().isEmpty())
        return side;
    auto verified = verifyPins(**side);
    if (verified)
        verified = (*side)->reload();
    if (!verified)
        return tl::unexpected(verified.error());
    return side;
}

/// Opens, reads and closes in the calling thread.
ReadState readState(const QString& text, const SessionChoice& choice)
{
    const auto where = Where::parse(text);
    const auto side = where ? openWith(*where, choice.options()) : tl::unexpected(where.error());
    if (!side)
        return tl::unexpected(side.error());
    return (*side)->state();
}

void announceLines(const QString& where, const std::vector<QString>& lines)
{
    const std::size_t shown = std::min(lines.size(), kMostWarnings);
    for (std::size_t i = 0; i < shown; ++i)
        announce(where + QStringLiteral(": ") + lines[i]);
    if (shown < lines.size())
        announce(QCoreApplication::translate("CommandLine", "%1: further warnings: %2")
                     .arg(where)
                     .arg(lines.size() - shown));
}

/// What is missing from a tree, a line each on standard error. What is odd in a document is said with the answer.
void announceWarnings(const SideState& state)
{
    if (state.where.kind == Where::Kind::Document)
        return;
    const QString where = state.where.text();
    announceLines(where, state.warnings);
    if (state.locked)
        announce(QCoreApplication::translate(
            "CommandLine", "%1: DMSC_PINS takes the keys for what is locked, for instance 01=1234 for PIN 1")
                     .arg(where));
}

Result<std::unique_ptr<SideSession>> openQuietly(const QString& text, const Arguments& arguments, UserAgent* user)
{
    const auto where = Where::parse(text);
    if (!where)
        return tl::unexpected(where.error());
    // Who opens a document needs no credentials, and is not asked for a passphrase.
    auto choice = isCard(*where) ? SessionChoice::from(arguments) : SessionChoice{};
    if (!choice)
        return tl::unexpected(choice.error());
    choice->records = recordsOf(arguments);
    SideOptions options = choice->options();
    options.user = user;
    return openWith(*where, std::move(options));
}

} // namespace

Result<std::unique_ptr<SideSession>> openSide(const QString& text, const Arguments& arguments, UserAgent* user)
{
    auto side = openQuietly(text, arguments, user);
    if (side)
        announceWarnings((*side)->state());
    return side;
}

Result<std::unique_ptr<SideSession>> openExplored(const Arguments& arguments)
{
    auto side = openQuietly(arguments.positional[0], arguments, nullptr);
    if (!side)
        return side;
    if (!(*side)->state().files) {
        auto found = (*side)->explore();
        if (found)
            found = verifyPins(**side);
        if (!found)
            return tl::unexpected(found.error());
    }
    announceLines((*side)->state().where.text(), (*side)->state().oddities);
    return side;
}

Result<std::unique_ptr<SideSession>> selectCard(const QString& text, const SessionChoice& choice)
{
    const auto where = Where::parse(text);
    if (!where)
        return tl::unexpected(where.error());
    SideOptions options = choice.options();
    options.opening = SideOptions::Opening::SelectOnly;
    auto side = isCard(*where) ? SideSession::open(*where, options) : Result<std::unique_ptr<SideSession>>();
    if (!side)
        return side;
    if (!*side || (*side)->state().files)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "CommandLine", "this is no card with the DM_SC application; expected card:FILE or pcsc:READER"),
            text);
    return side;
}

Result<std::unique_ptr<SideSession>> openCard(const QString& text, const SessionChoice& choice)
{
    auto side = selectCard(text, choice);
    if (!side)
        return side;
    const HandshakeOutcome outcome = (*side)->handshake(choice.request, {});
    if (outcome.error)
        return at(*outcome.error, text);
    return side;
}

Result<StatePair> readBoth(const QString& left, const QString& right, const Arguments& arguments)
{
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    ReadState second;
    ReadState first;
    const auto one = Where::parse(left);
    const auto other = Where::parse(right);
    if (one && other && isCard(*one) && isCard(*other)) {
        // It may be the same card twice, and a card talks to one at a time.
        first = readState(left, *choice);
        second = readState(right, *choice);
    } else {
        const std::jthread reader([&] { second = readState(right, *choice); });
        first = readState(left, *choice);
    }
    if (!first)
        return tl::unexpected(first.error());
    if (!second)
        return tl::unexpected(second.error());
    announceWarnings(*first);
    announceWarnings(*second);
    return StatePair{*std::move(first), *std::move(second)};
}

Result<NodeId> findNode(const Tree& tree, const QString& text, const QString& where)
{
    if (text.isEmpty())
        return Tree::root();
    const auto uri = Uri::parse(text.toStdString());
    if (!uri)
        return tl::unexpected(uri.error());
    const NodeId node = tree.find(*uri);
    if (node == kNoNode)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CommandLine", "there is no node %1").arg(QString::fromStdString(uri->text())),
            where);
    return node;
}

Result<CardFile> findFile(const SideSession& side, const QString& text)
{
    const auto& files = side.state().files->files;
    const auto is = [&text](const QString& what) { return what.compare(text, Qt::CaseInsensitive) == 0; };
    const auto there = std::ranges::find_if(files, is, &CardFile::path);
    if (there != files.end())
        return *there;
    std::vector<const CardFile*> called;
    for (const CardFile& file : files)
        if (is(file.id) || is(file.name))
            called.push_back(&file);
    if (called.empty())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "CommandLine", "the card has no such file; card files shows their paths, such as 3F00/2FE2"),
            text);
    if (called.size() > 1) {
        QStringList paths;
        for (const CardFile* file : called)
            paths << file->path;
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "more than one file is called that: %1")
                .arg(paths.join(QStringLiteral(", "))),
            text);
    }
    return *called.front();
}

} // namespace dmsc::cli
