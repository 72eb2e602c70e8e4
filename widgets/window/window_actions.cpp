// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/window_actions.h"

#include "widgets/theme/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <iterator>
#include <optional>

namespace dmsc {

namespace {

struct Spec
{
    const char* id;
    const char* text; ///< of the menu
    const char* shortText; ///< beside the icon; nullptr: the same
    std::optional<Icon> icon;
    const char* keys; ///< separated by "; "
    const char* tip;
};

// clang-format off
constexpr Spec kSpecs[] = {
    {"file.open-device", QT_TRANSLATE_NOOP("Actions", "Open on the &device side..."), nullptr, Icon::Open, "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Open a document or an image of a handset beside the card")},
    {"file.open-card", QT_TRANSLATE_NOOP("Actions", "Open on the &card side..."), nullptr, Icon::Open, "Ctrl+Shift+O", QT_TRANSLATE_NOOP("Actions", "Open a document or an image of a card beside the device")},
    {"file.open-demo", QT_TRANSLATE_NOOP("Actions", "Open the de&mo desk"), QT_TRANSLATE_NOOP("Actions", "Open the demo desk"), Icon::Plug, "", QT_TRANSLATE_NOOP("Actions", "An emulated handset and an emulated card to try things on")},
    {"file.renew-demo", QT_TRANSLATE_NOOP("Actions", "Begin the demo ane&w..."), nullptr, Icon::Sync, "", QT_TRANSLATE_NOOP("Actions", "Make the demo's handset and card as they were at first, so that every flow has something to do again")},
    {"file.save-device", QT_TRANSLATE_NOOP("Actions", "Save the device's tree &as..."), nullptr, Icon::Save, "Ctrl+S", QT_TRANSLATE_NOOP("Actions", "Write the device's tree as TNDS, WBXML, DDF or JSON")},
    {"file.save-card", QT_TRANSLATE_NOOP("Actions", "Save the card's &tree as..."), nullptr, Icon::Save, "Ctrl+Shift+S", QT_TRANSLATE_NOOP("Actions", "Write the card's tree as TNDS, WBXML, DDF or JSON")},
    {"file.reload", QT_TRANSLATE_NOOP("Actions", "&Reload both sides"), nullptr, Icon::Sync, "F5", QT_TRANSLATE_NOOP("Actions", "Read again what changed on device and card")},
    {"file.close-device", QT_TRANSLATE_NOOP("Actions", "Close the device side"), nullptr, Icon::Close, "", ""},
    {"file.close-card", QT_TRANSLATE_NOOP("Actions", "Close the card side"), nullptr, Icon::Close, "", ""},
    {"file.readers-device", QT_TRANSLATE_NOOP("Actions", "Open a card in a &reader on the device side..."), nullptr, Icon::Reader, "", QT_TRANSLATE_NOOP("Actions", "Show the card readers and what is in them")},
    {"file.readers-card", QT_TRANSLATE_NOOP("Actions", "Open a card in a r&eader on the card side..."), nullptr, Icon::Reader, "Ctrl+R", QT_TRANSLATE_NOOP("Actions", "Show the card readers and what is in them")},
    {"card.plug-device", QT_TRANSLATE_NOOP("Actions", "Plug the device side's card into PC/SC"), QT_TRANSLATE_NOOP("Actions", "Plug into PC/SC"), Icon::Plug, "", QT_TRANSLATE_NOOP("Actions", "Put the emulated card into the virtual reader, where other programs find it; once more pulls it")},
    {"card.plug-card", QT_TRANSLATE_NOOP("Actions", "Plug the card into PC/S&C"), QT_TRANSLATE_NOOP("Actions", "Plug into PC/SC"), Icon::Plug, "", QT_TRANSLATE_NOOP("Actions", "Put the emulated card into the virtual reader, where other programs find it; once more pulls it")},
    {"card.find-files", QT_TRANSLATE_NOOP("Actions", "&Find the card's files"), QT_TRANSLATE_NOOP("Actions", "Find files"), Icon::Files, "", QT_TRANSLATE_NOOP("Actions", "Look for applications and files on the card: sizes, structure, access rules")},
    {"card.show-files", QT_TRANSLATE_NOOP("Actions", "Show the card's f&iles"), QT_TRANSLATE_NOOP("Actions", "Card files"), Icon::Files, "Ctrl+Shift+F", QT_TRANSLATE_NOOP("Actions", "Go to the files of the card")},
    {"card.enter-key", QT_TRANSLATE_NOOP("Actions", "&Enter a PIN or key..."), nullptr, Icon::Unlock, "", QT_TRANSLATE_NOOP("Actions", "Verify a PIN or an administrative key, which lets files of the card be read and written")},
    {"card.change-key", QT_TRANSLATE_NOOP("Actions", "Change or &unblock a PIN or key..."), nullptr, Icon::Key, "", QT_TRANSLATE_NOOP("Actions", "Give a PIN or key of the card a new value, by the old one or by its PUK")},
    {"card.handshake", QT_TRANSLATE_NOOP("Actions", "&Handshake..."), QT_TRANSLATE_NOOP("Actions", "Handshake"), Icon::Handshake, "Ctrl+H", QT_TRANSLATE_NOOP("Actions", "Prove to the card who you are, step by step, and see what you may do")},
    {"card.handshake-again", QT_TRANSLATE_NOOP("Actions", "Shake hands &again"), nullptr, Icon::Sync, "Ctrl+Shift+H", QT_TRANSLATE_NOOP("Actions", "New session keys for the session that is open; the plan stays")},
    {"card.write-receipt", QT_TRANSLATE_NOOP("Actions", "Write &receipt..."), nullptr, Icon::Receipt, "", QT_TRANSLATE_NOOP("Actions", "Have card and host sign what was said in this session up to here")},
    {"card.credentials", QT_TRANSLATE_NOOP("Actions", "Cre&dentials..."), nullptr, Icon::Key, "", QT_TRANSLATE_NOOP("Actions", "Keys and certificates that the workbench proves itself with")},
    {"card.show-memory", QT_TRANSLATE_NOOP("Actions", "Show the card's &memory"), QT_TRANSLATE_NOOP("Actions", "Memory"), Icon::Memory, "Ctrl+Shift+M", QT_TRANSLATE_NOOP("Actions", "How the card's memory is divided, and asking for more or less of it")},
    {"flow.choose", QT_TRANSLATE_NOOP("Actions", "&Run a flow..."), QT_TRANSLATE_NOOP("Actions", "Run flow"), Icon::Flow, "F9", QT_TRANSLATE_NOOP("Actions", "Choose a use case and see it go, step by step")},
    {"flow.uc1", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.uc1-a1", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.uc1-a2", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.uc2", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.uc2-a1", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.sync", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.store", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.approve", nullptr, nullptr, std::nullopt, "", ""},
    {"flow.again", QT_TRANSLATE_NOOP("Actions", "Run the flow a&gain"), QT_TRANSLATE_NOOP("Actions", "Run again"), Icon::Play, "Shift+F9", QT_TRANSLATE_NOOP("Actions", "Run the last flow from its first step")},
    {"flow.next-step", QT_TRANSLATE_NOOP("Actions", "&Next step of the flow"), QT_TRANSLATE_NOOP("Actions", "Step"), Icon::Step, "F8", QT_TRANSLATE_NOOP("Actions", "Let the flow take its next step")},
    {"flow.step-by-step", QT_TRANSLATE_NOOP("Actions", "Pace of flows: step by s&tep"), nullptr, Icon::Step, "", QT_TRANSLATE_NOOP("Actions", "Wait before each step of a flow until told to go on; otherwise it goes at once, or at the speed chosen at the ladder")},
    {"flow.save", QT_TRANSLATE_NOOP("Actions", "Save ladder and &screens as..."), QT_TRANSLATE_NOOP("Actions", "Save as..."), Icon::Export, "", QT_TRANSLATE_NOOP("Actions", "Write the ladder and the handset's screens as PDF, SVG or PNG")},
    {"flow.synchronise", QT_TRANSLATE_NOOP("Actions", "S&ynchronise..."), QT_TRANSLATE_NOOP("Actions", "Sync"), Icon::Sync, "Ctrl+T", QT_TRANSLATE_NOOP("Actions", "See what changed on device and card since the last time, decide conflicts, and bring both in step")},
    {"flow.show-handset", QT_TRANSLATE_NOOP("Actions", "Show the &handset's screen"), QT_TRANSLATE_NOOP("Actions", "Handset"), Icon::Device, "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Actions", "Go to what the user of the handset sees")},
    {"flow.show-decisions", QT_TRANSLATE_NOOP("Actions", "Show decisions, to re&voke one"), QT_TRANSLATE_NOOP("Actions", "Decisions"), Icon::Undo, "", QT_TRANSLATE_NOOP("Actions", "Go to the list of what the user has agreed to and refused; a consent can be taken back there")},
    {"flow.show-ladder", QT_TRANSLATE_NOOP("Actions", "Show the &ladder"), QT_TRANSLATE_NOOP("Actions", "Ladder"), Icon::Flow, "Ctrl+Shift+L", QT_TRANSLATE_NOOP("Actions", "Go to the steps of the flow")},
    {"view.demonstration", QT_TRANSLATE_NOOP("Actions", "De&monstration"), QT_TRANSLATE_NOOP("Actions", "Demonstration"), Icon::Present, "F11", QT_TRANSLATE_NOOP("Actions", "Ladder and handset alone, in large type, for the back of a meeting room; once more goes back")},
    {"handset.ask-unmarked", QT_TRANSLATE_NOOP("Actions", "Handset: ask also for data &without a mark"), nullptr, std::nullopt, "", QT_TRANSLATE_NOOP("Actions", "Data marked to be confirmed are always asked for, those marked otherwise never")},
    {"handset.reject-unapproved", QT_TRANSLATE_NOOP("Actions", "Handset: &delete packages whose approval fails"), nullptr, std::nullopt, "", QT_TRANSLATE_NOOP("Actions", "Otherwise the user is asked before the installation goes on")},
    {"handset.bootstrap", QT_TRANSLATE_NOOP("Actions", "Handset: &bootstrap from the card"), nullptr, std::nullopt, "", QT_TRANSLATE_NOOP("Actions", "Take in the provisioning data of an inserted card")},
    {"handset.prove-by-card", QT_TRANSLATE_NOOP("Actions", "Handset: the card &proves it (its password stays on the card)"), nullptr, std::nullopt, "", QT_TRANSLATE_NOOP("Actions", "In sessions with a DM server the card makes and checks the proofs; not where the server speaks to the card itself, which has one session at a time")},
    {"handset.insert-card", QT_TRANSLATE_NOOP("Actions", "&Insert the card into the handset"), QT_TRANSLATE_NOOP("Actions", "Insert"), Icon::Card, "", QT_TRANSLATE_NOOP("Actions", "The handset takes in what the card offers, asks where that is marked, and what came from another card leaves")},
    {"handset.take-card-out", QT_TRANSLATE_NOOP("Actions", "&Take the card out of the handset"), QT_TRANSLATE_NOOP("Actions", "Take out"), Icon::Device, "", QT_TRANSLATE_NOOP("Actions", "What came from cards and from nobody else leaves the device; the card stays open")},
    {"handset.card-is-inserted", QT_TRANSLATE_NOOP("Actions", "Handset: an opened &card is put into it"), nullptr, std::nullopt, "", QT_TRANSLATE_NOOP("Actions", "Opening a card beside the handset inserts it, closing it takes it out; otherwise the two are only compared")},
    {"log.open", QT_TRANSLATE_NOOP("Actions", "&Open a recording..."), QT_TRANSLATE_NOOP("Actions", "Open a recording"), Icon::Open, "Ctrl+Alt+O", QT_TRANSLATE_NOOP("Actions", "Look at a recording, a capture with GSMTAP, an APDU log or DM messages beside the log of this session")},
    {"log.open-unfinished", QT_TRANSLATE_NOOP("Actions", "Open what an earlier run &left"), QT_TRANSLATE_NOOP("Actions", "Open it"), Icon::Open, "", QT_TRANSLATE_NOOP("Actions", "The recording of a run that ended unexpectedly")},
    {"log.save", QT_TRANSLATE_NOOP("Actions", "&Save the recording as..."), nullptr, Icon::Save, "Ctrl+Alt+S", QT_TRANSLATE_NOOP("Actions", "Write all rows of the log, those that the filter shows or the selected ones")},
    {"log.export", QT_TRANSLATE_NOOP("Actions", "&Export rows..."), nullptr, Icon::Export, "Ctrl+Shift+X", QT_TRANSLATE_NOOP("Actions", "Write rows for Wireshark, as a report, JSON, text, messages or a ladder; secrets are left out unless asked for")},
    {"log.compare", QT_TRANSLATE_NOOP("Actions", "Com&pare with a recording..."), nullptr, Icon::StateDiffers, "", QT_TRANSLATE_NOOP("Actions", "Put the log and a recording beside each other, row by row and field by field")},
    {"log.replay", QT_TRANSLATE_NOOP("Actions", "Play a&gain..."), nullptr, Icon::Play, "", QT_TRANSLATE_NOOP("Actions", "Say the rows that are shown to a card, handset or server again and compare what is answered")},
    {"log.show", QT_TRANSLATE_NOOP("Actions", "Show the lo&g"), nullptr, Icon::Log, "Ctrl+Shift+G", QT_TRANSLATE_NOOP("Actions", "Go to the rows of the log that was looked at last")},
    {"log.ladder", QT_TRANSLATE_NOOP("Actions", "&Ladder of the rows"), nullptr, Icon::Flow, "Ctrl+Shift+R", QT_TRANSLATE_NOOP("Actions", "The rows that the log shows as a ladder between device, card, server and user")},
    {"log.clear", QT_TRANSLATE_NOOP("Actions", "Begin the log ane&w"), nullptr, Icon::Remove, "", QT_TRANSLATE_NOOP("Actions", "Take all rows away; the recording so far stays, another one begins")},
    {"file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), nullptr, std::nullopt, "Ctrl+Q", ""},
    {"edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), QT_TRANSLATE_NOOP("Actions", "Undo"), Icon::Undo, "Ctrl+Z", ""},
    {"edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), QT_TRANSLATE_NOOP("Actions", "Redo"), Icon::Redo, "Ctrl+Shift+Z; Ctrl+Y", ""},
    {"edit.copy-to-card", QT_TRANSLATE_NOOP("Actions", "Copy to the &card"), QT_TRANSLATE_NOOP("Actions", "To card"), Icon::CopyToRight, "Alt+Right", QT_TRANSLATE_NOOP("Actions", "Plan to make the selected rows on the card like those on the device")},
    {"edit.copy-to-device", QT_TRANSLATE_NOOP("Actions", "Copy to the de&vice"), QT_TRANSLATE_NOOP("Actions", "To device"), Icon::CopyToLeft, "Alt+Left", QT_TRANSLATE_NOOP("Actions", "Plan to make the selected rows on the device like those on the card")},
    {"edit.value", QT_TRANSLATE_NOOP("Actions", "&Edit value..."), nullptr, Icon::Edit, "", QT_TRANSLATE_NOOP("Actions", "Edit the value on the side that has the focus (F2)")},
    {"edit.add-node", QT_TRANSLATE_NOOP("Actions", "&Add a node below..."), nullptr, Icon::Add, "Ins", QT_TRANSLATE_NOOP("Actions", "Plan a new node below the current one")},
    {"edit.rename", QT_TRANSLATE_NOOP("Actions", "Re&name..."), nullptr, std::nullopt, "Shift+F2", ""},
    {"edit.title", QT_TRANSLATE_NOOP("Actions", "Edit &Title..."), nullptr, std::nullopt, "", ""},
    {"edit.type", QT_TRANSLATE_NOOP("Actions", "Edit T&ype..."), nullptr, std::nullopt, "", ""},
    {"edit.acl", QT_TRANSLATE_NOOP("Actions", "Edit AC&L..."), nullptr, std::nullopt, "", ""},
    {"edit.delete", QT_TRANSLATE_NOOP("Actions", "&Delete"), nullptr, Icon::Remove, "", QT_TRANSLATE_NOOP("Actions", "Plan to delete the selected rows on the side that has the focus (Delete)")},
    {"plan.apply", QT_TRANSLATE_NOOP("Actions", "&Apply the plan"), QT_TRANSLATE_NOOP("Actions", "Apply"), Icon::Apply, "Ctrl+Shift+Return", QT_TRANSLATE_NOOP("Actions", "Carry out all planned operations, or none")},
    {"plan.cancel", QT_TRANSLATE_NOOP("Actions", "Ca&ncel what runs"), QT_TRANSLATE_NOOP("Actions", "Cancel"), Icon::Cancel, "Ctrl+.", QT_TRANSLATE_NOOP("Actions", "Stop at the next safe point; nothing is left half done")},
    {"plan.clear", QT_TRANSLATE_NOOP("Actions", "Remove all &operations from the plan"), nullptr, std::nullopt, "", ""},
    {"go.next-difference", QT_TRANSLATE_NOOP("Actions", "&Next difference"), QT_TRANSLATE_NOOP("Actions", "Next"), Icon::NextDifference, "F7; Alt+Down", QT_TRANSLATE_NOOP("Actions", "Go to the next difference")},
    {"go.previous-difference", QT_TRANSLATE_NOOP("Actions", "&Previous difference"), QT_TRANSLATE_NOOP("Actions", "Previous"), Icon::PreviousDifference, "Shift+F7; Alt+Up", QT_TRANSLATE_NOOP("Actions", "Go to the previous difference")},
    {"go.uri", QT_TRANSLATE_NOOP("Actions", "Go to &URI"), nullptr, Icon::Search, "Ctrl+L", ""},
    {"go.filter", QT_TRANSLATE_NOOP("Actions", "&Filter"), nullptr, Icon::Filter, "Ctrl+F", ""},
    {"go.next-pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), nullptr, std::nullopt, "F6", ""},
    {"go.previous-pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), nullptr, std::nullopt, "Shift+F6", ""},
    {"view.expand-differences", QT_TRANSLATE_NOOP("Actions", "Expand &differences only"), QT_TRANSLATE_NOOP("Actions", "Differences"), Icon::ExpandDifferences, "Ctrl+D", QT_TRANSLATE_NOOP("Actions", "Open what differs, close everything else")},
    {"view.expand-all", QT_TRANSLATE_NOOP("Actions", "&Expand all"), nullptr, Icon::Expand, "Ctrl+Shift+E", ""},
    {"view.collapse-all", QT_TRANSLATE_NOOP("Actions", "&Collapse all"), nullptr, Icon::Collapse, "Ctrl+Shift+C", ""},
    {"view.hide-identical", QT_TRANSLATE_NOOP("Actions", "&Hide what is identical"), nullptr, std::nullopt, "Ctrl+I", ""},
    {"help.palette", QT_TRANSLATE_NOOP("Actions", "&Find a command..."), QT_TRANSLATE_NOOP("Actions", "Commands"), Icon::Commands, "Ctrl+K; Ctrl+Shift+P", QT_TRANSLATE_NOOP("Actions", "Find a command by its words")},
    {"help.hints", QT_TRANSLATE_NOOP("Actions", "&Show the hints again"), nullptr, std::nullopt, "", ""},
    {"help.about", QT_TRANSLATE_NOOP("Actions", "&About"), nullptr, Icon::Info, "", ""},
};
// clang-format on

struct OtherWords
{
    Command command;
    const char* words;
};

/// What people call a thing whose command is called otherwise.
constexpr OtherWords kOtherWords[] = {
    {Command::OpenDevice, QT_TRANSLATE_NOOP("Actions", "load import file tree handset phone")},
    {Command::OpenCard, QT_TRANSLATE_NOOP("Actions", "load import file tree SIM UICC")},
    {Command::SaveDevice, QT_TRANSLATE_NOOP("Actions", "export write file")},
    {Command::SaveCard, QT_TRANSLATE_NOOP("Actions", "export write file")},
    {Command::Reload, QT_TRANSLATE_NOOP("Actions", "refresh update read again")},
    {Command::EnterKey, QT_TRANSLATE_NOOP("Actions", "verify unlock password CHV ADM")},
    {Command::ChangeKey, QT_TRANSLATE_NOOP("Actions", "PUK password CHV ADM")},
    {Command::Handshake, QT_TRANSLATE_NOOP("Actions", "authenticate login secure channel SCP03 TLS")},
    {Command::Credentials, QT_TRANSLATE_NOOP("Actions", "keys certificates passwords import")},
    {Command::ShowMemory, QT_TRANSLATE_NOOP("Actions", "grant allocation quota free space")},
    {Command::ChooseFlow, QT_TRANSLATE_NOOP("Actions", "DM server address URL use case session settings WBXML XML")},
    {Command::Sync, QT_TRANSLATE_NOOP("Actions", "merge conflicts compare")},
    {Command::ShowDecisions, QT_TRANSLATE_NOOP("Actions", "consent confirm undo history")},
    {Command::Demonstration, QT_TRANSLATE_NOOP("Actions", "presentation full screen large")},
    {Command::ReplayRecording, QT_TRANSLATE_NOOP("Actions", "repeat server")},
    {Command::ExportRows, QT_TRANSLATE_NOOP("Actions", "Wireshark pcap report save")},
    {Command::ShowLog, QT_TRANSLATE_NOOP("Actions", "APDU trace messages")},
    {Command::DeleteNode, QT_TRANSLATE_NOOP("Actions", "remove erase")},
    {Command::AddNode, QT_TRANSLATE_NOOP("Actions", "new create insert")},
    {Command::Apply, QT_TRANSLATE_NOOP("Actions", "execute commit write changes")},
    {Command::Filter, QT_TRANSLATE_NOOP("Actions", "search find")},
    {Command::Quit, QT_TRANSLATE_NOOP("Actions", "exit close")},
};

QString otherWordsOf(Command command)
{
    for (const OtherWords& each : kOtherWords) {
        if (each.command == command)
            return QCoreApplication::translate("Actions", each.words);
    }
    return {};
}

static_assert(std::size(kSpecs) == kCommandCount);

} // namespace

WindowActions::WindowActions(QWidget* window)
{
    for (std::size_t i = 0; i < std::size(kSpecs); ++i) {
        const Spec& spec = kSpecs[i];
        if (spec.text == nullptr) {
            m_actions[i] = addFlow(FlowKind(i - std::size_t(Command::RunUc1)), spec.id);
            window->addAction(m_actions[i]);
            continue;
        }
        auto keys = QKeySequence::listFromString(QString::fromLatin1(spec.keys), QKeySequence::PortableText);
        keys.removeAll(QKeySequence()); // what an empty text reads as
        QAction* action = m_registry.add({QString::fromLatin1(spec.id),
            QCoreApplication::translate("Actions", spec.text), keys, spec.icon ? themedIcon(*spec.icon) : QIcon(),
            *spec.tip != '\0' ? QCoreApplication::translate("Actions", spec.tip) : QString(),
            otherWordsOf(Command(i))});
        if (spec.shortText != nullptr)
            action->setIconText(QCoreApplication::translate("Actions", spec.shortText));
        window->addAction(action); // its keys work whatever has the focus
        m_actions[i] = action;
    }
    for (const Command command : {Command::HideIdentical, Command::PlugDevice, Command::PlugCard, Command::StepByStep,
             Command::Demonstration, Command::AskUnmarked, Command::RejectUnapproved, Command::BootstrapFromCard,
             Command::ProveByCard, Command::CardIsInserted})
        m_actions[std::size_t(command)]->setCheckable(true);
}

QAction* WindowActions::addFlow(FlowKind kind, const char* id)
{
    const QString title = flowTitle(kind);
    // Engineers know the use cases by their numbers.
    const QString hint = QStringLiteral("%1 (%2)").arg(flowSummary(kind), flowWord(kind).toUpper());
    const QString words = flowWord(kind) + QLatin1Char(' ') + QCoreApplication::translate("Actions", "flow use case");
    QAction* action = m_registry.add({QString::fromLatin1(id), title, {}, themedIcon(Icon::Flow), hint, words});
    action->setIconText(title);
    return action;
}

QString WindowActions::id(Command command)
{
    return QString::fromLatin1(kSpecs[std::size_t(command)].id);
}

void WindowActions::setReason(Command command, const QString& reason)
{
    m_registry.setAvailable(id(command), reason);
}

} // namespace dmsc
