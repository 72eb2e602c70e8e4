// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/uicc_side.h"

#include "cardio/handset/demo_content.h"
#include "cardio/session/tree_client.h"
#include "model/syncml/status_code.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dmsc {

namespace {

constexpr qsizetype kMaxIccid = 10;

/// Digits with their halves swapped, F for none (ITU-T E.118, ETSI TS 102 221 13.2).
QString iccidText(const QByteArray& bytes)
{
    QString text;
    for (const char c : bytes.left(kMaxIccid))
        for (const unsigned digit : {static_cast<unsigned>(c) & 0x0FU, static_cast<unsigned>(c) >> 4U & 0x0FU})
            if (digit < 10)
                text += QChar(u'0' + static_cast<char16_t>(digit));
    return text;
}

} // namespace

Result<std::unique_ptr<SideSession>> UiccSide::open(
    std::unique_ptr<Link> link, const Where& where, const SideOptions& options, const Progress& progress)
{
    auto side = std::make_unique<UiccSide>();
    side->m_state.where = where;
    side->m_state.title = where.kind == Where::Kind::Card ? QFileInfo(where.name).completeBaseName() : where.name;
    if (auto started = side->start(std::move(link), options); !started)
        return tl::unexpected(started.error());
    if (auto found = side->explore(progress); !found)
        return at(found.error(), where.text());
    return side;
}

Result<void> UiccSide::start(std::unique_ptr<Link> link, const SideOptions& options)
{
    m_wire = std::make_unique<CardWire>(std::move(link), options.records,
        [this](ByteView command) { return m_files && m_files->carriesSecrets(command); });
    if (options.user)
        m_toolkit.emplace(*m_wire, *options.user, options.records, [this] { return toolkitAsker(m_state); });
    m_files.emplace(this->link());
    m_state.tree = std::make_shared<const Tree>();
    auto descriptions = builtInDescriptions();
    if (!descriptions)
        return tl::unexpected(descriptions.error());
    m_state.descriptions = std::make_shared<const DescriptionSet>(std::move(*descriptions));
    return {};
}

void UiccSide::publish()
{
    m_state.files = m_files->tree();
    m_state.tree = m_mos.tree();
    m_state.oddities = m_files->oddities();
    m_state.warnings = m_mos.warnings();
    m_state.warnings.insert(m_state.warnings.end(), m_state.oddities.begin(), m_state.oddities.end());
    m_state.locked = m_mos.isLocked();
}

Result<void> UiccSide::readMos(const Progress& progress)
{
    if (auto read = m_mos.read(*m_files, progress); !read)
        return read;
    publish();
    return {};
}

Result<void> UiccSide::explore(const Progress& progress)
{
    const CardWire::Probing probing(*m_wire);
    if (auto found = m_files->explore(progress); !found)
        return found;
    if (const auto iccid = m_files->card().find(QStringLiteral("3F00/2FE2")); iccid && m_state.detail.isEmpty())
        if (const auto content = m_files->read(QStringLiteral("3F00/2FE2")); content && !content->parts.empty())
            m_state.detail = iccidText(content->parts.front().bytes);
    return readMos(progress);
}

Result<void> UiccSide::reload(const Progress& progress)
{
    auto found = explore(progress);
    if (found || found.error().kind != ErrorKind::Io)
        return found;
    // The card was pulled and perhaps put back; its PINs are asked for anew.
    if (auto reset = link().reset(); !reset)
        return at(reset.error(), m_state.where.text());
    m_files->cardWasReset();
    return explore(progress);
}

Result<CardFileContent> UiccSide::readFile(const QString& path)
{
    return m_files->read(path);
}

Result<void> UiccSide::writeFile(const CardFileWrite& write)
{
    if (auto written = m_files->write(write); !written)
        return written;
    return readMos({});
}

Result<void> UiccSide::resizeFile(const QString& path, std::uint64_t size)
{
    if (auto resized = m_files->resize(path, size); !resized)
        return resized;
    return readMos({});
}

Result<CardPin> UiccSide::verifyPin(std::uint8_t reference, const QByteArray& digits)
{
    auto pin = m_files->verify(reference, digits);
    if (!pin)
        return pin;
    m_state.files = m_files->tree();
    if (pin->verified) // what was locked may be read now
        if (auto read = readMos({}); !read)
            return tl::unexpected(read.error());
    return pin;
}

Result<CardPin> UiccSide::pinState(std::uint8_t reference)
{
    auto pin = m_files->pinState(reference);
    m_state.files = m_files->tree();
    return pin;
}

Result<CardPinChange> UiccSide::changePin(const PinChange& change)
{
    auto changed = m_files->changePin(change);
    if (!changed)
        return changed;
    m_state.files = m_files->tree();
    if (changed->done) // which verifies the key, too
        if (auto read = readMos({}); !read)
            return tl::unexpected(read.error());
    return changed;
}

Result<CardFileWrite> UiccSide::prepareFile(const QString& path, const CardFilePart& part)
{
    return m_files->prepare(path, part);
}

Result<std::vector<CardFileWrite>> UiccSide::preview(const std::vector<Operation>& operations)
{
    auto planned = m_mos.plan(*m_files, operations);
    if (!planned)
        return tl::unexpected(planned.error());
    for (const OperationResult& result : planned->results)
        if (result.status != static_cast<int>(syncml::StatusCode::Ok)
            && result.status != static_cast<int>(syncml::StatusCode::NotExecuted))
            return fail(
                ErrorKind::NotAllowed, result.text, QString::fromStdString(operations[result.operation].uri.text()));
    return std::move(planned->writes);
}

Result<std::vector<OperationResult>> UiccSide::apply(const std::vector<Operation>& operations, const Progress& progress)
{
    auto planned = m_mos.plan(*m_files, operations);
    if (!planned)
        return tl::unexpected(planned.error());
    if (!allGood(planned->results))
        return std::move(planned->results);
    const auto written = m_files->writeAll(planned->writes, progress);
    // Read again whatever came of it: the tree is what the card has.
    const auto read = readMos({});
    if (!written)
        return tl::unexpected(written.error());
    return read ? Result<std::vector<OperationResult>>(std::move(planned->results)) : tl::unexpected(read.error());
}

} // namespace dmsc
