// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/dmsc_card.h"

#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"
#include "cardio/link/atr.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kShortestPartialAid = 5;

bool isOurs(std::uint8_t ins)
{
    return ins == card::kInsDmMessage || ins == card::kInsSyncStatus || ins == card::kInsReadJournal
        || ins == card::kInsNodeDigests || ins == card::kInsGetMemory;
}

Scp03CardConfig configFor(Scp03KeySet keys)
{
    return {
        .keys = std::move(keys), .minimum = card::kLevel, .aid = Bytes(std::begin(card::kAid), std::end(card::kAid))};
}

bool namesUs(const Bytes& aid)
{
    const auto* begin = std::begin(card::kAid);
    return aid.size() >= kShortestPartialAid && aid.size() <= std::size(card::kAid)
        && std::equal(aid.begin(), aid.end(), begin);
}

} // namespace

Result<std::unique_ptr<DmscCard>> DmscCard::open(const QString& path, CardOutside outside, StoreProbe probe)
{
    auto image = CardImage::open(path, std::move(probe));
    if (!image)
        return tl::unexpected(image.error());
    auto keys = image->keys();
    if (!keys)
        return tl::unexpected(keys.error());
    return std::unique_ptr<DmscCard>(new DmscCard(std::move(*image), std::move(*keys), std::move(outside)));
}

DmscCard::DmscCard(CardImage image, Scp03KeySet keys, CardOutside outside)
    : m_image(std::move(image))
    , m_channel(configFor(std::move(keys)), m_image.counter(),
          {.random = outside.random,
              .storeCounter = [this](SequenceCounter next) { return m_image.setCounter(next); },
              .challenge = {}})
    , m_outside(std::move(outside))
{
}

Bytes DmscCard::atr() const
{
    return emulatedCardAtr();
}

void DmscCard::reset()
{
    m_channel.close();
    m_selected = false;
    m_chain = {};
    m_waiting.clear();
}

Bytes DmscCard::process(ByteView bytes)
{
    const auto command = parseCommand(bytes);
    if (!command) {
        m_waiting.clear();
        return encodeStatus(StatusWord::WrongLength);
    }
    if (command->ins == card::kInsGetResponse && !isProprietary(command->cla))
        return getResponse(*command);
    m_waiting.clear();
    return deliver(handle(*command), *command);
}

Bytes DmscCard::deliver(ResponseApdu response, const CommandApdu& command)
{
    m_waiting = std::move(response.data);
    m_taken = 0;
    m_waitingStatus = response.sw;
    if (m_waiting.empty())
        return encodeStatus(response.sw);
    if (!command.le)
        return encodeStatus(bytesWaiting(m_waiting.size()));
    return getResponse(command);
}

Bytes DmscCard::getResponse(const CommandApdu& command)
{
    if (command.cla != 0x00 && command.ins == card::kInsGetResponse)
        return encodeStatus(
            hasSecureMessaging(command.cla) ? StatusWord::SecureMessagingUnsupported : StatusWord::ClaUnsupported);
    if (m_waiting.empty())
        return encodeStatus(StatusWord::ConditionsNotSatisfied);
    if (command.ins == card::kInsGetResponse && (command.p1 != 0 || command.p2 != 0))
        return encodeStatus(StatusWord::WrongP1P2);
    const std::size_t left = m_waiting.size() - m_taken;
    const std::size_t size = std::min({left, command.le.value_or(kMaxShortLe), kMaxResponseData});
    const auto from = m_waiting.begin() + static_cast<std::ptrdiff_t>(m_taken);
    ResponseApdu part{Bytes(from, from + static_cast<std::ptrdiff_t>(size)), m_waitingStatus};
    m_taken += size;
    if (m_taken < m_waiting.size())
        part.sw = bytesWaiting(m_waiting.size() - m_taken);
    else
        m_waiting.clear();
    const auto encoded = part.encode();
    return encoded ? *encoded : encodeStatus(StatusWord::NoDiagnosis);
}

ResponseApdu DmscCard::handle(const CommandApdu& command)
{
    if (command.cla == 0xFF || (command.cla & 0x60U) == 0x20U)
        return {{}, StatusWord::ClaUnsupported};
    if (channelOf(command.cla) != LogicalChannel::Basic)
        return {{}, StatusWord::ChannelUnsupported};
    if (isProprietary(command.cla))
        return application(command);
    if (command.ins != card::kInsSelect)
        return {{}, StatusWord::InsUnsupported};
    if (hasSecureMessaging(command.cla))
        return {{}, StatusWord::SecureMessagingUnsupported};
    return isChained(command.cla) ? ResponseApdu{{}, StatusWord::ChainingUnsupported} : select(command);
}

ResponseApdu DmscCard::select(const CommandApdu& command)
{
    if (command.p1 != 0x04)
        return {{}, command.p1 == 0x00 ? StatusWord::FileNotFound : StatusWord::WrongP1P2};
    if (command.p2 != 0x00 && command.p2 != 0x04 && command.p2 != 0x0C)
        return {{}, StatusWord::WrongP1P2};
    if (command.data.size() > 16)
        return {{}, StatusWord::WrongLength};
    if (!namesUs(command.data))
        return {{}, StatusWord::FileNotFound};
    m_channel.close();
    m_chain = {};
    m_selected = true;
    return command.p2 == 0x0C ? ResponseApdu{} : discovery();
}

ResponseApdu DmscCard::application(const CommandApdu& command)
{
    const bool handshake = Scp03Card::isHandshake(command);
    if (!handshake && !isOurs(command.ins))
        return {{}, StatusWord::InsUnsupported};
    if (!m_selected)
        return {{}, StatusWord::ConditionsNotSatisfied};
    if (handshake) {
        m_chain = {};
        return m_channel.handshake(command);
    }
    // Nothing before authentication, and nothing unprotected after it (SEC-8).
    if (!m_channel.isOpen())
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    auto plain = m_channel.unwrap(command);
    if (!plain) {
        m_chain = {};
        return {{}, plain.error()};
    }
    return m_channel.wrap(secured(std::move(*plain)));
}

ResponseApdu DmscCard::secured(CommandApdu command)
{
    const bool continues =
        m_chain.active && m_chain.ins == command.ins && m_chain.p1 == command.p1 && m_chain.p2 == command.p2;
    if (!continues)
        m_chain = {};
    if (m_chain.data.size() + command.data.size() > card::kMaxMessageSize + card::kMessageDigestSize) {
        m_chain = {};
        return {{}, StatusWord::NotEnoughMemory};
    }
    if (!continues && !isChained(command.cla))
        return execute(command);
    m_chain.data.insert(m_chain.data.end(), command.data.begin(), command.data.end());
    if (isChained(command.cla)) {
        m_chain = {true, command.ins, command.p1, command.p2, std::move(m_chain.data)};
        return {};
    }
    command.data = std::move(m_chain.data);
    m_chain = {};
    return execute(command);
}

ResponseApdu DmscCard::execute(const CommandApdu& command)
{
    const bool abort = command.ins == card::kInsDmMessage && command.p1 == card::kAbortMessage;
    if ((command.p1 != 0 && !abort) || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    switch (command.ins) {
    case card::kInsDmMessage:
        return abort ? ResponseApdu{} : dmMessage(command);
    case card::kInsReadJournal:
        return readJournal(command);
    case card::kInsNodeDigests:
        return nodeDigests(command);
    default:
        break;
    }
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    return command.ins == card::kInsSyncStatus ? syncStatus() : memory();
}

} // namespace dmsc
