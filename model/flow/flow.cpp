// SPDX-License-Identifier: Apache-2.0
#include "model/flow/flow.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

struct FlowName
{
    FlowKind kind;
    const char* word;
    const char* title;
    const char* summary;
};

constexpr std::array kFlows = {
    FlowName{FlowKind::Uc1, "uc1", QT_TRANSLATE_NOOP("Flow", "The card provisions the device"),
        QT_TRANSLATE_NOOP("Flow",
            "The device notifies the card and proves who it is. The card opens a session as its DM server and sends "
            "the "
            "Management Objects that the device asked for.")},
    FlowName{FlowKind::Uc1A1, "uc1-a1", QT_TRANSLATE_NOOP("Flow", "The card starts the provisioning"),
        QT_TRANSLATE_NOOP("Flow",
            "The card has something new for this device and says so. The device opens the session, and the card sends "
            "its "
            "Management Objects.")},
    FlowName{FlowKind::Uc1A2, "uc1-a2", QT_TRANSLATE_NOOP("Flow", "The card does not trust the device"),
        QT_TRANSLATE_NOOP("Flow",
            "The device cannot prove who it is. The card answers which permission is missing, and nothing else "
            "happens.")},
    FlowName{FlowKind::Uc2, "uc2", QT_TRANSLATE_NOOP("Flow", "Handshake between device and card"),
        QT_TRANSLATE_NOOP("Flow",
            "The device is bootstrapped from its card. Both prove who they are, the card tells rights and memory, and "
            "a "
            "session takes place.")},
    FlowName{FlowKind::Uc2A1, "uc2-a1", QT_TRANSLATE_NOOP("Flow", "Handshake between DM server and card"),
        QT_TRANSLATE_NOOP("Flow",
            "A DM server reaches the card through the device, which relays what it cannot read. Server and card prove "
            "who "
            "they are, and the server stores its Management Object.")},
    FlowName{FlowKind::Sync, "sync", QT_TRANSLATE_NOOP("Flow", "Synchronise device and card"),
        QT_TRANSLATE_NOOP("Flow",
            "What changed on either side since the last time is brought to the other. What both have changed is "
            "decided by "
            "you.")},
    FlowName{FlowKind::Store, "store", QT_TRANSLATE_NOOP("Flow", "The DM server stores an object on the card"),
        QT_TRANSLATE_NOOP("Flow", "A DM server asks the device to store one of its Management Objects on the card.")},
    FlowName{FlowKind::Approve, "approve", QT_TRANSLATE_NOOP("Flow", "Check the approval of a firmware package"),
        QT_TRANSLATE_NOOP("Flow",
            "The device hashes a firmware package, and the card checks its approval with the authority's key. What "
            "fails "
            "is not installed without the user.")},
};
static_assert(kFlows.size() == kFlowKindCount);

const FlowName& nameOf(FlowKind kind)
{
    return kFlows[static_cast<std::size_t>(kind)];
}

struct Planned
{
    const char* id;
    Actor from;
    Actor to;
    const char* title;
    const char* caption;
};

constexpr Planned kDetect{"detect", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Is there anything for me?"),
    QT_TRANSLATE_NOOP("Flow", "The device looks for Management Objects on its card.")};
constexpr Planned kHandshake{"handshake", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Handshake"),
    QT_TRANSLATE_NOOP("Flow", "Device and card prove to each other who they are, and agree on session keys.")};
constexpr Planned kAccess{"access", Actor::Card, Actor::Device,
    QT_TRANSLATE_NOOP("Flow", "Access conditions and memory"),
    QT_TRANSLATE_NOOP("Flow", "The card says what may be done, and how much memory there is for it.")};
constexpr Planned kNotify{"notify", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Notification"),
    QT_TRANSLATE_NOOP("Flow", "The device asks the card for a session, and for the objects that it wants.")};
constexpr Planned kCardNotifies{"card-notifies", Actor::Card, Actor::Device, QT_TRANSLATE_NOOP("Flow", "Notification"),
    QT_TRANSLATE_NOOP("Flow", "The card tells the device that it wants a session.")};
constexpr Planned kPackage1{"package1", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Package 1: who I am"),
    QT_TRANSLATE_NOOP("Flow", "The device opens the session and says what kind of device it is.")};
constexpr Planned kPackage2{"package2", Actor::Card, Actor::Device,
    QT_TRANSLATE_NOOP("Flow", "Package 2: your objects"),
    QT_TRANSLATE_NOOP("Flow", "The card, as DM server, sends its Management Objects.")};
