// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/card_explorer.h"

#include "cardio/card/card_interface.h"
#include "cardio/files/tlv_file.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace dmsc {

namespace {

constexpr std::size_t kMaxFiles = 2'000; // of a hostile card
constexpr std::uint8_t kMaxRecords = 254;
constexpr std::size_t kMaxDirectoryBytes = std::size_t{64} * 1024;
constexpr std::size_t kExpectedFiles = 80;
constexpr std::uint16_t kDirFile = 0x2F00;
constexpr std::uint16_t kMfRules = 0x2F06;
constexpr std::uint16_t kRules = 0x6F06;
constexpr std::uint16_t kUst = 0x6F38;
constexpr std::uint16_t kIst = 0x6F07;
constexpr std::uint16_t kFreeMemory = 0xFF21; // ETSI TS 102 226 8.2.1.7.2

QString lifeCycleText(LifeCycle lifeCycle)
{
    switch (lifeCycle) {
    case LifeCycle::Creation:
        return QCoreApplication::translate("CardExplorer", "creation");
    case LifeCycle::Initialisation:
        return QCoreApplication::translate("CardExplorer", "initialisation");
    case LifeCycle::Activated:
        return QCoreApplication::translate("CardExplorer", "active");
    case LifeCycle::Deactivated:
        return QCoreApplication::translate("CardExplorer", "deactivated");
    case LifeCycle::Terminated:
        return QCoreApplication::translate("CardExplorer", "terminated");
    case LifeCycle::NoInformation:
        break;
    }
    return {};
}

QString structureText(CardFileKind kind)
{
    switch (kind) {
    case CardFileKind::Transparent:
        return QCoreApplication::translate("CardExplorer", "transparent");
    case CardFileKind::LinearFixed:
        return QCoreApplication::translate("CardExplorer", "linear fixed");
    case CardFileKind::Cyclic:
        return QCoreApplication::translate("CardExplorer", "cyclic");
    case CardFileKind::BerTlv:
        return QCoreApplication::translate("CardExplorer", "BER-TLV");
    case CardFileKind::Mf:
    case CardFileKind::Df:
    case CardFileKind::Adf:
    case CardFileKind::Application:
        break;
    }
    return QCoreApplication::translate("CardExplorer", "directory");
}

const KnownFile* knownFile(CardApplication application, const FileAddress& address)
{
    const auto files = knownFiles();
    const auto found = std::find_if(files.begin(), files.end(), [&](const KnownFile& file) {
        const auto ids = file.ids();
        return file.application == application
            && std::equal(ids.begin(), ids.end(), address.ids.begin(), address.ids.end());
    });
    return found == files.end() ? nullptr : &*found;
}

/// Keys that rules speak of.
void collectKeys(const AccessCondition& condition, std::set<std::uint8_t>& out)
{
    if (condition.kind == AccessCondition::Kind::Key)
        out.insert(static_cast<std::uint8_t>(condition.key));
    for (const AccessCondition& inner : condition.of)
        collectKeys(inner, out);
}

} // namespace

std::optional<std::size_t> ExploredCard::find(const QString& path) const
{
    for (std::size_t i = 0; i < tree.files.size(); ++i)
        if (tree.files[i].path == path)
            return i;
    return std::nullopt;
}

std::uint8_t missingKey(const AccessCondition& condition, const std::vector<CardPin>& pins)
{
    const auto verified = [&pins](KeyReference key) {
        return std::any_of(pins.begin(), pins.end(), [key](const CardPin& pin) {
            return pin.reference == static_cast<std::uint8_t>(key) && (pin.verified || !pin.enabled);
        });
    };
    if (isSatisfied(condition, verified))
        return 0;
    std::set<std::uint8_t> keys;
    collectKeys(condition, keys);
    for (const std::uint8_t key : keys)
        if (!verified(static_cast<KeyReference>(key)))
            return key;
    return 0;
}

Result<void> CardExplorer::step()
{
    ++m_sought;
    if (m_progress && !m_progress(m_sought, std::max(m_sought, kExpectedFiles)))
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("CardExplorer", "stopped on request"));
    if (m_card.tree.files.size() > kMaxFiles)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("CardExplorer", "the card has more than %1 files").arg(kMaxFiles));
    return {};
}

