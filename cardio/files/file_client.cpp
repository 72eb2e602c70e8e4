// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/file_client.h"

#include "cardio/link/apdu_client.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kManageChannel = 0x70;
constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kReadBinary = 0xB0;
constexpr std::uint8_t kReadBinaryOdd = 0xB1;
constexpr std::uint8_t kReadRecord = 0xB2;
constexpr std::uint8_t kGetData = 0xCA;
constexpr std::uint8_t kRetrieveData = 0xCB;
constexpr std::uint8_t kResize = 0xD4;
constexpr std::uint8_t kUpdateBinary = 0xD6;
constexpr std::uint8_t kUpdateBinaryOdd = 0xD7;
constexpr std::uint8_t kSetData = 0xDB;
constexpr std::uint8_t kUpdateRecord = 0xDC;
constexpr std::uint8_t kStatus = 0xF2;

constexpr std::uint8_t kByFileId = 0x00;
constexpr std::uint8_t kByName = 0x04;
constexpr std::uint8_t kByPathFromMf = 0x08;
constexpr std::uint8_t kReturnFcp = 0x04;
constexpr std::uint8_t kAbsoluteRecord = 0x04;
constexpr std::uint8_t kPreviousRecord = 0x03;
constexpr std::uint8_t kFirstBlock = 0x80;

constexpr std::size_t kMaxEvenOffset = 0x7FFF;
constexpr std::size_t kMostOddities = 100;
constexpr std::size_t kMaxFile = std::size_t{16} << 20U; // of a hostile card; lengths in FCPs have 3 bytes at most
constexpr std::size_t kMaxObject = std::size_t{16} << 20U; // ETSI TS 102 221 11.3.0: 16,777,215 bytes
constexpr TlvTag kOffset = tlvTag(0x54);
constexpr TlvTag kDiscretionary = tlvTag(0x53);
constexpr TlvTag kTagList = tlvTag(0x5C);

void appendId(Bytes& out, std::uint16_t id)
{
    out.push_back(static_cast<std::uint8_t>(id >> 8U));
    out.push_back(static_cast<std::uint8_t>(id & 0xFFU));
}

Bytes tagBytes(TlvTag tag)
{
    Bytes out;
    const auto number = static_cast<std::uint32_t>(tag);
    for (unsigned shift = 16;; shift -= 8) {
        if (number >> shift != 0)
            out.push_back(static_cast<std::uint8_t>((number >> shift) & 0xFFU));
        if (shift == 0)
            return out;
    }
}

bool moreToCome(StatusWord sw)
{
    return sw == StatusWord::MoreData || sw == StatusWord::MoreDataProactive;
}

bool moreWanted(StatusWord sw)
{
    return sw == StatusWord::MoreExpected || sw == StatusWord::MoreExpectedProactive;
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorKind::Cancelled, QCoreApplication::translate("FileClient", "stopped on request"));
}

/// The bytes that a READ BINARY with odd INS has in its object 53.
Result<Bytes> unpacked(Bytes&& answer)
{
    const auto next = TlvReader(answer).next();
    if (!next)
        return tl::unexpected(next.error());
    if (!*next || (*next)->tag != kDiscretionary)
        return fail(ErrorKind::Card,
            QCoreApplication::translate("FileClient", "the card should answer READ BINARY with an object 53"));
    return Bytes((*next)->value.begin(), (*next)->value.end());
}

} // namespace

Result<LogicalChannel> FileClient::openChannel(Link& link)
{
    CommandApdu open;
    open.ins = kManageChannel;
    open.le = 1;
    const auto answer = send(link, open);
    if (!answer)
        return tl::unexpected(answer.error());
    if (!isSuccess(answer->sw) || answer->data.size() != 1 || answer->data[0] == 0 || answer->data[0] > 19)
        return fail(ErrorKind::Card,
            QCoreApplication::translate("FileClient", "the card opens no logical channel: %1")
                .arg(describe(answer->sw)));
    return static_cast<LogicalChannel>(answer->data[0]);
}