constexpr Planned kConfirm{"confirm", Actor::Device, Actor::User, QT_TRANSLATE_NOOP("Flow", "May this be taken in?"),
    QT_TRANSLATE_NOOP("Flow", "The device asks its user, because the data say so.")};
constexpr Planned kGraft{"graft", Actor::Device, Actor::Device, QT_TRANSLATE_NOOP("Flow", "Into the device's tree"),
    QT_TRANSLATE_NOOP(
        "Flow", "The objects are grafted into the device's tree; each node remembers where it came from.")};
constexpr Planned kReport{"report", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Package 3: how it went"),
    QT_TRANSLATE_NOOP("Flow", "The device reports the status of every command, and the session ends.")};
constexpr Planned kTold{"told", Actor::Device, Actor::User, QT_TRANSLATE_NOOP("Flow", "Finished"),
    QT_TRANSLATE_NOOP("Flow", "The user is told that it is done.")};
constexpr Planned kRefused{"refused", Actor::Card, Actor::Device, QT_TRANSLATE_NOOP("Flow", "Refused"),
    QT_TRANSLATE_NOOP("Flow", "The card says which permission is missing. Nothing was executed.")};
constexpr Planned kSession{"session", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "DM session"),
    QT_TRANSLATE_NOOP("Flow", "Configuration is read and written through the secure channel.")};
constexpr Planned kEnd{"end", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "End of the session"),
    QT_TRANSLATE_NOOP("Flow", "The session is closed; its keys are gone.")};
constexpr Planned kServerNotifies{"server-notifies", Actor::Server, Actor::Device,
    QT_TRANSLATE_NOOP("Flow", "Notification"),
    QT_TRANSLATE_NOOP("Flow", "The DM server asks the device for a session.")};
constexpr Planned kServerPackage1{"package1", Actor::Device, Actor::Server,
    QT_TRANSLATE_NOOP("Flow", "Package 1: who I am"),
    QT_TRANSLATE_NOOP("Flow", "The device opens the session and says what kind of device it is.")};
constexpr Planned kRelayed{"handshake", Actor::Server, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Handshake, relayed"),
    QT_TRANSLATE_NOOP("Flow", "Server and card exchange credentials through the device, which cannot read them.")};
constexpr Planned kServerAccess{"access", Actor::Card, Actor::Server,
    QT_TRANSLATE_NOOP("Flow", "Access conditions and memory"),
    QT_TRANSLATE_NOOP("Flow", "The card says what may be done, and how much memory there is for it.")};
constexpr Planned kServerStores{"store", Actor::Server, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Store an object"),
    QT_TRANSLATE_NOOP("Flow", "The server stores its Management Object in the memory that the card has granted.")};
constexpr Planned kServerEnd{"end", Actor::Server, Actor::Device, QT_TRANSLATE_NOOP("Flow", "End of the session"),
    QT_TRANSLATE_NOOP("Flow", "The session is closed; its keys are gone.")};
constexpr Planned kAskStore{"ask", Actor::Server, Actor::Device, QT_TRANSLATE_NOOP("Flow", "Store this on the card"),
    QT_TRANSLATE_NOOP("Flow", "The server asks the device to store one of its Management Objects on the card.")};
constexpr Planned kConfirmStore{"confirm", Actor::Device, Actor::User,
    QT_TRANSLATE_NOOP("Flow", "May this go to the card?"),
    QT_TRANSLATE_NOOP("Flow", "The device asks its user, because the object is one that is to be confirmed.")};
constexpr Planned kDeviceStores{"store", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Store an object"),
    QT_TRANSLATE_NOOP("Flow", "The device writes the Management Object to the card.")};
constexpr Planned kServerReport{"report", Actor::Device, Actor::Server, QT_TRANSLATE_NOOP("Flow", "How it went"),
    QT_TRANSLATE_NOOP("Flow", "The device reports the result to the server.")};
constexpr Planned kReadBoth{"read", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "What changed?"),
    QT_TRANSLATE_NOOP("Flow", "Both sides say what changed since the last synchronisation.")};
constexpr Planned kDecide{"decide", Actor::Device, Actor::User, QT_TRANSLATE_NOOP("Flow", "Conflicts"),
    QT_TRANSLATE_NOOP("Flow", "What both sides have changed is decided by the user.")};
constexpr Planned kApply{"apply", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "One change on both sides"),
    QT_TRANSLATE_NOOP("Flow", "Everything is carried out on both sides, or nothing.")};