Result<ExploredCard> CardExplorer::run(const Progress& progress)
{
    m_progress = progress;
    m_client->forgetSelection();
    if (auto done = addMf(); !done)
        return tl::unexpected(done.error());
    auto aids = applicationsInDirectory();
    if (!aids)
        return tl::unexpected(aids.error());
    // Applications that no EF.DIR names but that we know how to ask.
    std::vector<Bytes> asked = {Bytes(std::begin(card::kAid), std::end(card::kAid)),
        {0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00, 0x00}, {0xA0, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00}};
    for (Bytes& aid : asked)
        if (std::find(aids->begin(), aids->end(), aid) == aids->end())
            aids->push_back(std::move(aid));
    for (const Bytes& aid : *aids) {
        const auto label = m_labels.find(toHex(aid));
        if (auto done = addApplication(aid, label == m_labels.end() ? QString() : label->second); !done)
            return tl::unexpected(done.error());
    }
    compareIsim();
    if (auto done = addRules(); !done)
        return tl::unexpected(done.error());
    if (auto done = addPins(); !done)
        return tl::unexpected(done.error());
    return std::move(m_card);
}

int CardExplorer::add(const FileAddress& address, int parent, CardApplication application, const Bytes& fcpBytes)
{
    FileDetails details;
    details.address = address;
    details.application = application;
    details.known = knownFile(application, address);
    CardFile file;
    file.parent = parent;
    file.path = address.text();
    file.id = address.ids.empty() ? file.path : fileIdText(address.ids.back());
    file.name = file.id;
    file.fcp = QByteArray(reinterpret_cast<const char*>(fcpBytes.data()), static_cast<qsizetype>(fcpBytes.size()));
    auto fcp = parseFcp(fcpBytes);
    if (fcp) {
        details.fcp = *std::move(fcp);
    } else {
        file.findings.push_back(
            QCoreApplication::translate("CardExplorer", "its FCP cannot be read: %1").arg(fcp.error().text()));
        m_card.oddities.push_back(QStringLiteral("%1: %2").arg(file.path, file.findings.back()));
    }
    const Fcp& f = details.fcp;
    file.kind = f.kind.value_or(details.known ? details.known->structure : CardFileKind::Transparent);
    if (address.isApplication())
        file.kind = f.kind ? CardFileKind::Adf : CardFileKind::Application;
    else if (address.ids.empty())
        file.kind = CardFileKind::Mf;
    file.size = f.size;
    file.totalSize = f.totalSize;
    file.freeMemory = f.freeMemory;
    file.maximumSize = f.maximumSize;
    file.recordLength = f.recordLength;
    file.recordCount = f.recordCount;
    if (f.shortId)
        file.shortId = hexDigits(*f.shortId);
    if (f.lifeCycle)
        file.lifeCycle = lifeCycleText(*f.lifeCycle);
    if (const KnownFile* known = details.known) {
        file.name = QString::fromUtf8(known->name);
        file.description = QString::fromUtf8(known->description);
        file.moType = QString::fromUtf8(known->moType);
        if (f.kind && *f.kind != known->structure)
            file.findings.push_back(QCoreApplication::translate("CardExplorer", "it is %1, the standard has it %2")
                                        .arg(structureText(*f.kind), structureText(known->structure)));
    }
    const int place = static_cast<int>(m_card.tree.files.size());
    m_byPath.emplace(file.path, place);
    m_card.tree.files.push_back(std::move(file));
    m_card.details.push_back(std::move(details));
    return place;
}

Result<std::optional<int>> CardExplorer::seek(const FileAddress& address, int parent, CardApplication application)
{
    if (const auto known = m_byPath.find(address.text()); known != m_byPath.end())
        return std::optional<int>(known->second);
    if (auto go = step(); !go)
        return tl::unexpected(go.error());
    const auto fcp = m_client->probe(address);
    if (!fcp)
        return tl::unexpected(fcp.error());
    if (!*fcp)
        return std::optional<int>{};
    return std::optional<int>(add(address, parent, application, **fcp));
}

Result<void> CardExplorer::addMf()
{
    const FileAddress mf;
    const auto found = seek(mf, -1, CardApplication::None);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found) { // no UICC; the tree needs its root all the same
        add(mf, -1, CardApplication::None, {});
        m_card.oddities.clear();
        m_card.tree.files.back().findings = {
            QCoreApplication::translate("CardExplorer", "the card does not answer SELECT of the MF")};
        return {};
    }
    m_card.tree.files.back().name = QStringLiteral("MF");
    return addKnown(CardApplication::None, mf, 0);
}

