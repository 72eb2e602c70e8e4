// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/apdu.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::size_t kHeaderSize = 4;

tl::unexpected<Error> syntax(const QString& what, std::size_t offset)
{
    return fail(ErrorKind::Syntax, what, QCoreApplication::translate("Apdu", "APDU offset %1").arg(offset));
}

void appendLength(Bytes& out, std::size_t length, bool extended)
{
    if (extended)
        out.push_back(static_cast<std::uint8_t>((length >> 8U) & 0xFFU));
    out.push_back(static_cast<std::uint8_t>(length & 0xFFU));
}

std::size_t twoBytes(ByteView bytes, std::size_t offset)
{
    return static_cast<std::size_t>(bytes[offset] << 8U) | bytes[offset + 1];
}

Result<CommandApdu> parseShort(CommandApdu command, ByteView bytes)
{
    const std::size_t first = bytes[kHeaderSize];
    if (bytes.size() == kHeaderSize + 1) {
        command.le = first == 0 ? kMaxShortLe : first;
        return command;
    }
    const std::size_t end = kHeaderSize + 1 + first;
    if (bytes.size() != end && bytes.size() != end + 1)
        return syntax(QCoreApplication::translate("Apdu", "Lc announces %1 data bytes, %2 bytes follow")
                          .arg(first)
                          .arg(bytes.size() - kHeaderSize - 1),
            kHeaderSize);
    command.data.assign(bytes.begin() + kHeaderSize + 1, bytes.begin() + static_cast<std::ptrdiff_t>(end));
    if (bytes.size() == end + 1)
        command.le = bytes[end] == 0 ? kMaxShortLe : bytes[end];
    return command;
}

Result<CommandApdu> parseExtended(CommandApdu command, ByteView bytes)
{
    if (bytes.size() < kHeaderSize + 3)
        return syntax(QCoreApplication::translate("Apdu", "an extended length needs two bytes after 00"), kHeaderSize);
    command.extended = true;
    const std::size_t first = twoBytes(bytes, kHeaderSize + 1);
    if (bytes.size() == kHeaderSize + 3) {
        command.le = first == 0 ? kMaxExtendedLe : first;
        return command;
    }
    const std::size_t end = kHeaderSize + 3 + first;
    if (first == 0 || (bytes.size() != end && bytes.size() != end + 2))
        return syntax(QCoreApplication::translate("Apdu", "Lc announces %1 data bytes, %2 bytes follow")
                          .arg(first)
                          .arg(bytes.size() - kHeaderSize - 3),
            kHeaderSize);
    command.data.assign(bytes.begin() + kHeaderSize + 3, bytes.begin() + static_cast<std::ptrdiff_t>(end));
    if (bytes.size() == end + 2) {
        const std::size_t le = twoBytes(bytes, end);
        command.le = le == 0 ? kMaxExtendedLe : le;
    }
    return command;
}

} // namespace

bool CommandApdu::isExtended() const
{
    if (data.empty() && !le)
        return false;
    return extended || data.size() > kMaxShortData || le.value_or(0) > kMaxShortLe;
}

Result<Bytes> CommandApdu::encode() const
{
    if (le && (*le == 0 || *le > kMaxExtendedLe))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Apdu", "the expected length must be 1 to 65536 bytes, not %1").arg(*le));
    const bool wide = isExtended();
    const std::size_t size = kHeaderSize + (wide ? 1U : 0U) + (data.empty() ? 0U : data.size() + (wide ? 2U : 1U))
        + (le ? (wide ? 2U : 1U) : 0U);
    if (size > kMaxCommandSize)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Apdu", "a command of %1 bytes is too long, at most %2 can be sent")
                .arg(size)
                .arg(kMaxCommandSize));
    Bytes out;
    out.reserve(size);
    out.insert(out.end(), {cla, ins, p1, p2});
    if (wide)
        out.push_back(0);
    if (!data.empty()) {
        appendLength(out, data.size(), wide);
        out.insert(out.end(), data.begin(), data.end());
    }
    if (le)
        appendLength(out, *le, wide);
    return out;
}

Result<CommandApdu> parseCommand(ByteView bytes)
{
    if (bytes.size() < kHeaderSize)
        return syntax(
            QCoreApplication::translate("Apdu", "a command has at least 4 bytes, this one has %1").arg(bytes.size()),
            bytes.size());
    if (bytes.size() > kMaxCommandSize)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Apdu", "a command of %1 bytes is too long, at most %2 can be sent")
                .arg(bytes.size())
                .arg(kMaxCommandSize));
    CommandApdu command;
    command.cla = bytes[0];
    command.ins = bytes[1];
    command.p1 = bytes[2];
    command.p2 = bytes[3];
    if (bytes.size() == kHeaderSize)
        return command;
    if (bytes[kHeaderSize] == 0 && bytes.size() > kHeaderSize + 1)
        return parseExtended(std::move(command), bytes);
    return parseShort(std::move(command), bytes);
}

Result<Bytes> ResponseApdu::encode() const
{
    if (data.size() > kMaxResponseData)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Apdu", "a response with %1 data bytes is too long, at most %2 can be sent")
                .arg(data.size())
                .arg(kMaxResponseData));
    Bytes out;
    out.reserve(data.size() + 2);
    out.insert(out.end(), data.begin(), data.end());
    out.insert(out.end(), {sw1(sw), sw2(sw)});
    return out;
}

Result<ResponseApdu> parseResponse(ByteView bytes)
{
    if (bytes.size() < 2)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Apdu", "a response has at least 2 bytes, the card answered %1")
                .arg(bytes.size()));
    if (bytes.size() > kMaxResponseSize)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Apdu", "a response of %1 bytes is too long, at most %2 were expected")
                .arg(bytes.size())
                .arg(kMaxResponseSize));
    ResponseApdu response;
    response.data.assign(bytes.begin(), bytes.end() - 2);
    response.sw = statusWord(bytes[bytes.size() - 2], bytes[bytes.size() - 1]);
    return response;
}

Bytes encodeStatus(StatusWord sw)
{
    return {sw1(sw), sw2(sw)};
}

} // namespace dmsc
