// SPDX-License-Identifier: Apache-2.0
// dmsc exchange: recorded messages of a DM server, answered by an emulated handset.
#include "app/cli/dm_options.h"
#include "app/cli/firmware_parts.h"
#include "app/cli/session.h"
#include "app/cli/terminal_user.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/session/client_session.h"
#include "cardio/session/recorded_user.h"
#include "model/files/output_file.h"
#include "model/syncml/message_xml.h"
#include "model/trace/trace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace dmsc::cli {

namespace {

constexpr qint64 kMaxMessageFile = qint64{64} << 20;
constexpr std::uint64_t kMaxMsgSize = std::uint64_t{1} << 20; ///< recorded messages may be large

Result<DmPacket> readMessage(const QString& path)
{
    auto octets = readFile(
        path, kMaxMessageFile, QCoreApplication::translate("CommandLine", "a file with a message has at most 64 MiB"));
    if (!octets)
        return tl::unexpected(octets.error());
    DmPacket packet;
    packet.body = *std::move(octets);
    return packet;
}

bool hasAcl(const Tree& tree, NodeId node)
{
    const auto children = tree.children(node);
    return !tree.acl(node).empty()
        || std::any_of(children.begin(), children.end(), [&](NodeId below) { return hasAcl(tree, below); });
}

/// Whose account the messages are of: --as, or what their Source names. Where the tree has no ACL at all nobody is
/// bound by one.
DmAccount accountFor(const Tree& tree, const Arguments& arguments, const DmPacket& first)
{
    const auto message = decodePacket(first);
    const std::string source = message ? message->header.source.uri : std::string();
    const std::string wanted = arguments.as.isEmpty() ? source : arguments.as.toStdString();
    for (const DmAccount& account : accountsOf(tree))
        if (!wanted.empty() && (account.serverId == wanted || account.address == wanted))
            return account;
    DmAccount account;
    if (!arguments.as.isEmpty() || hasAcl(tree, Tree::root()))
        account.serverId = wanted;
    account.address = source;
    return account;
}

/// Nobody proves anything unless the arguments say so.
Result<void> setProofs(DmAccount& account, const Arguments& arguments)
{
    const auto scheme = authOf(arguments.auth, true);
    if (!scheme)
        return tl::unexpected(scheme.error());
    account.client.scheme = arguments.secret.isEmpty() ? AuthScheme::None : *scheme;
    account.client.user = arguments.user.toStdString();
    account.client.password = arguments.secret.toStdString();
    account.server.scheme = arguments.serverSecret.isEmpty() ? AuthScheme::None : *scheme;
    account.server.password = arguments.serverSecret.toStdString();
    if (account.server.user.empty())
        account.server.user = account.serverId;
    return {};
}

/// Collects what the client says: as XML for standard output, or byte for byte into a folder.
class Output
{
public:
    Output(QString folder, QStringList messages)
        : m_folder(std::move(folder))
        , m_messages(std::move(messages))
    {
    }
    [[nodiscard]] Result<void> begin() const
    {
        if (m_folder.isEmpty() || QDir().mkpath(m_folder))
            return {};
        return fail(ErrorKind::Io, QCoreApplication::translate("CommandLine", "the folder cannot be made"), m_folder);
    }
    [[nodiscard]] Result<void> answer(const std::optional<DmPacket>& packet)
    {
        const int number = m_number++;
        if (!packet) {
            m_text += QStringLiteral("<!-- %1: no answer -->\n").arg(number, 2, 10, QLatin1Char('0')).toStdString();
            return {};
        }
        return m_folder.isEmpty() ? show(*packet) : save(*packet, number);
    }
    [[nodiscard]] std::string text() const { return m_text; }

private:
    Result<void> show(const DmPacket& packet)
    {
        if (encodingOf(packet) == Encoding::Xml) {
            m_text.append(packet.body.begin(), packet.body.end());
        } else {
            const auto message = decodePacket(packet);
            if (!message)
                return tl::unexpected(message.error());
            auto xml = syncml::encodeXml(*message);
            if (!xml)
                return tl::unexpected(xml.error());
            m_text += *xml;
        }
        m_text += '\n';
        return {};
    }
    Result<void> save(const DmPacket& packet, int number)
    {
        const bool xml = encodingOf(packet) == Encoding::Xml;
        const QString name = QStringLiteral("%1.%2")
                                 .arg(number, 2, 10, QLatin1Char('0'))
                                 .arg(xml ? QStringLiteral("xml") : QStringLiteral("wbxml"));
        const QString path = QDir(m_folder).filePath(name);
        if (auto kept = checkKeeps(m_messages, path); !kept)
            return kept;
        if (auto written = writeWholeFile(path, packet.body); !written)
            return written;
        m_text += path.toStdString() + '\n';
        return {};
    }