Result<Bytes> CardExplorer::readWhole(int file)
{
    const FileDetails& details = m_card.details[static_cast<std::size_t>(file)];
    const std::uint64_t size = std::min<std::uint64_t>(details.fcp.size.value_or(0), kMaxDirectoryBytes);
    return m_client->readBinary(details.address, 0, static_cast<std::size_t>(size));
}

Result<void> CardExplorer::addKnown(CardApplication application, const FileAddress& at, int parent)
{
    const auto place = static_cast<std::size_t>(parent);
    Bytes services;
    for (const KnownFile& known : knownFiles()) {
        if (known.application != application)
            continue;
        FileAddress address = at;
        FileAddress directory = at;
        for (const std::uint16_t id : known.ids()) {
            directory = address;
            address.ids.push_back(id);
        }
        const auto above = directory == at ? std::optional<int>(parent) : [&]() -> std::optional<int> {
            const auto found = m_byPath.find(directory.text());
            return found == m_byPath.end() ? std::nullopt : std::optional<int>(found->second);
        }();
        if (!above)
            continue; // its directory is not there
        const auto found = seek(address, *above, application);
        if (!found)
            return tl::unexpected(found.error());
        const bool isTable = known.ids().size() == 1
            && ((application == CardApplication::Usim && known.ids()[0] == kUst)
                || (application == CardApplication::Isim && known.ids()[0] == kIst));
        if (*found && isTable)
            if (auto table = readWhole(**found))
                services = *std::move(table);
        const bool telling = known.service != 0 && !services.empty();
        const bool announced = telling && hasService(services, known.service);
        if (telling && *found && !announced)
            m_card.tree.files[static_cast<std::size_t>(**found)].findings.push_back(
                QCoreApplication::translate("CardExplorer", "it is there though service %1 is not announced")
                    .arg(known.service));
        if (telling && !*found && announced)
            m_card.tree.files[place].findings.push_back(
                QCoreApplication::translate("CardExplorer", "%1 is announced by service %2 but not there")
                    .arg(QString::fromUtf8(known.name))
                    .arg(known.service));
    }
    return {};
}

Result<std::vector<Bytes>> CardExplorer::applicationsInDirectory()
{
    std::vector<Bytes> aids;
    const auto file = m_byPath.find(FileAddress{{}, {kDirFile}}.text());
    if (file == m_byPath.end())
        return aids;
    const FileDetails& details = m_card.details[static_cast<std::size_t>(file->second)];
    const std::uint32_t count = details.fcp.recordCount != 0 ? details.fcp.recordCount : kMaxRecords;
    for (std::uint32_t i = 1; i <= std::min<std::uint32_t>(count, kMaxRecords); ++i) {
        const auto record =
            m_client->readRecord(details.address, static_cast<std::uint8_t>(i), details.fcp.recordLength);
        if (!record && record.error().kind == ErrorKind::Io)
            return tl::unexpected(record.error());
        if (!record)
            break; // the end, or not for us to read
        const auto read = parseTlvFile(*record);
        const auto entry = read ? findTlv(read->objects, tlvTag(0x61)) : std::nullopt;
        const auto parts = entry ? childrenOf(*entry) : Result<std::vector<Tlv>>(std::vector<Tlv>{});
        const auto aid = parts ? findTlv(*parts, tlvTag(0x4F)) : std::nullopt;
        if (!aid || aid->value.size() < 5 || aid->value.size() > 16)
            continue;
        aids.emplace_back(aid->value.begin(), aid->value.end());
        if (const auto label = findTlv(*parts, tlvTag(0x50)))
            m_labels[toHex(aid->value)] = QString::fromUtf8(
                reinterpret_cast<const char*>(label->value.data()), static_cast<qsizetype>(label->value.size()));
    }
    return aids;
}

Result<void> CardExplorer::addApplication(const Bytes& aid, const QString& label)
{
    const CardApplication application = applicationOf(aid);
    const FileAddress address{aid, {}};
    const auto found = seek(address, 0, application);
    if (!found || !*found)
        return found ? Result<void>() : tl::unexpected(found.error());
    CardFile& file = m_card.tree.files[static_cast<std::size_t>(**found)];
    const QString name = applicationName(application);
    file.name = !name.isEmpty() ? name : !label.isEmpty() ? label : file.id;
    file.description = label;
    if (application == CardApplication::Pkcs15)
        return addPkcs15(address, **found);
    if (application == CardApplication::IssuerDomain)
        return addFreeMemory();
    return addKnown(application, address, **found);
}