Result<void> FileClient::closeChannel()
{
    if (m_channel == LogicalChannel::Basic)
        return {};
    CommandApdu close;
    close.ins = kManageChannel;
    close.p1 = 0x80;
    close.p2 = static_cast<std::uint8_t>(m_channel);
    forgetSelection();
    m_channel = LogicalChannel::Basic;
    const auto answer = transmit(std::move(close));
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

void FileClient::forgetSelection()
{
    m_application.clear();
    m_selected.reset();
    m_fcp.clear();
}

CommandApdu FileClient::command(bool proprietary, std::uint8_t ins, std::uint8_t p1, std::uint8_t p2) const
{
    CommandApdu apdu;
    apdu.cla = claFor(proprietary, m_channel);
    apdu.ins = ins;
    apdu.p1 = p1;
    apdu.p2 = p2;
    return apdu;
}

Result<ResponseApdu> FileClient::transmit(CommandApdu&& apdu)
{
    fitToLink(apdu, *m_link);
    SendOptions options;
    if (apdu.ins == kRetrieveData)
        options.maxResponse = kMaxObject;
    return sendOne(*m_link, apdu, options);
}

tl::unexpected<Error> FileClient::refused(StatusWord sw) const
{
    ErrorKind kind = ErrorKind::Card;
    switch (sw) {
    case StatusWord::FileNotFound:
    case StatusWord::RecordNotFound:
    case StatusWord::ReferenceNotFound:
        kind = ErrorKind::NotFound;
        break;
    case StatusWord::SecurityStatusNotSatisfied:
    case StatusWord::AuthenticationBlocked:
        kind = ErrorKind::Security;
        break;
    case StatusWord::NotEnoughMemory:
        kind = ErrorKind::Full;
        break;
    default:
        break;
    }
    return fail(kind, describe(sw), m_selected ? m_selected->text() : QString());
}

void FileClient::note(StatusWord sw, const QString& where)
{
    if (sw != StatusWord::DataMayBeCorrupt || m_oddities.size() >= kMostOddities)
        return;
    const QString line = where.isEmpty() ? describe(sw) : QStringLiteral("%1: %2").arg(where, describe(sw));
    if (std::find(m_oddities.begin(), m_oddities.end(), line) == m_oddities.end())
        m_oddities.push_back(line);
}

Result<Bytes> FileClient::demand(CommandApdu&& apdu)
{
    const bool selects = apdu.ins == kSelect; // which says itself what it was about
    auto answer = transmit(std::move(apdu));
    if (!answer)
        return tl::unexpected(answer.error());
    m_lastStatus = answer->sw;
    if (!selects)
        note(answer->sw, m_selected ? m_selected->text() : QString());
    // A deactivated file, an end of file reached: carried out all the same.
    if (!isSuccess(answer->sw) && sw1(answer->sw) != 0x62)
        return refused(answer->sw);
    return std::move(answer->data);
}

CommandApdu FileClient::selection(const FileAddress& file) const
{
    CommandApdu select = command(false, kSelect, kByPathFromMf, kReturnFcp);
    select.le = kMaxShortLe;
    if (file.isApplication()) {
        select.p1 = kByName;
        select.data = file.aid;
        return select;
    }
    if (file.ids.empty()) {
        select.p1 = kByFileId;
        appendId(select.data, kMf);
        return select;
    }
    if (!file.aid.empty())
        appendId(select.data, kCurrentApplication);
    for (const std::uint16_t id : file.ids)
        appendId(select.data, id);
    return select;
}

Result<Bytes> FileClient::selectWith(CommandApdu&& apdu, const FileAddress& file)
{
    auto fcp = demand(std::move(apdu));
    if (!fcp)
        return at(Error{fcp.error().kind, fcp.error().what, {}}, file.text());
    note(m_lastStatus, file.text());
    m_fcp = *std::move(fcp);
    m_selected = file;
    if (file.isApplication())
        m_application = file.aid;
    return m_fcp;
}

std::vector<CommandApdu> FileClient::selections(const FileAddress& file, const Bytes& application) const
{
    std::vector<CommandApdu> commands;
    // A path below an application starts at the one selected last.
    if (!file.aid.empty() && !file.ids.empty() && application != file.aid)
        commands.push_back(selection({file.aid, {}}));
    commands.push_back(selection(file));
    return commands;
}

Result<Bytes> FileClient::encoded(CommandApdu&& command) const
{
    fitToLink(command, *m_link);
    return command.encode();
}

Result<Bytes> FileClient::select(const FileAddress& file)
{
    if (m_selected == file)
        return m_fcp;
    std::vector<CommandApdu> commands = selections(file, m_application);
    if (commands.size() > 1) {
        const FileAddress application{file.aid, {}};
        if (auto selected = selectWith(std::move(commands.front()), application); !selected)
            return selected;
    }
    return selectWith(std::move(commands.back()), file);
}

Result<std::optional<Bytes>> FileClient::probe(const FileAddress& file)
{
    auto found = select(file);
    if (found)
        return std::optional<Bytes>(*std::move(found));
    // Whatever status word says no: it is not there for us.
    const bool answered = found.error().kind != ErrorKind::Io && found.error().kind != ErrorKind::Limit;
    return answered ? Result<std::optional<Bytes>>(std::nullopt) : tl::unexpected(found.error());
}

std::size_t FileClient::readLimit() const
{
    return m_link->extendedLength() && !m_shortReads ? kMaxResponseData : kMaxShortLe;
}

Result<Bytes> FileClient::readBlock(std::size_t offset, std::size_t size)
{
    const bool odd = offset > kMaxEvenOffset;
    CommandApdu read = command(false, odd ? kReadBinaryOdd : kReadBinary,
        odd ? std::uint8_t{0} : static_cast<std::uint8_t>(offset >> 8U),
        odd ? std::uint8_t{0} : static_cast<std::uint8_t>(offset & 0xFFU));
    constexpr std::size_t kObjectOverhead = 4;
    read.le = std::min(size + (odd ? kObjectOverhead : 0), readLimit());
    if (odd)
        read.data = TlvWriter().addNumber(kOffset, offset, 2).take();
    auto answer = transmit(std::move(read));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::WrongLength && !m_shortReads && readLimit() > kMaxShortLe) {
        m_shortReads = true; // announced extended length and does not take it
        return readBlock(offset, size);
    }
    if (answer->sw == StatusWord::WrongOffset && offset > 0)
        return Bytes{}; // the end
    if (!isSuccess(answer->sw) && sw1(answer->sw) != 0x62)
        return refused(answer->sw);
    note(answer->sw, m_selected ? m_selected->text() : QString());
    return odd && !answer->data.empty() ? unpacked(std::move(answer->data)) : Result<Bytes>(std::move(answer->data));
}

