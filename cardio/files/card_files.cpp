// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/card_files.h"

#include "model/byte_array.h"
#include "model/uicc/object_tag.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kResizeIns = 0xD4;
constexpr std::uint8_t kSelectIns = 0xA4;

QString recordLabel(std::uint32_t number)
{
    return QCoreApplication::translate("CardFiles", "record %1").arg(number);
}

/// The bytes from the first to the last that differ; only these are sent.
struct Range
{
    std::size_t from = 0;
    std::size_t to = 0;
};

Range changedRange(ByteView before, ByteView after)
{
    Range range{0, after.size()};
    while (range.from < range.to && range.from < before.size() && before[range.from] == after[range.from])
        ++range.from;
    if (before.size() == after.size())
        while (range.to > range.from && before[range.to - 1] == after[range.to - 1])
            --range.to;
    return range;
}

bool isWritable(CardFileKind kind)
{
    return kind == CardFileKind::Transparent || kind == CardFileKind::LinearFixed || kind == CardFileKind::Cyclic
        || kind == CardFileKind::BerTlv;
}

} // namespace

void CardFiles::publish()
{
    m_tree = std::make_shared<const CardFileTree>(m_card.tree);
}

void CardFiles::cardWasReset(LogicalChannel channel)
{
    m_channel = channel;
    m_client = FileClient(*m_link, channel);
    for (CardPin& pin : m_card.tree.pins)
        pin.verified = false;
    if (m_tree)
        publish();
}

Result<LinkClaim> CardFiles::alone()
{
    // Since we were there last another program may have selected another file on this channel.
    if (m_link->isShared() && m_channel == LogicalChannel::Basic)
        m_client.forgetSelection();
    return LinkClaim::take(*m_link);
}

Result<void> CardFiles::explore(const Progress& progress)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    auto found = CardExplorer(m_client).run(progress);
    if (!found)
        return tl::unexpected(found.error());
    m_card = *std::move(found);
    publish();
    return {};
}

std::vector<QString> CardFiles::oddities() const
{
    std::vector<QString> all = m_card.oddities;
    all.insert(all.end(), m_client.oddities().begin(), m_client.oddities().end());
    return all;
}

Result<std::size_t> CardFiles::find(const QString& path) const
{
    const auto found = m_card.find(path);
    if (!found)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CardFiles", "no such file was found on the card: look for its files first"),
            path);
    return *found;
}

/// Security errors with the PIN that the access rules ask for.
tl::unexpected<Error> CardFiles::explained(Error error, std::size_t file, FileAccess access) const
{
    error.where = m_card.tree.files[file].path;
    if (error.kind != ErrorKind::Security)
        return tl::unexpected(std::move(error));
    const auto& rules = m_card.details[file].rules;
    const AccessCondition condition = rules.empty() ? AccessCondition::never() : conditionFor(rules, access);
    if (condition.kind != AccessCondition::Kind::Never)
        error.what = QCoreApplication::translate("CardFiles", "%1 is allowed with: %2 (the card says %3)")
                         .arg(m_card.tree.files[file].name, describe(condition), error.what);
    return tl::unexpected(std::move(error));
}

bool CardFiles::carriesSecrets(ByteView command) const
{
    const FileAddress* selected = m_client.selected();
    if (!selected || command.size() < 2 || isReservedClass(command[0]) || channelOf(command[0]) != m_channel
        || command[1] == kSelectIns)
        return false;
    const QString path = selected->text();
    const auto file = m_card.find(path);
    if (!file)
        return false;
    const KnownFile* known = m_card.details[*file].known;
    return (known && known->content == MoContentKind::Xcap)
        || std::any_of(m_card.objects.begin(), m_card.objects.end(),
            [&path](const Pkcs15Entry& entry) { return entry.path == path && isLwm2mBootstrap(entry.object); });
}

QString CardFiles::whyReadOnly(const QString& path) const
{
    const auto file = m_card.find(path);
    if (!file || !isWritable(m_card.tree.files[*file].kind))
        return QCoreApplication::translate("CardFiles", "this file is not written to");
    const auto& rules = m_card.details[*file].rules;
    if (!rules.empty() && conditionFor(rules, FileAccess::Update).kind == AccessCondition::Kind::Never)
        return QCoreApplication::translate("CardFiles", "the card never lets %1 be updated")
            .arg(m_card.tree.files[*file].name);
    return {};
}

