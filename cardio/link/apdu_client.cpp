// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/apdu_client.h"

#include "cardio/apdu/cla.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

constexpr std::uint8_t kInsGetResponse = 0xC0;
constexpr std::uint8_t kSw1BytesWaiting = 0x61;
constexpr std::uint8_t kSw1WrongLe = 0x6C;

QString nameOf(const CommandApdu& command)
{
    const std::uint8_t header[] = {command.cla, command.ins, command.p1, command.p2};
    return QCoreApplication::translate("ApduClient", "command %1").arg(toHex(header));
}

Result<ResponseApdu> exchange(Link& link, const CommandApdu& command)
{
    const Result<Bytes> encoded = command.encode();
    if (!encoded)
        return at(encoded.error(), nameOf(command));
    const Result<Bytes> answer = link.transmit(*encoded);
    if (!answer)
        return at(answer.error(), nameOf(command));
    return parseResponse(*answer);
}

/// Exchanges, and once more with the Le that 6Cxx names.
Result<ResponseApdu> exchangeWithLe(Link& link, const CommandApdu& command)
{
    Result<ResponseApdu> response = exchange(link, command);
    if (!response || sw1(response->sw) != kSw1WrongLe)
        return response;
    CommandApdu again = command;
    again.le = sw2(response->sw) == 0 ? kMaxShortLe : sw2(response->sw);
    return exchange(link, again);
}

CommandApdu getResponse(const CommandApdu& command, StatusWord sw, bool extended)
{
    CommandApdu next;
    next.cla = getResponseClass(command.cla);
    next.ins = kInsGetResponse;
    next.extended = extended;
    // 6100 stands for 256 or more: who may ask for all at once does.
    next.le = sw2(sw) != 0 ? sw2(sw) : extended ? kMaxExtendedLe : kMaxShortLe;
    return next;
}

Result<void> append(
    ResponseApdu& whole, AnswerParts& parts, ResponseApdu&& part, const CommandApdu& command, std::size_t limit)
{
    if (part.data.empty() && sw1(part.sw) == kSw1BytesWaiting)
        return fail(ErrorKind::Card,
            QCoreApplication::translate("ApduClient", "the card announces more data but gives none"), nameOf(command));
    if (!parts.add(part.data.size()) && sw1(part.sw) == kSw1BytesWaiting)
        return fail(ErrorKind::Card,
            QCoreApplication::translate(
                "ApduClient", "the card's answer does not come to an end: %1 bytes in %2 parts, and always more waits")
                .arg(whole.data.size() + part.data.size())
                .arg(parts.count()),
            nameOf(command));
    if (part.data.size() > limit - whole.data.size())
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("ApduClient", "the card's answer has more than %1 bytes").arg(limit),
            nameOf(command));
    whole.data.insert(whole.data.end(), part.data.begin(), part.data.end());
    whole.sw = part.sw;
    return {};
}

/// More than any card needs, few enough to be through before anybody wonders.
constexpr std::size_t kMostScantParts = 256;
constexpr std::size_t kScantPart = 16; // bytes

} // namespace

bool AnswerParts::add(std::size_t bytes)
{
    ++m_count;
    m_scant += bytes < kScantPart ? 1 : 0;
    return m_scant <= kMostScantParts;
}

Result<ResponseApdu> sendOne(Link& link, const CommandApdu& command, const SendOptions& options)
{
    Result<ResponseApdu> whole = exchangeWithLe(link, command);
    if (whole && whole->data.size() > options.maxResponse)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("ApduClient", "the card's answer has more than %1 bytes")
                .arg(options.maxResponse),
            nameOf(command));
    AnswerParts parts;
    while (whole && sw1(whole->sw) == kSw1BytesWaiting) {
        Result<ResponseApdu> part =
            exchangeWithLe(link, getResponse(command, whole->sw, command.isExtended() && link.extendedLength()));
        if (!part)
            return part;
        if (const Result<void> added = append(*whole, parts, std::move(*part), command, options.maxResponse); !added)
            return tl::unexpected(added.error());
    }
    return whole;
}

void fitToLink(CommandApdu& command, const Link& link)
{
    if (link.extendedLength())
        return;
    command.extended = false;
    if (command.le)
        command.le = std::min(*command.le, kMaxShortLe);
}

std::size_t blockSize(const Link& link)
{
    return link.extendedLength() ? kMaxExtendedData : kMaxShortData;
}

Result<ResponseApdu> sendChained(
    const CommandApdu& command, std::size_t block, const ExchangeOne& exchangeOne, const ProgressHook& progress)
{
    const std::size_t total = command.data.size();
    if (total <= block)
        return exchangeOne(CommandApdu(command));
    for (std::size_t done = 0;;) {
        const std::size_t size = std::min(block, total - done);
        const bool last = done + size == total;
        const auto from = command.data.begin() + static_cast<std::ptrdiff_t>(done);
        CommandApdu part;
        part.cla = withChaining(command.cla, !last);
        part.ins = command.ins;
        part.p1 = command.p1;
        part.p2 = command.p2;
        part.data.assign(from, from + static_cast<std::ptrdiff_t>(size));
        part.extended = command.extended;
        if (last)
            part.le = command.le;
        Result<ResponseApdu> response = exchangeOne(std::move(part));
        if (!response || last || response->sw != StatusWord::Ok)
            return response;
        done += size;
        if (progress && !progress(done, total))
            return fail(ErrorKind::Cancelled,
                QCoreApplication::translate("ApduClient", "stopped after %1 of %2 bytes").arg(done).arg(total),
                nameOf(command));
    }
}

Result<ResponseApdu> send(Link& link, const CommandApdu& command, const SendOptions& options)
{
    const ExchangeOne one = [&](CommandApdu&& part) {
        fitToLink(part, link);
        return sendOne(link, part, options);
    };
    return sendChained(command, blockSize(link), one, options.progress);
}

} // namespace dmsc