/// What USIM and ISIM both have counts in the ISIM (3GPP TS 31.102 4.2.113).
void CardExplorer::compareIsim()
{
    const auto twin = [](const FileDetails& usim, const FileDetails& isim) {
        return usim.application == CardApplication::Usim && isim.application == CardApplication::Isim && usim.known
            && isim.known && !usim.known->moType.empty() && usim.known->moType == isim.known->moType
            && isim.fcp.kind == CardFileKind::BerTlv;
    };
    for (std::size_t i = 0; i < m_card.details.size(); ++i)
        for (const FileDetails& other : m_card.details)
            if (twin(m_card.details[i], other))
                m_card.tree.files[i].findings.push_back(QCoreApplication::translate(
                    "CardExplorer", "the ISIM has this file too, and its copy is the one that counts"));
}

Result<void> CardExplorer::addFreeMemory()
{
    if (m_card.tree.freeMemory)
        return {};
    const auto data = m_client->getData(kFreeMemory);
    if (!data)
        return tl::unexpected(data.error());
    if (!*data)
        return {};
    auto tlvs = parseTlvs(**data);
    if (const auto outer = tlvs ? findTlv(*tlvs, tlvTag(kFreeMemory)) : std::nullopt)
        tlvs = parseTlvs(outer->value);
    const auto free = tlvs ? findTlv(*tlvs, tlvTag(0x82)) : std::nullopt;
    const auto bytes = free ? numberOf(*free) : Result<std::uint64_t>(0);
    if (free && bytes)
        m_card.tree.freeMemory = *bytes;
    return {};
}

FileAddress CardExplorer::addressOf(const pkcs15::Path& path, const FileAddress& application) const
{
    std::vector<std::uint16_t> ids;
    for (std::size_t i = 0; i + 1 < path.file.size(); i += 2)
        ids.push_back(static_cast<std::uint16_t>((path.file[i] << 8U) | path.file[i + 1]));
    FileAddress address;
    if (!ids.empty() && ids[0] == kMf) {
        address.ids.assign(ids.begin() + 1, ids.end());
        return address;
    }
    address = application;
    const bool named = !ids.empty() && ids[0] == kCurrentApplication;
    address.ids.insert(address.ids.end(), ids.begin() + (named ? 1 : 0), ids.end());
    return address;
}

Result<void> CardExplorer::addPkcs15(const FileAddress& application, int parent)
{
    if (auto known = addKnown(CardApplication::Pkcs15, application, parent); !known)
        return known;
    const auto odf = m_byPath.find(application.child(pkcs15::kOdfFile).text());
    if (odf == m_byPath.end())
        return {};
    const auto bytes = readWhole(odf->second);
    if (!bytes)
        return bytes.error().kind == ErrorKind::Io ? tl::unexpected(bytes.error()) : Result<void>();
    const auto directories = pkcs15::readOdf(*bytes);
    if (!directories) {
        m_card.tree.files[static_cast<std::size_t>(odf->second)].findings.push_back(directories.error().text());
        return {};
    }
    for (const pkcs15::Directory& directory : *directories)
        if (directory.kind == pkcs15::Kind::DataObjects)
            if (auto added = addObjects(application, parent, directory); !added)
                return added;
    return {};
}