Result<Bytes> FileClient::readBinary(
    const FileAddress& file, std::size_t offset, std::size_t size, const Progress& progress)
{
    if (auto selected = select(file); !selected)
        return selected;
    if (size > kMaxFile)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("FileClient", "a file of %1 bytes is more than we read").arg(size),
            file.text());
    Bytes whole;
    while (whole.size() < size) {
        auto block = readBlock(offset + whole.size(), size - whole.size());
        if (!block)
            return block;
        if (block->empty())
            return fail(ErrorKind::Card,
                QCoreApplication::translate("FileClient", "the card gives %1 of %2 bytes").arg(whole.size()).arg(size),
                file.text());
        const std::size_t taken = std::min(block->size(), size - whole.size());
        whole.insert(whole.end(), block->begin(), block->begin() + static_cast<std::ptrdiff_t>(taken));
        if (progress && !progress(whole.size(), size))
            return cancelled();
    }
    return whole;
}

std::vector<CommandApdu> FileClient::binaryUpdates(std::size_t offset, ByteView bytes) const
{
    constexpr std::size_t kObjectsOverhead = 9; // 54 03 offset, 53 82 length
    const std::size_t block = blockSize(*m_link);
    std::vector<CommandApdu> commands;
    while (!bytes.empty()) {
        const bool odd = offset > kMaxEvenOffset;
        const std::size_t size = std::min(bytes.size(), odd ? block - kObjectsOverhead : block);
        CommandApdu update = command(false, odd ? kUpdateBinaryOdd : kUpdateBinary, 0, 0);
        if (odd) {
            update.data = TlvWriter().addNumber(kOffset, offset, 2).add(kDiscretionary, bytes.first(size)).take();
        } else {
            update.p1 = static_cast<std::uint8_t>(offset >> 8U);
            update.p2 = static_cast<std::uint8_t>(offset & 0xFFU);
            update.data.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        }
        commands.push_back(std::move(update));
        bytes = bytes.subspan(size);
        offset += size;
    }
    return commands;
}

