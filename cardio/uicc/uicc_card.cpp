// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/uicc_card.h"

#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"
#include "cardio/link/atr.h"
#include "cardio/uicc/default_files.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kInsManageChannel = 0x70;
constexpr std::uint8_t kByName = 0x04;
constexpr std::uint8_t kNoData = 0x0C;
constexpr std::uint8_t kEndSession = 0x40; // P2
constexpr std::size_t kShortestPartialAid = 5;
constexpr std::size_t kLongestAid = 16;

bool startsWith(const Bytes& whole, const Bytes& head)
{
    return head.size() <= whole.size() && std::equal(head.begin(), head.end(), whole.begin());
}

Bytes dmscAid()
{
    return {std::begin(card::kAid), std::end(card::kAid)};
}

} // namespace

Result<std::unique_ptr<UiccCard>> UiccCard::open(const QString& path, const CardOutside& outside, StoreProbe probe)
{
    auto image = CardImage::open(path, std::move(probe), outside.sealKey);
    if (!image)
        return tl::unexpected(image.error());
    std::unique_ptr<UiccCard> card(new UiccCard(std::move(*image), outside));
    auto dmsc = DmscApplication::open(card->m_image, outside);
    if (!dmsc)
        return tl::unexpected(dmsc.error());
    card->m_dmsc = std::move(*dmsc);
    auto files = UiccFiles::open(card->m_image);
    if (!files)
        return tl::unexpected(files.error());
    card->m_files = std::move(*files);
    return card;
}

UiccCard::UiccCard(CardImage image, CardOutside outside)
    : m_image(std::move(image))
    , m_outside(std::move(outside))
    , m_pins(m_image)
    , m_authentication(m_image)
    , m_domain(m_image, m_outside)
{
    m_channels.front().open = true;
}

Bytes UiccCard::atr() const
{
    return m_image.hasDmsc() ? emulatedCardAtr() : plainUiccAtr();
}

/// What is in the file now; nothing where somebody has deleted it.
Bytes UiccCard::toolkitFile() const
{
    const UiccFile* file = m_files->child(FileId::Mf, kToolkitFile);
    return file ? file->content : Bytes();
}

void UiccCard::reset()
{
    m_dmsc->close();
    m_domain.close();
    m_pins.forget();
    m_toolkit.reset(toolkitFile());
    m_channels.fill(Channel{});
    m_channels.front().open = true;
}

Bytes UiccCard::process(ByteView bytes)
{
    const auto command = parseCommand(bytes);
    if (!command) {
        // Whoever sent it: nobody's answer waits for what came after a broken command.
        for (Channel& channel : m_channels)
            channel.answers.drop();
        return encodeStatus(StatusWord::WrongLength);
    }
    if (command->cla == 0xFF || isReservedClass(command->cla))
        return encodeStatus(StatusWord::ClaUnsupported);
    Channel& channel = m_channels[static_cast<std::size_t>(channelOf(command->cla))];
    if (!channel.open)
        return encodeStatus(StatusWord::ChannelUnsupported);
    // TERMINATE CARD USAGE was here: whatever is asked, in whatever application, nothing is done any more.
    if (m_files->isTerminated(*m_files->find(FileId::Mf))) {
        channel.answers.drop();
        return encodeStatus(StatusWord::ConditionsNotSatisfied);
    }
    if (command->ins == card::kInsGetResponse)
        return withToolkit(getResponse(*command, channel), channel);
    channel.answers.drop();
    if (CardToolkit::takes(*command))
        return withToolkit(channel.answers.deliver(m_toolkit.process(*command), *command), channel);
    Bytes answer = channel.answers.deliver(handle(*command, channel), *command);
    return isChained(command->cla) ? answer : withToolkit(std::move(answer), channel);
}

Bytes UiccCard::withToolkit(Bytes answer, const Channel& channel) const
{
    if (&channel != &m_channels.front() || channel.application == Application::Dmsc || answer.size() < 2)
        return answer;
    const StatusWord sw = m_toolkit.announced(statusWord(answer[answer.size() - 2], answer.back()));
    answer[answer.size() - 2] = sw1(sw);
    answer.back() = sw2(sw);
    return answer;
}

/// Transport, in any class: hosts use that of the command whose answer they fetch.
Bytes UiccCard::getResponse(const CommandApdu& command, Channel& channel)
{
    if (!isProprietary(command.cla) && hasSecureMessaging(command.cla))
        return encodeStatus(StatusWord::SecureMessagingUnsupported);
    if (isChained(command.cla))
        return encodeStatus(StatusWord::ClaUnsupported);
    // Some hosts ask after each block of SET DATA whether there is an answer.
    if (channel.answers.isEmpty() && channel.selection.writing && command.data.empty())
        return encodeStatus(StatusWord::Ok);
    return channel.answers.getResponse(command);
}