Result<void> CardExplorer::addObjects(const FileAddress& application, int parent, const pkcs15::Directory& directory)
{
    const auto found = seek(addressOf(directory.path, application), parent, CardApplication::Pkcs15);
    if (!found || !*found)
        return found ? Result<void>() : tl::unexpected(found.error());
    CardFile& file = m_card.tree.files[static_cast<std::size_t>(**found)];
    file.name = QStringLiteral("EF.DODF");
    file.description = QCoreApplication::translate("CardExplorer", "PKCS#15 data objects");
    const QString directoryPath = file.path;
    const auto bytes = readWhole(**found);
    if (!bytes && bytes.error().kind == ErrorKind::Io)
        return tl::unexpected(bytes.error());
    const auto objects = bytes ? pkcs15::readDodf(*bytes) : Result<pkcs15::DataObjects>(tl::unexpected(bytes.error()));
    if (!objects) {
        file.findings.push_back(objects.error().text());
        return {};
    }
    file.findings.insert(file.findings.end(), objects->warnings.begin(), objects->warnings.end());
    for (const pkcs15::DataObject& object : objects->objects) {
        if (object.path.file.empty())
            continue;
        const FileAddress address = addressOf(object.path, application);
        const auto at = seek(address, parent, CardApplication::Pkcs15);
        if (!at)
            return tl::unexpected(at.error());
        if (!*at) {
            m_card.tree.files[static_cast<std::size_t>(**found)].findings.push_back(
                QCoreApplication::translate("CardExplorer", "the file %1 of \"%2\" is not there")
                    .arg(address.text(), object.name()));
            continue;
        }
        CardFile& data = m_card.tree.files[static_cast<std::size_t>(**at)];
        data.name = object.name();
        data.description = QCoreApplication::translate("CardExplorer", "PKCS#15 data object");
        if (object.applicationName.startsWith(QStringLiteral("urn:")))
            data.moType = object.applicationName;
        m_card.objects.push_back({object, data.path, directoryPath});
    }
    return {};
}

Result<std::vector<AccessRule>> CardExplorer::record(const FileAddress& file, std::uint8_t number)
{
    const std::pair<QString, std::uint8_t> key{file.text(), number};
    if (const auto known = m_records.find(key); known != m_records.end())
        return known->second;
    std::vector<AccessRule> rules;
    const auto bytes = m_client->readRecord(file, number);
    if (!bytes && bytes.error().kind == ErrorKind::Io)
        return tl::unexpected(bytes.error());
    if (bytes)
        if (auto parsed = parseAccessRules(*bytes))
            rules = *std::move(parsed);
    m_records.emplace(key, rules);
    return rules;
}

Result<std::vector<AccessRule>> CardExplorer::rulesOf(const FileDetails& details)
{
    std::vector<AccessRule> rules = ownRules(details.fcp);
    if (!details.fcp.access || details.fcp.access->records.empty())
        return rules;
    // EF.ARR is sought in the directory first, then on the way up (ETSI TS 102 221 11.1.1.4.7.3).
    const std::uint16_t id = details.fcp.access->file.value_or(details.address.aid.empty() ? kMfRules : kRules);
    FileAddress directory = details.address;
    if (!directory.ids.empty() && !details.fcp.isDirectory())
        directory.ids.pop_back();
    std::vector<FileAddress> tried = {directory.child(id)};
    while (!directory.ids.empty()) {
        directory.ids.pop_back();
        tried.push_back(directory.child(id));
    }
    if (!details.address.aid.empty())
        tried.push_back(FileAddress{{}, {id}});
    for (const FileAddress& file : tried)
        if (m_byPath.contains(file.text()))
            return record(file, details.fcp.access->records.front().number);
    return rules;
}

Result<void> CardExplorer::addRules()
{
    for (std::size_t i = 0; i < m_card.details.size(); ++i) {
        auto rules = rulesOf(m_card.details[i]);
        if (!rules)
            return tl::unexpected(rules.error());
        const bool directory = m_card.details[i].fcp.isDirectory();
        for (const AccessRule& rule : *rules)
            for (const QString& operation : operationsOf(rule, directory))
                m_card.tree.files[i].access.push_back({operation, describe(rule.condition)});
        m_card.details[i].rules = *std::move(rules);
    }
    return {};
}

/// The keys that PIN status templates list and that rules ask for.
Result<void> CardExplorer::addPins()
{
    std::set<std::uint8_t> keys;
    std::set<std::uint8_t> disabled;
    for (const FileDetails& details : m_card.details) {
        for (const PinStatus& pin : details.fcp.pins) {
            keys.insert(pin.reference);
            if (!pin.enabled)
                disabled.insert(pin.reference);
        }
        for (const AccessRule& rule : details.rules)
            collectKeys(rule.condition, keys);
    }
    keys.erase(0);
    for (const std::uint8_t key : keys) {
        CardPin pin;
        pin.reference = key;
        pin.name = keyName(static_cast<KeyReference>(key));
        pin.enabled = !disabled.contains(key);
        const auto tries = m_client->keyTries(key);
        if (!tries && tries.error().kind == ErrorKind::Io)
            return tl::unexpected(tries.error());
        if (tries) {
            pin.verified = tries->verified;
            pin.triesLeft = tries->triesLeft;
        }
        m_card.tree.pins.push_back(std::move(pin));
    }
    return {};
}

} // namespace dmsc