Result<void> FileClient::updateBinary(
    const FileAddress& file, std::size_t offset, ByteView bytes, const Progress& progress)
{
    return update(file, binaryUpdates(offset, bytes), progress);
}

/// Nobody else may use the channel in between.
Result<void> FileClient::update(const FileAddress& file, std::vector<CommandApdu>&& commands, const Progress& progress)
{
    if (const auto selected = select(file); !selected)
        return tl::unexpected(selected.error());
    std::size_t total = 0;
    for (const CommandApdu& command : commands)
        total += command.data.size();
    std::size_t done = 0;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        done += commands[i].data.size();
        const auto answer = transmit(std::move(commands[i]));
        if (!answer)
            return tl::unexpected(answer.error());
        const bool last = i + 1 == commands.size();
        const bool taken = isSuccess(answer->sw) || (last ? sw1(answer->sw) == 0x62 : moreWanted(answer->sw));
        if (!taken)
            return refused(answer->sw);
        if (progress && !last && !progress(done, total))
            return cancelled();
    }
    return {};
}

Result<Bytes> FileClient::readRecord(const FileAddress& file, std::uint8_t record, std::size_t length)
{
    if (auto selected = select(file); !selected)
        return selected;
    CommandApdu read = command(false, kReadRecord, record, kAbsoluteRecord);
    read.le = length == 0 || length > kMaxShortLe ? kMaxShortLe : length;
    return demand(std::move(read));
}

CommandApdu FileClient::recordUpdate(std::uint8_t record, ByteView bytes) const
{
    CommandApdu update = command(false, kUpdateRecord, record, record == 0 ? kPreviousRecord : kAbsoluteRecord);
    update.data.assign(bytes.begin(), bytes.end());
    return update;
}

Result<void> FileClient::updateRecord(const FileAddress& file, std::uint8_t record, ByteView bytes)
{
    if (bytes.size() > kMaxShortData)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("FileClient", "a record has at most 255 bytes, not %1").arg(bytes.size()),
            file.text());
    return update(file, {recordUpdate(record, bytes)});
}

Result<std::vector<TlvTag>> FileClient::objectTags(const FileAddress& file)
{
    const auto list = readObject(file, kTagList);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<TlvTag> tags;
    for (std::size_t i = 0; i < list->size();) {
        std::uint32_t tag = (*list)[i++];
        if ((tag & 0x1FU) == 0x1FU) {
            bool more = true;
            for (int n = 0; more && n < 2 && i < list->size(); ++n) {
                more = ((*list)[i] & 0x80U) != 0;
                tag = (tag << 8U) | (*list)[i++];
            }
        }
        tags.push_back(tlvTag(tag));
    }
    return tags;
}