ResponseApdu UiccCard::handle(const CommandApdu& command, Channel& channel)
{
    if (!isProprietary(command.cla) && (command.ins == card::kInsSelect || command.ins == kInsManageChannel)) {
        if (hasSecureMessaging(command.cla))
            return {{}, StatusWord::SecureMessagingUnsupported};
        if (isChained(command.cla))
            return {{}, StatusWord::ChainingUnsupported};
        return command.ins == card::kInsSelect ? select(command, channel) : manageChannel(command);
    }
    if (channel.application == Application::Dmsc)
        return DmscApplication::takes(command) ? m_dmsc->process(command)
                                               : ResponseApdu{{}, StatusWord::InsUnsupported};
    if (channel.application == Application::Issuer && IssuerDomain::takes(command))
        return m_domain.process(command, channel.aid, resources());
    if (m_image.hasDmsc() && DmscApplication::knows(command) && !IssuerDomain::knows(command))
        return {{}, StatusWord::ConditionsNotSatisfied};
    return plain(command, channel);
}

ResponseApdu UiccCard::plain(const CommandApdu& command, Channel& channel)
{
    if (hasSecureMessaging(command.cla))
        return {{}, StatusWord::SecureMessagingUnsupported};
    if (isChained(command.cla))
        if (const StatusWord refused = answerToLink(command, channel); refused != StatusWord::Ok) {
            channel.chain.drop();
            return {{}, refused};
        }
    const auto whole = channel.chain.add(command);
    if (!whole)
        return {{}, whole.error()};
    return *whole ? execute(**whole, channel) : ResponseApdu{};
}

StatusWord UiccCard::answerToLink(const CommandApdu& command, const Channel& channel)
{
    if (IssuerDomain::knows(command) || (channel.application == Application::Issuer && IssuerDomain::guards(command)))
        return StatusWord::ChainingUnsupported;
    return channel.application == Application::Issuer ? StatusWord::InsUnsupported
                                                      : FileCommands::answerToLink(command);
}

ResponseApdu UiccCard::execute(const CommandApdu& command, Channel& channel)
{
    if (IssuerDomain::knows(command))
        return m_domain.getData(command, resources());
    if (channel.application == Application::Issuer)
        return {
            {}, IssuerDomain::guards(command) ? StatusWord::SecurityStatusNotSatisfied : StatusWord::InsUnsupported};
    if (Authentication::knows(command, channel.aid))
        return m_authentication.run(command, m_pins.isVerified(KeyReference::Pin1));
    return FileCommands(*m_files, m_pins, channel.selection, m_outside.random).run(command);
}

ResponseApdu UiccCard::manageChannel(const CommandApdu& command)
{
    const std::size_t number = command.p2;
    if (command.p1 == 0x80) {
        const std::size_t closed = number == 0 ? static_cast<std::size_t>(channelOf(command.cla)) : number;
        if (closed == 0 || closed >= kChannels)
            return {{}, StatusWord::WrongP1P2};
        if (!m_channels[closed].open)
            return {{}, StatusWord::ChannelUnsupported};
        leave(m_channels[closed]);
        m_channels[closed] = Channel{};
        return {};
    }
    if (command.p1 != 0 || number >= kChannels)
        return {{}, StatusWord::WrongP1P2};
    std::size_t opened = number;
    if (number == 0)
        while (opened < kChannels && m_channels[opened].open)
            ++opened;
    if (opened >= kChannels || m_channels[opened].open)
        return {{}, StatusWord::FunctionUnsupported};
    m_channels[opened].open = true;
    startAt(m_channels[opened], m_channels[static_cast<std::size_t>(channelOf(command.cla))]);
    if (number != 0)
        return {};
    return {{static_cast<std::uint8_t>(opened)}, StatusWord::Ok};
}

/// Opened from the basic channel it starts at the MF, else in the directory of the one that opened it (ETSI TS 102 221
/// 11.1.17). What has no files is not in two places.
void UiccCard::startAt(Channel& opened, const Channel& opener) const
{
    if (&opener == &m_channels.front() || opener.application != Application::Files)
        return;
    opened.aid = opener.aid;
    opened.selection.directory = opener.selection.directory;
    opened.selection.application = opener.selection.application;
}

/// Where there is no DM_SC there is no memory for Management Objects.
CardResources UiccCard::resources() const
{
    return {applications(), m_files->memoryFree() + (m_image.hasDmsc() ? m_image.memoryFree() : 0)};
}