    QString m_folder;
    QStringList m_messages;
    int m_number = 0;
    std::string m_text;
};

ClientOptions optionsFor(const Arguments& arguments, const EmulatedHandset& handset, const DmPacket& first)
{
    ClientOptions options;
    options.encoding = encodingOf(first);
    options.dialect = arguments.windows ? Dialect::Windows : Dialect::Oma;
    options.maxMsgSize = kMaxMsgSize;
    options.ddf = handset.ddf();
    options.replay = true;
    options.risingIds = true;
    if (const auto message = decodePacket(first))
        options.sessionId = message->header.sessionId;
    return options;
}

/// A recording that stops in the middle of its session is none.
bool isBroken(SessionEnd end)
{
    return end == SessionEnd::Aborted || end == SessionEnd::NotAuthenticated;
}

/// What was said until then is printed all the same.
Answer troubleAt(const QString& message, const QString& what, const Output& output)
{
    return {output.text(), Exit::Trouble, Error{ErrorKind::BadValue, what, message}.text()};
}

} // namespace

Result<Answer> exchangeMessages(const Arguments& arguments)
{
    if (arguments.handset.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "exchange needs --handset FILE; see dmsc --help"));
    std::vector<DmPacket> messages;
    for (const QString& path : arguments.positional) {
        auto message = readMessage(path);
        if (!message)
            return tl::unexpected(message.error());
        messages.push_back(*std::move(message));
    }
    const auto handset = openHandset(arguments.handset);
    if (!handset)
        return tl::unexpected(handset.error());
    const auto user = userFor(arguments.answer);
    if (!user)
        return tl::unexpected(user.error());
    const auto firmware = FirmwareParts::from(arguments);
    if (!firmware)
        return tl::unexpected(firmware.error());
    ManagedTree& device = (*handset)->managed();
    DmAccount account = accountFor(device.tree(), arguments, messages.front());
    if (auto set = setProofs(account, arguments); !set)
        return tl::unexpected(set.error());
    ClientOptions options = optionsFor(arguments, **handset, messages.front());
    RecordedUser asked(**user, recordsOf(arguments));
    options.user = &asked;
    options.records = recordsOf(arguments);
    options.asker.name = QString::fromStdString(account.serverId);
    HandsetParts parts;
    parts.device = &device;
    parts.user = &asked;
    parts.asker = options.asker;
    (*firmware)->addTo(parts);
    HandsetHooks hooks(std::move(parts));
    options.hooks = &hooks;

    Output output(arguments.out, arguments.positional);
    if (auto begun = output.begin(); !begun)
        return tl::unexpected(begun.error());
    ClientSession session(device, account, std::move(options));
    auto first = session.start();
    if (!first)
        return tl::unexpected(first.error());
    if (auto said = output.answer(*std::move(first)); !said)
        return tl::unexpected(said.error());
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const QString& path = arguments.positional[static_cast<qsizetype>(i)];
        if (session.end() != SessionEnd::Running)
            return troubleAt(
                path, QCoreApplication::translate("CommandLine", "the session was over before this message"), output);
        auto answer = session.receive(messages[i]);
        if (!answer)
            return troubleAt(path, answer.error().text(), output);
        if (auto said = output.answer(*answer); !said)
            return tl::unexpected(said.error());
        if (isBroken(session.end()))
            return troubleAt(path, endText(session.end(), session.whyAborted()), output);
    }
    return Answer{output.text(), Exit::Same, {}};
}

} // namespace dmsc::cli