Result<Bytes> FileClient::readObject(const FileAddress& file, TlvTag tag, const Progress& progress)
{
    if (auto selected = select(file); !selected)
        return selected;
    CommandApdu retrieve = command(true, kRetrieveData, 0, kFirstBlock);
    retrieve.data = tagBytes(tag);
    retrieve.le = readLimit();
    Bytes whole;
    AnswerParts parts;
    while (true) {
        auto answer = transmit(std::move(retrieve));
        if (!answer)
            return tl::unexpected(answer.error());
        if (!isSuccess(answer->sw) && !moreToCome(answer->sw))
            return refused(answer->sw);
        whole.insert(whole.end(), answer->data.begin(), answer->data.end());
        if (!moreToCome(answer->sw))
            break;
        if (answer->data.empty() || !parts.add(answer->data.size()) || whole.size() > kMaxObject)
            return fail(ErrorKind::Card,
                QCoreApplication::translate(
                    "FileClient", "object %1 does not come to an end: the card has given %2 bytes and promises more")
                    .arg(tagText(tag))
                    .arg(whole.size()),
                file.text());
        if (progress && !progress(whole.size(), whole.size()))
            return cancelled();
        retrieve = command(true, kRetrieveData, 0, 0);
        retrieve.le = readLimit();
    }
    if (whole.empty() && tag == kTagList)
        return whole;
    const auto object = TlvReader(whole).next();
    if (!object)
        return at(object.error(), file.text());
    if (!*object || (*object)->tag != tag)
        return fail(ErrorKind::Card,
            QCoreApplication::translate("FileClient", "the card should give object %1").arg(tagText(tag)), file.text());
    return Bytes((*object)->value.begin(), (*object)->value.end());
}

std::vector<CommandApdu> FileClient::objectUpdates(TlvTag tag, ByteView value) const
{
    // A tag alone deletes the object (ETSI TS 102 221 11.3.2).
    const Bytes object = value.empty() ? tagBytes(tag) : TlvWriter().add(tag, value).take();
    const std::size_t block = blockSize(*m_link);
    std::vector<CommandApdu> commands;
    for (std::size_t at = 0; at < object.size(); at += block) {
        CommandApdu set = command(true, kSetData, 0, at == 0 ? kFirstBlock : std::uint8_t{0});
        const std::size_t size = std::min(block, object.size() - at);
        set.data.assign(
            object.begin() + static_cast<std::ptrdiff_t>(at), object.begin() + static_cast<std::ptrdiff_t>(at + size));
        commands.push_back(std::move(set));
    }
    return commands;
}

Result<void> FileClient::writeObject(const FileAddress& file, TlvTag tag, ByteView value, const Progress& progress)
{
    return update(file, objectUpdates(tag, value), progress);
}

Result<void> FileClient::resize(const FileAddress& file, std::uint64_t size)
{
    if (file.ids.empty())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("FileClient", "only files below the MF or an application are resized"),
            file.text());
    // The command names a file of the current directory (ETSI TS 102 222 6.10).
    FileAddress directory = file;
    directory.ids.pop_back();
    if (const auto selected = select(directory); !selected)
        return tl::unexpected(selected.error());
    Bytes id;
    appendId(id, file.ids.back());
    CommandApdu resize = command(true, kResize, 0, 0);
    resize.data =
        TlvWriter().add(tlvTag(0x62), TlvWriter().add(tlvTag(0x83), id).addNumber(tlvTag(0x80), size, 2)).take();
    const auto done = demand(std::move(resize));
    m_selected.reset(); // the file is current now, and its FCP another
    return done ? Result<void>() : at(done.error(), file.text());
}

Result<std::optional<Bytes>> FileClient::getData(std::uint16_t tag)
{
    CommandApdu get =
        command(true, kGetData, static_cast<std::uint8_t>(tag >> 8U), static_cast<std::uint8_t>(tag & 0xFFU));
    get.le = kMaxShortLe;
    auto answer = transmit(std::move(get));
    if (!answer)
        return tl::unexpected(answer.error());
    if (!isSuccess(answer->sw))
        return std::optional<Bytes>{};
    return std::optional<Bytes>(std::move(answer->data));
}

Result<Bytes> FileClient::status()
{
    CommandApdu status = command(true, kStatus, 0, 0);
    status.le = kMaxShortLe;
    return demand(std::move(status));
}

} // namespace dmsc