Result<QByteArray> CardFiles::readPart(std::size_t file, std::uint32_t number, const Progress& progress)
{
    const CardFile& about = m_card.tree.files[file];
    const FileAddress& address = m_card.details[file].address;
    Result<Bytes> bytes = Bytes{};
    switch (about.kind) {
    case CardFileKind::Transparent:
        bytes = m_client.readBinary(address, 0, static_cast<std::size_t>(about.size.value_or(0)), progress);
        break;
    case CardFileKind::LinearFixed:
    case CardFileKind::Cyclic:
        bytes = m_client.readRecord(address, static_cast<std::uint8_t>(std::max(number, 1U)), about.recordLength);
        break;
    case CardFileKind::BerTlv:
        bytes = m_client.readObject(address, tlvTag(number), progress);
        if (!bytes && bytes.error().kind == ErrorKind::NotFound)
            bytes = Bytes{}; // no such object yet
        break;
    case CardFileKind::Mf:
    case CardFileKind::Df:
    case CardFileKind::Adf:
    case CardFileKind::Application:
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CardFiles", "a directory has no content to read"), about.path);
    }
    if (!bytes)
        return explained(bytes.error(), file, FileAccess::Read);
    return toByteArray(*bytes);
}

Result<CardFileContent> CardFiles::readRecords(std::size_t file, CardFileContent content)
{
    const std::uint32_t known = m_card.tree.files[file].recordCount;
    const std::uint32_t count = known != 0 ? std::min<std::uint32_t>(known, 254) : 254;
    for (std::uint32_t i = 1; i <= count; ++i) {
        auto record = readPart(file, i);
        if (!record && record.error().kind == ErrorKind::NotFound && known == 0)
            break;
        if (!record)
            return tl::unexpected(record.error());
        content.parts.push_back({recordLabel(i), i, *std::move(record)});
    }
    return content;
}

Result<CardFileContent> CardFiles::readObjects(std::size_t file, CardFileContent content)
{
    const auto tags = m_client.objectTags(m_card.details[file].address);
    if (!tags && tags.error().kind == ErrorKind::NotFound)
        return content; // cards that have no list for an empty file
    if (!tags)
        return explained(tags.error(), file, FileAccess::Read);
    for (const TlvTag tag : *tags) {
        const auto number = static_cast<std::uint32_t>(tag);
        auto object = readPart(file, number);
        if (!object)
            return tl::unexpected(object.error());
        content.parts.push_back({objectLabel(number), number, *std::move(object)});
    }
    return content;
}

Result<CardFileContent> CardFiles::read(const QString& path, const Progress& progress)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    const auto file = find(path);
    if (!file)
        return tl::unexpected(file.error());
    CardFileContent content{path, {}};
    const CardFileKind kind = m_card.tree.files[*file].kind;
    if (kind == CardFileKind::LinearFixed || kind == CardFileKind::Cyclic)
        return readRecords(*file, std::move(content));
    if (kind == CardFileKind::BerTlv)
        return readObjects(*file, std::move(content));
    auto whole = readPart(*file, 0, progress);
    if (!whole)
        return tl::unexpected(whole.error());
    content.parts.push_back({{}, 0, *std::move(whole)});
    return content;
}

