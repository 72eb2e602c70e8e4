// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/pcsc_link.h"

#include "cardio/apdu/apdu.h"
#include "cardio/link/atr.h"

#include <QByteArray>

#include <winscard.h>

#include <array>
#include <utility>

namespace dmsc {

namespace {

constexpr DWORD kProtocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;
// PC/SC part 10, 2.2 and 2.6; pcsc-lite's reader.h does not compile as standard C++.
constexpr DWORD kGetFeatureRequest = 0x42000000 + 3400;
constexpr DWORD kAtrAttribute = 0x00090303;
constexpr std::uint8_t kGetTlvProperties = 0x12;
constexpr std::uint8_t kMaxApduDataSize = 0x0A;
constexpr std::size_t kFeatureSize = 6; ///< tag, length 4, control code in big endian (PC/SC part 10, 2.2)
constexpr std::size_t kPropertySize = 4;
/// After a pause so long another program may have taken the card.
constexpr std::chrono::milliseconds kPause{5};

/// The control code of a reader's feature, 0 where it has none.
DWORD featureCode(SCARDHANDLE card, std::uint8_t feature)
{
    std::array<std::uint8_t, MAX_BUFFER_SIZE> list{};
    DWORD size = 0;
    if (SCardControl(card, kGetFeatureRequest, nullptr, 0, list.data(), list.size(), &size) != SCARD_S_SUCCESS)
        return 0;
    for (std::size_t at = 0; at + kFeatureSize <= size && at + kFeatureSize <= list.size(); at += kFeatureSize)
        if (list[at] == feature && list[at + 1] == 4)
            return DWORD{list[at + 2]} << 24U | DWORD{list[at + 3]} << 16U | DWORD{list[at + 4]} << 8U | list[at + 5];
    return 0;
}

/// The most data bytes that the reader takes, where it says so (PC/SC part 10, 2.6.14: little endian).
std::optional<std::size_t> readersLimit(SCARDHANDLE card)
{
    const DWORD code = featureCode(card, kGetTlvProperties);
    if (code == 0)
        return std::nullopt;
    std::array<std::uint8_t, MAX_BUFFER_SIZE> list{};
    DWORD size = 0;
    if (SCardControl(card, code, nullptr, 0, list.data(), list.size(), &size) != SCARD_S_SUCCESS)
        return std::nullopt;
    for (std::size_t at = 0; at + 2 <= size && at + 2 <= list.size();) {
        const std::size_t length = list[at + 1];
        if (at + 2 + length > size || at + 2 + length > list.size())
            break;
        if (list[at] == kMaxApduDataSize && length == kPropertySize)
            return std::size_t{list[at + 2]} | std::size_t{list[at + 3]} << 8U | std::size_t{list[at + 4]} << 16U
                | std::size_t{list[at + 5]} << 24U;
        at += 2 + length;
    }
    return std::nullopt;
}

/// The service and the full name of the reader.
Result<std::pair<PcscContext, QString>> find(const QString& name, const WaitingSink& waiting)
{
    const auto patience = Patience::withService(waiting);
    const Patience::Wait wait(patience.get());
    auto context = PcscContext::establish();
    if (!context)
        return at(context.error(), name);
    const auto names = context->readers();
    if (!names)
        return at(names.error(), name);
    auto reader = chooseReader(*names, name);
    if (!reader)
        return tl::unexpected(reader.error());
    return std::pair(std::move(*context), *std::move(reader));
}

} // namespace

Result<std::unique_ptr<PcscLink>> PcscLink::open(const QString& name, const WaitingSink& waiting)
{
    auto found = find(name, waiting);
    if (!found)
        return tl::unexpected(found.error());
    std::unique_ptr<PcscLink> link(new PcscLink(std::move(found->first), found->second, waiting));
    const Patience::Wait wait(link->m_patience.get());
    if (auto connected = link->connect(); !connected)
        return tl::unexpected(connected.error());
    return link;
}

PcscLink::PcscLink(PcscContext context, QString reader, const WaitingSink& waiting)
    : m_context(std::move(context))
    , m_reader(std::move(reader))
    , m_answer(MAX_BUFFER_SIZE_EXTENDED)
    , m_patience(Patience::withCard(m_reader, waiting))
{
}

PcscLink::~PcscLink()
{
    const Patience::Wait wait(m_patience.get());
    disconnect();
}

tl::unexpected<Error> PcscLink::failed(PcscCode code) const
{
    // While connected, this code comes from the socket of a pcscd that was killed.
    return tl::unexpected(
        pcscError(troubleOf(code) == PcscTrouble::Right ? PcscCode{SCARD_E_NO_SERVICE} : code, m_reader));
}

/// In a transaction of another program every other call but this one waits until that ends.
bool PcscLink::isHeldByAnother() const
{
    std::array<std::uint8_t, MAX_BUFFER_SIZE> atr{};
    DWORD size = atr.size();
    return troubleOf(SCardGetAttrib(*m_card, kAtrAttribute, atr.data(), &size)) == PcscTrouble::Sharing;
}

Result<void> PcscLink::connect()
{
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    const LONG code = SCardConnect(
        m_context.handle(), m_reader.toUtf8().constData(), SCARD_SHARE_SHARED, kProtocols, &card, &protocol);
    if (code != SCARD_S_SUCCESS)
        return failed(code);
    m_card = card;
    m_protocol = protocol;
    return learn();
}

void PcscLink::disconnect()
{
    // The card must not stay authenticated for the next program.
    if (m_card)
        SCardDisconnect(*m_card, isHeldByAnother() ? SCARD_LEAVE_CARD : SCARD_RESET_CARD);
    m_card.reset();
}

Result<void> PcscLink::learn()
{
    std::array<std::uint8_t, MAX_ATR_SIZE> atr{};
    DWORD size = atr.size();
    DWORD state = 0;
    DWORD protocol = 0;
    const LONG code = SCardStatus(*m_card, nullptr, nullptr, &state, &protocol, atr.data(), &size);
    if (code != SCARD_S_SUCCESS)
        return failed(code);
    m_atr.assign(atr.begin(), atr.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(size, atr.size())));
    m_extended = m_protocol == SCARD_PROTOCOL_T1 && announcesExtendedLength(m_atr)
        && readersLimit(*m_card).value_or(kMaxExtendedLe) > kMaxShortLe;
    return {};
}