constexpr Planned kDownload{"download", Actor::Server, Actor::Device,
    QT_TRANSLATE_NOOP("Flow", "Package and signature"),
    QT_TRANSLATE_NOOP("Flow", "The firmware package comes down with its approval.")};
constexpr Planned kHash{"hash", Actor::Device, Actor::Device, QT_TRANSLATE_NOOP("Flow", "Hash of the package"),
    QT_TRANSLATE_NOOP("Flow", "The device computes the package's hash.")};
constexpr Planned kVerify{"verify", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "Verify the signature"),
    QT_TRANSLATE_NOOP("Flow", "The card checks the approval with the authority's key, which never leaves it.")};
constexpr Planned kInstall{"install", Actor::Device, Actor::Device, QT_TRANSLATE_NOOP("Flow", "Firmware update object"),
    QT_TRANSLATE_NOOP("Flow", "The state of the update is written where servers look for it.")};

constexpr Planned kProve{"prove", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "The card proves the device"),
    QT_TRANSLATE_NOOP(
        "Flow", "The card makes the device's proof for the DM server; the device need not know the password.")};
constexpr Planned kCheck{"check", Actor::Device, Actor::Card, QT_TRANSLATE_NOOP("Flow", "The card checks the server"),
    QT_TRANSLATE_NOOP("Flow", "The card checks the DM server's proof; the device need not know the password.")};

std::vector<Planned> stepsOf(FlowKind kind)
{
    switch (kind) {
    case FlowKind::Uc1:
        return {kHandshake, kNotify, kPackage1, kPackage2, kConfirm, kGraft, kReport, kTold};
    case FlowKind::Uc1A1:
        return {kHandshake, kCardNotifies, kPackage1, kPackage2, kConfirm, kGraft, kReport, kTold};
    case FlowKind::Uc1A2:
        return {kHandshake, kRefused};
    case FlowKind::Uc2:
        return {kDetect, kHandshake, kAccess, kSession, kConfirm, kGraft, kEnd, kTold};
    case FlowKind::Uc2A1:
        return {kServerNotifies, kServerPackage1, kRelayed, kServerAccess, kServerStores, kServerEnd, kTold};
    case FlowKind::Sync:
        return {kHandshake, kReadBoth, kDecide, kApply, kTold};
    case FlowKind::Store:
        return {kHandshake, kServerNotifies, kServerPackage1, kAskStore, kConfirmStore, kDeviceStores, kServerReport,
            kTold};
    case FlowKind::Approve:
        return {kDownload, kHash, kVerify, kConfirm, kInstall, kServerReport};
    }
    return {};
}

FlowStep stepOf(const Planned& planned)
{
    FlowStep step;
    step.id = QLatin1String(planned.id);
    step.title = QCoreApplication::translate("Flow", planned.title);
    step.caption = QCoreApplication::translate("Flow", planned.caption);
    step.from = planned.from;
    step.to = planned.to;
    return step;
}

} // namespace

QString flowWord(FlowKind kind)
{
    return QLatin1String(nameOf(kind).word);
}

std::optional<FlowKind> flowOf(QStringView word)
{
    for (const FlowName& flow : kFlows)
        if (word.compare(QLatin1String(flow.word), Qt::CaseInsensitive) == 0)
            return flow.kind;
    return std::nullopt;
}

QString flowTitle(FlowKind kind)
{
    return QCoreApplication::translate("Flow", nameOf(kind).title);
}

QString flowSummary(FlowKind kind)
{
    return QCoreApplication::translate("Flow", nameOf(kind).summary);
}

std::vector<FlowStep> plannedFlow(FlowKind kind)
{
    FlowRequest request;
    request.kind = kind;
    return plannedFlow(request);
}

std::vector<FlowStep> plannedFlow(const FlowRequest& request)
{
    const bool byCard = request.proveByCard && canProveByCard(request.kind);
    std::vector<FlowStep> steps;
    for (const Planned& planned : stepsOf(request.kind)) {
        const bool isSession = planned.to == Actor::Server && planned.from == Actor::Device;
        const std::string_view id = planned.id;
        if (byCard && isSession && (id == kServerPackage1.id || request.kind == FlowKind::Approve))
            steps.push_back(stepOf(kProve));
        steps.push_back(stepOf(planned));
        if (byCard && (id == kAskStore.id || (isSession && request.kind == FlowKind::Approve)))
            steps.push_back(stepOf(kCheck));
    }
    return steps;
}

bool canProveByCard(FlowKind kind)
{
    return kind == FlowKind::Store || kind == FlowKind::Approve;
}

} // namespace dmsc