Result<void> CardFiles::checkFits(std::size_t file, const CardFilePart& part, const QByteArray& before) const
{
    const CardFile& about = m_card.tree.files[file];
    const auto tooLarge = [&about](std::uint64_t has, qsizetype wants) {
        return fail(ErrorKind::Full,
            QCoreApplication::translate("CardFiles", "%1 has %2 bytes, %3 are needed: resize it first")
                .arg(about.name)
                .arg(has)
                .arg(wants),
            about.path);
    };
    switch (about.kind) {
    case CardFileKind::Transparent:
        if (static_cast<std::uint64_t>(part.bytes.size()) > about.size.value_or(0))
            return tooLarge(about.size.value_or(0), part.bytes.size());
        break;
    case CardFileKind::LinearFixed:
    case CardFileKind::Cyclic:
        if (part.bytes.size() != static_cast<qsizetype>(about.recordLength))
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("CardFiles", "a record of %1 has %2 bytes, not %3")
                    .arg(about.name)
                    .arg(about.recordLength)
                    .arg(part.bytes.size()),
                about.path);
        break;
    case CardFileKind::BerTlv: {
        // What the object takes now is free for the new one.
        const qsizetype grows = part.bytes.size() - before.size();
        if (about.freeMemory && grows > 0 && static_cast<std::uint64_t>(grows) > *about.freeMemory)
            return tooLarge(static_cast<std::uint64_t>(before.size()) + *about.freeMemory, part.bytes.size());
        break;
    }
    case CardFileKind::Mf:
    case CardFileKind::Df:
    case CardFileKind::Adf:
    case CardFileKind::Application:
        break;
    }
    return {};
}

std::vector<CommandApdu> CardFiles::updatesFor(std::size_t file, const CardFileWrite& write) const
{
    const ByteView after = viewOf(write.part.bytes);
    switch (m_card.tree.files[file].kind) {
    case CardFileKind::Transparent: {
        const Range range = changedRange(viewOf(write.before), after);
        return m_client.binaryUpdates(range.from, after.subspan(range.from, range.to - range.from));
    }
    case CardFileKind::BerTlv:
        return m_client.objectUpdates(tlvTag(write.part.number), after);
    default:
        return {m_client.recordUpdate(static_cast<std::uint8_t>(write.part.number), after)};
    }
}

/// What send() will say to the card, in hex.
Result<void> CardFiles::listCommands(std::size_t file, CardFileWrite& write) const
{
    if (write.part.bytes == write.before)
        return {};
    std::vector<CommandApdu> commands = m_client.selections(m_card.details[file].address);
    for (CommandApdu& update : updatesFor(file, write))
        commands.push_back(std::move(update));
    for (CommandApdu& command : commands) {
        const auto bytes = m_client.encoded(std::move(command));
        if (!bytes)
            return at(bytes.error(), write.path);
        write.apdus.push_back(toHex(*bytes));
    }
    return {};
}

Result<CardFileWrite> CardFiles::prepare(const QString& path, const CardFilePart& part)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    const auto file = find(path);
    if (!file)
        return tl::unexpected(file.error());
    if (const QString why = whyReadOnly(path); !why.isEmpty())
        return fail(ErrorKind::NotAllowed, why, path);
    auto before = readPart(*file, part.number);
    if (!before)
        return tl::unexpected(before.error());
    if (auto fits = checkFits(*file, part, *before); !fits)
        return tl::unexpected(fits.error());
    const CardFile& about = m_card.tree.files[*file];
    CardFileWrite write;
    write.path = path;
    write.name = about.name;
    write.part = part;
    write.before = *std::move(before);
    if (about.kind == CardFileKind::Transparent) // a shorter content leaves the rest of the file as it is
        write.part.bytes += write.before.mid(part.bytes.size());
    if (auto listed = listCommands(*file, write); !listed)
        return tl::unexpected(listed.error());
    const auto& rules = m_card.details[*file].rules;
    if (!rules.empty())
        write.pin = missingKey(conditionFor(rules, FileAccess::Update), m_card.tree.pins);
    return write;
}

Result<void> CardFiles::checkUnchanged(const CardFileWrite& write)
{
    const auto file = find(write.path);
    if (!file)
        return tl::unexpected(file.error());
    if (const QString why = whyReadOnly(write.path); !why.isEmpty())
        return fail(ErrorKind::NotAllowed, why, write.path);
    const auto& rules = m_card.details[*file].rules;
    const std::uint8_t key =
        rules.empty() ? std::uint8_t{0} : missingKey(conditionFor(rules, FileAccess::Update), m_card.tree.pins);
    if (key != 0)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("CardFiles", "%1 must be verified before %2 can be written")
                .arg(keyName(static_cast<KeyReference>(key)), write.name),
            write.path);
    const auto now = readPart(*file, write.part.number);
    if (!now)
        return tl::unexpected(now.error());
    if (*now != write.before)
        return fail(ErrorKind::Conflict,
            QCoreApplication::translate("CardFiles", "%1 has changed since it was read: read it again").arg(write.name),
            write.path);
    return checkFits(*file, write.part, write.before);
}