Result<Bytes> PcscLink::transmit(ByteView command)
{
    if (const Result<void> size = checkCommandSize(command); !size)
        return tl::unexpected(size.error());
    if (!m_card)
        return failed(SCARD_W_REMOVED_CARD);
    const Patience::Wait wait(m_patience.get());
    if (m_claims == 0 && std::chrono::steady_clock::now() - m_lastUsed > kPause && isHeldByAnother())
        return failed(SCARD_E_SHARING_VIOLATION);
    const SCARD_IO_REQUEST* pci = m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    DWORD size = m_answer.size();
    const LONG code = SCardTransmit(*m_card, pci, command.data(), command.size(), nullptr, m_answer.data(), &size);
    m_lastUsed = std::chrono::steady_clock::now();
    if (code != SCARD_S_SUCCESS)
        return failed(code);
    // A card that is pulled while it works answers with success and nothing.
    if (size < 2)
        return failed(SCARD_E_NOT_TRANSACTED);
    const ByteView answer(m_answer.data(), std::min<std::size_t>(size, m_answer.size()));
    if (const Result<void> fits = checkResponseSize(answer); !fits)
        return tl::unexpected(fits.error());
    return Bytes(answer.begin(), answer.end());
}

Result<void> PcscLink::claim()
{
    if (!m_card)
        return failed(SCARD_W_REMOVED_CARD);
    if (m_claims == 0) {
        const Patience::Wait wait(m_patience.get());
        if (isHeldByAnother())
            return failed(SCARD_E_SHARING_VIOLATION);
        if (const LONG code = SCardBeginTransaction(*m_card); code != SCARD_S_SUCCESS)
            return failed(code);
    }
    ++m_claims;
    return {};
}

void PcscLink::release()
{
    // Where the card is gone, so is the transaction.
    if (m_claims == 0 || --m_claims > 0 || !m_card)
        return;
    const Patience::Wait wait(m_patience.get());
    SCardEndTransaction(*m_card, SCARD_LEAVE_CARD);
}

Result<void> PcscLink::reset()
{
    const Patience::Wait wait(m_patience.get());
    if (m_card && isHeldByAnother())
        return failed(SCARD_E_SHARING_VIOLATION);
    if (m_card) {
        DWORD protocol = 0;
        const LONG code = SCardReconnect(*m_card, SCARD_SHARE_SHARED, kProtocols, SCARD_RESET_CARD, &protocol);
        if (code == SCARD_S_SUCCESS) {
            m_protocol = protocol;
            return learn();
        }
        if (troubleOf(code) == PcscTrouble::Sharing)
            return failed(code);
        disconnect();
    }
    // Pulled, unplugged or another pcscd than before: begin at the beginning, a fresh card is as good as reset.
    auto context = PcscContext::establish();
    if (!context)
        return at(context.error(), m_reader);
    m_context = std::move(*context);
    return connect();
}

} // namespace dmsc
