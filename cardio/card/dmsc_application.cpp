// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/dmsc_application.h"

#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"

namespace dmsc {

namespace {

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

} // namespace

Result<std::unique_ptr<DmscApplication>> DmscApplication::open(CardImage& image, CardOutside outside)
{
    auto keys = image.keySet(0);
    return std::unique_ptr<DmscApplication>(
        new DmscApplication(image, keys ? std::move(keys->config.keys) : Scp03KeySet::test(), std::move(outside)));
}

DmscApplication::DmscApplication(CardImage& image, Scp03KeySet keys, CardOutside outside)
    : m_image(&image)
    , m_channel(configFor(std::move(keys)), image.keySet(0) ? image.keySet(0)->next : SequenceCounter::UsedUp,
          {.random = outside.random,
              .storeCounter = [this](SequenceCounter next) { return m_image->saveCounter(0x30, next); },
              .challenge = {}})
    , m_outside(std::move(outside))
    , m_chain(card::kMaxMessageSize + card::kMessageDigestSize)
{
}

void DmscApplication::close()
{
    m_channel.close();
    m_chain.drop();
}

bool DmscApplication::knows(const CommandApdu& command)
{
    return isProprietary(command.cla) && (isOurs(command.ins) || Scp03Card::isHandshake(command));
}

ResponseApdu DmscApplication::select()
{
    close();
    return discovery();
}

ResponseApdu DmscApplication::process(const CommandApdu& command)
{
    if (Scp03Card::isHandshake(command)) {
        m_chain.drop();
        return m_channel.handshake(command);
    }
    // Nothing before authentication, and nothing unprotected after it (SEC-8).
    if (!m_channel.isOpen())
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    auto plain = m_channel.unwrap(command);
    if (!plain) {
        m_chain.drop();
        return {{}, plain.error()};
    }
    return m_channel.wrap(secured(std::move(*plain)));
}

ResponseApdu DmscApplication::secured(CommandApdu command)
{
    const auto whole = m_chain.add(std::move(command));
    if (!whole)
        return {{}, whole.error()};
    return *whole ? execute(**whole) : ResponseApdu{};
}

ResponseApdu DmscApplication::execute(const CommandApdu& command)
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