Result<void> CardFiles::send(const CardFileWrite& write, const Progress& progress)
{
    const auto file = find(write.path);
    if (!file)
        return tl::unexpected(file.error());
    // From nothing selected: what is sent is what listCommands() has shown.
    m_client.forgetSelection();
    const auto sent = m_client.update(m_card.details[*file].address, updatesFor(*file, write), progress);
    if (!sent)
        return explained(sent.error(), *file, FileAccess::Update);
    const auto now = readPart(*file, write.part.number == 0 ? 1 : write.part.number);
    if (now && *now != write.part.bytes)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("CardFiles", "%1 reads back other bytes than were written").arg(write.name),
            write.path);
    if (!now)
        return tl::unexpected(now.error());
    return m_card.tree.files[*file].kind == CardFileKind::BerTlv ? refreshFcp(*file) : Result<void>();
}

Result<void> CardFiles::write(const CardFileWrite& write, const Progress& progress)
{
    return writeAll({write}, progress);
}

Result<void> CardFiles::putBack(const std::vector<CardFileWrite>& writes, std::size_t count, const Error& why)
{
    m_client.forgetSelection();
    QStringList stuck;
    for (std::size_t i = count; i-- > 0;) {
        // The one that failed may be written in part: all of it goes back.
        CardFileWrite back = writes[i];
        std::swap(back.part.bytes, back.before);
        const auto file = find(back.path);
        const auto now = file ? readPart(*file, back.part.number) : Result<QByteArray>(tl::unexpected(why));
        if (now && *now == back.part.bytes)
            continue;
        if (now)
            back.before = *now;
        if (!now || !send(back, {}))
            stuck << back.name;
    }
    if (stuck.isEmpty())
        return tl::unexpected(why);
    return fail(why.kind,
        QCoreApplication::translate("CardFiles", "%1; these files may have new content and could not be put back: %2")
            .arg(why.what, stuck.join(QStringLiteral(", "))),
        why.where);
}

Result<void> CardFiles::writeAll(const std::vector<CardFileWrite>& writes, const Progress& progress)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    for (const CardFileWrite& write : writes)
        if (auto ready = checkUnchanged(write); !ready)
            return ready;
    for (std::size_t i = 0; i < writes.size(); ++i) {
        if (writes[i].part.bytes == writes[i].before)
            continue;
        if (auto sent = send(writes[i], progress); !sent)
            return putBack(writes, i + 1, sent.error());
    }
    return {};
}

Result<void> CardFiles::resize(const QString& path, std::uint64_t size)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    const auto file = find(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto& rules = m_card.details[*file].rules;
    const AccessCondition condition = rules.empty() ? AccessCondition::always() : conditionFor(rules, kResizeIns);
    if (const std::uint8_t key = missingKey(condition, m_card.tree.pins); key != 0)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("CardFiles", "%1 must be verified before %2 can be resized")
                .arg(keyName(static_cast<KeyReference>(key)), m_card.tree.files[*file].name),
            path);
    if (auto resized = m_client.resize(m_card.details[*file].address, size); !resized)
        return explained(resized.error(), *file, FileAccess::Update);
    return refreshFcp(*file);
}

/// Sizes as they are now.
Result<void> CardFiles::refreshFcp(std::size_t file)
{
    m_client.forgetSelection();
    const auto fcpBytes = m_client.select(m_card.details[file].address);
    if (!fcpBytes)
        return tl::unexpected(fcpBytes.error());
    if (auto fcp = parseFcp(*fcpBytes)) {
        CardFile& about = m_card.tree.files[file];
        about.size = fcp->size;
        about.totalSize = fcp->totalSize;
        about.freeMemory = fcp->freeMemory;
        about.maximumSize = fcp->maximumSize;
        about.recordCount = fcp->recordCount;
        about.fcp = toByteArray(*fcpBytes);
        m_card.details[file].fcp = *std::move(fcp);
    }
    publish();
    return {};
}

} // namespace dmsc
