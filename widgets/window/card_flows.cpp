// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/card_flows.h"

#include "model/items/card_file_text.h"
#include "widgets/files/card_file_details.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/files/part_view.h"
#include "widgets/prompts/pin_change_dialog.h"
#include "widgets/prompts/pin_panel.h"
#include "widgets/prompts/write_preview.h"
#include "widgets/window/desk_controller.h"

#include <algorithm>

namespace dmsc {

namespace {

/// The status word that a card refuses with for want of a key (ISO/IEC 7816-4 table 6).
constexpr QLatin1String kNotSatisfied("6982");

const CardFile* fileOf(const CardFileTree& tree, const QString& path)
{
    const auto found =
        std::find_if(tree.files.begin(), tree.files.end(), [&path](const CardFile& each) { return each.path == path; });
    return found == tree.files.end() ? nullptr : &*found;
}

} // namespace

CardFlows::CardFlows(DeskController& controller, CardFilesPane& files, PinPanel& pins, QWidget* window)
    : QObject(window)
    , m_controller(controller)
    , m_desk(controller.desk())
    , m_files(files)
    , m_pins(pins)
    , m_window(window)
{
    connectDesk();
    connectPanes();
}

void CardFlows::connectDesk()
{
    connect(&m_controller, &DeskController::sideUpdated, this, [this](Side side) {
        m_files.setSide(side, m_controller.side(side));
        updatePanel(side);
    });
    connect(&m_controller, &DeskController::busyChanged, this, &CardFlows::takeBusy);
    connect(&m_controller, &DeskController::failed, this, &CardFlows::takeFailure);
    connect(&m_controller, &DeskController::cancelled, this, [this] {
        if (m_previewing || m_waiting)
            abandon();
        m_preparing.reset();
        m_reading.reset();
    });
    connect(&m_desk, &Desk::previewed, this, &CardFlows::takePreview);
    connect(&m_desk, &Desk::filePrepared, this, &CardFlows::takePrepared);
    connect(&m_desk, &Desk::fileRead, this, [this](Side side, const CardFileContent& content) {
        m_reading.reset();
        m_files.setContent(side, content);
    });
    connect(&m_desk, &Desk::fileWritten, this, [this](Side side, const QString& path) {
        m_files.dropContent(side, path);
        Q_EMIT noticed(StatusTone::Ok, tr("Written: %1").arg(path));
    });
}

void CardFlows::connectPanes()
{
    connect(&m_files, &CardFilesPane::readRequested, this, [this](Side side, const QString& path) {
        m_reading = Reading{side, path};
        m_desk.readFile(side, path);
    });
    connect(&m_files, &CardFilesPane::writeProposed, this, &CardFlows::propose);
    connect(&m_files, &CardFilesPane::resizeRequested, this, &CardFlows::resize);
    connectKeys();
}

std::shared_ptr<const CardFileTree> CardFlows::filesOf(Side side) const
{
    const std::optional<SideState>& state = m_controller.side(side);
    return state ? state->files : nullptr;
}

QString CardFlows::titleOf(Side side) const
{
    const std::optional<SideState>& state = m_controller.side(side);
    return state ? state->title : QString();
}

void CardFlows::explore(Side side)
{
    m_desk.explore(side);
}

void CardFlows::apply()
{
    if (m_previewing || m_preparing || m_waiting || m_desk.busy())
        return;
    const std::vector<Operation>& operations = m_controller.workspace().plan().operations();
    const bool toFiles = std::any_of(operations.begin(), operations.end(), [this](const Operation& operation) {
        const std::optional<SideState>& state = m_controller.side(operation.side);
        return state && state->files && !state->card;
    });
    if (!toFiles) {
        m_controller.apply();
        return;
    }
    m_previewing = true;
    m_desk.preview(operations);
}

void CardFlows::takePreview(const std::vector<CardFileWrite>& writes)
{
    if (!m_previewing)
        return;
    m_previewing = false;
    if (writes.empty()) {
        m_waiting = Waiting{Side::Card, {}, {}, [this] { m_controller.apply(); }};
        goOn();
        return;
    }
    Side side = Side::Card;
    for (const Side each : kSides) {
        if (filesOf(each) && !m_controller.side(each)->card)
            side = each;
    }
    show(side, writes, [this] { m_controller.apply(); });
}

/// The card is read once more, so that what is shown is what will be sent.
void CardFlows::propose(Side side, const CardFileWrite& write)
{
    if (!filesOf(side) || m_waiting || m_preparing)
        return;
    m_preparing = side;
    m_desk.prepareFile(side, write.path, write.part);
}

void CardFlows::takePrepared(Side side, CardFileWrite write)
{
    const auto tree = filesOf(side);
    if (m_preparing != side || !tree)
        return;
    m_preparing.reset();
    if (const CardFile* file = fileOf(*tree, write.path)) {
        if (const auto key = missingKey(*tree, conditionFor(*file, u"update")))
            write.pin = key->reference;
    }
    show(side, {write}, [this, side, write] { m_desk.writeFile(side, write); });
}

void CardFlows::resize(Side side, const QString& path, quint64 size)
{
    const auto tree = filesOf(side);
    const CardFile* file = tree ? fileOf(*tree, path) : nullptr;
    if (file == nullptr || m_waiting)
        return;
    CardFileWrite change;
    change.path = path;
    change.name = file->name;
    if (const auto key = missingKey(*tree, conditionFor(*file, u"resize")))
        change.pin = key->reference;
    m_waiting = Waiting{side, {change}, {}, [this, side, path, size] { m_desk.resizeFile(side, path, size); }};
    goOn();
}

void CardFlows::show(Side side, std::vector<CardFileWrite> writes, std::function<void()> go)
{
    m_waiting = Waiting{side, std::move(writes), {}, std::move(go)};
    auto* preview = new WritePreview(m_waiting->writes, titleOf(side), filesOf(side), m_window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QDialog::accepted, this, &CardFlows::goOn);
    connect(preview, &QDialog::rejected, this, [this] {
        Q_EMIT noticed(StatusTone::Ok, tr("Nothing was written"));
        abandon();
    });
    preview->open();
}

void CardFlows::goOn()
{
    if (!m_waiting)
        return;
    m_goOnWhenIdle = m_desk.busy();
    if (m_goOnWhenIdle)
        return;
    const auto tree = filesOf(m_waiting->side);
    const std::vector<std::uint8_t>& verified = m_waiting->verified;
    for (const CardFileWrite& write : m_waiting->writes) {
        const auto pin = write.pin != 0 && tree ? pinOf(*tree, write.pin) : std::nullopt;
        const bool done = std::find(verified.begin(), verified.end(), write.pin) != verified.end();
        if (!pin || done || pin->verified || !pin->enabled)
            continue;
        m_pins.ask(m_waiting->side, *pin, tr("the card wants it before %1 is changed").arg(write.name));
        return;
    }
    const std::function<void()> go = std::move(m_waiting->go);
    m_waiting.reset();
    go();
}

void CardFlows::abandon()
{
    m_previewing = false;
    m_goOnWhenIdle = false;
    m_waiting.reset();
    Q_EMIT abandoned();
}

void CardFlows::offerKeyForReading(const Error& error)
{
    const Reading reading = *m_reading;
    m_reading.reset();
    const auto tree = filesOf(reading.side);
    const CardFile* file = tree ? fileOf(*tree, reading.path) : nullptr;
    if (file == nullptr || (error.kind != ErrorKind::Security && !error.text().contains(kNotSatisfied)))
        return;
    const auto key = missingKey(*tree, conditionFor(*file, u"read"));
    if (!key)
        return;
    m_readAfterPin = reading;
    m_pins.ask(reading.side, *key, tr("the card wants it before %1 is read").arg(file->name));
}

void CardFlows::takeFailure(const Error& error)
{
    m_pins.setFailure(error.text());
    if (m_keyChange)
        m_keyChange->setFailure(error.text());
    m_preparing.reset();
    if (m_previewing)
        abandon();
    if (m_reading)
        offerKeyForReading(error);
}

void CardFlows::takeBusy(bool busy)
{
    m_files.setBusy(busy);
    if (!busy && m_goOnWhenIdle)
        goOn();
}

} // namespace dmsc