void UiccCard::leave(Channel& channel)
{
    if (channel.application == Application::Dmsc)
        m_dmsc->close();
    if (channel.application == Application::Issuer)
        m_domain.close();
    channel.application = Application::Files;
    channel.aid.clear();
    channel.chain.drop();
}

ResponseApdu UiccCard::select(const CommandApdu& command, Channel& channel)
{
    if (command.p1 == kByName)
        return selectByName(command, channel);
    // From an application without files one comes back to the MF.
    FileSelection selection = channel.application == Application::Files ? channel.selection : FileSelection{};
    ResponseApdu response = FileCommands(*m_files, m_pins, selection, m_outside.random).select(command);
    if (isSuccess(response.sw) || isWarning(response.sw)) {
        if (channel.application != Application::Files)
            leave(channel);
        channel.chain.drop();
        channel.selection = std::move(selection);
    }
    return response;
}

std::vector<Bytes> UiccCard::applications() const
{
    std::vector<Bytes> all;
    if (m_image.hasDmsc())
        all.push_back(dmscAid());
    for (Bytes& aid : m_files->applications())
        all.push_back(std::move(aid));
    for (Bytes& aid : IssuerDomain::names())
        all.push_back(std::move(aid));
    return all;
}

ResponseApdu UiccCard::selectByName(const CommandApdu& command, Channel& channel)
{
    const unsigned occurrence = command.p2 & 0x03U;
    const unsigned form = command.p2 & ~unsigned{kEndSession} & ~0x03U;
    if (form != 0x00 && form != 0x04 && form != kNoData)
        return {{}, StatusWord::WrongP1P2};
    if ((command.p2 & kEndSession) != 0)
        return endSession(command, channel);
    if (command.data.size() > kLongestAid)
        return {{}, StatusWord::WrongLength};
    if (command.data.empty()) // the issuer's domain, GlobalPlatform Card Specification 11.9
        return start(IssuerDomain::names().front(), command, channel);
    const auto all = applications();
    std::vector<Bytes> named;
    for (const Bytes& aid : all)
        if (startsWith(aid, command.data) && (command.data.size() >= kShortestPartialAid || aid == command.data))
            named.push_back(aid);
    const auto selected = std::find(named.begin(), named.end(), channel.aid);
    auto wanted = named.begin();
    if (occurrence == 1 && !named.empty())
        wanted = named.end() - 1;
    else if (occurrence == 2 && selected != named.end())
        wanted = selected + 1;
    else if (occurrence == 3)
        wanted = selected == named.end() || selected == named.begin() ? named.end() : selected - 1;
    if (wanted == named.end())
        return {{}, StatusWord::FileNotFound};
    return start(*wanted, command, channel);
}

/// SELECT with application session termination: of the application that is selected, which it names; the MF is current
/// then (ETSI TS 102 221 11.1.1.2).
ResponseApdu UiccCard::endSession(const CommandApdu& command, Channel& channel)
{
    if (command.data.size() < kShortestPartialAid || !startsWith(channel.aid, command.data))
        return {{}, StatusWord::FileNotFound};
    CommandApdu again = command;
    again.p2 = static_cast<std::uint8_t>(command.p2 & ~unsigned{kEndSession});
    ResponseApdu answer = start(Bytes(channel.aid), again, channel);
    leave(channel);
    channel.selection = {};
    return answer;
}

ResponseApdu UiccCard::start(const Bytes& aid, const CommandApdu& command, Channel& channel)
{
    const bool quiet = (command.p2 & ~0x03U) == kNoData;
    if (aid == dmscAid()) {
        const bool elsewhere = std::any_of(m_channels.begin(), m_channels.end(),
            [&](const Channel& other) { return &other != &channel && other.application == Application::Dmsc; });
        if (elsewhere)
            return {{}, StatusWord::ConditionsNotSatisfied};
        leave(channel);
        channel.application = Application::Dmsc;
        channel.aid = aid;
        channel.selection = {};
        ResponseApdu answer = m_dmsc->select();
        return quiet ? ResponseApdu{} : answer;
    }
    const auto issuers = IssuerDomain::names();
    if (std::find(issuers.begin(), issuers.end(), aid) != issuers.end()) {
        leave(channel);
        channel.application = Application::Issuer;
        channel.aid = aid;
        channel.selection = {};
        ResponseApdu answer = m_domain.select(aid);
        return quiet ? ResponseApdu{} : answer;
    }
    FileSelection selection;
    ResponseApdu answer = FileCommands(*m_files, m_pins, selection, m_outside.random).selectApplication(aid, command);
    if (isSuccess(answer.sw) || isWarning(answer.sw)) {
        leave(channel);
        channel.aid = aid;
        channel.selection = std::move(selection);
    }
    return answer;
}

} // namespace dmsc
