// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/uicc_files.h"

#include "cardio/card/entity_rights.h"
#include "cardio/uicc/default_files.h"
#include "cardio/uicc/published_objects.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

/// Files that are made from the store have numbers of their own: nothing that is kept ever gets one of these.
constexpr std::uint32_t kFirstPublished = 0x80000000U;

FileId publishedId(std::uint16_t number)
{
    return FileId{kFirstPublished | number};
}

/// By the issuer's policy. The issuer itself does not count: it reads everything.
ReadersOf readersBy(const CardImage& image)
{
    auto entities = std::make_shared<std::vector<std::unique_ptr<EntityAccess>>>();
    bool all = true;
    for (const EntityPolicy& policy : image.policy().entities) {
        if (policy.role == Role::Issuer)
            continue;
        entities->push_back(std::make_unique<EntityAccess>(image.tree(), image.ledger(), EntityRights(policy)));
        const EntityRights& rights = entities->back()->rights();
        all = all && rights.everywhere(Right::Read) && rights.everywhere(Right::Explore);
    }
    if (all && !entities->empty())
        return {};
    return [entities, tree = &image.tree()](NodeId node) {
        const auto count = std::count_if(entities->begin(), entities->end(),
            [&](const auto& entity) { return tree->isInterior(node) ? entity->sees(node) : entity->reads(node); });
        if (count == 0)
            return Readers::Nobody;
        return static_cast<std::size_t>(count) == entities->size() ? Readers::All : Readers::Some;
    };
}

} // namespace

Result<std::unique_ptr<UiccFiles>> UiccFiles::open(CardImage& image)
{
    auto kept = image.readFiles();
    if (!kept)
        return tl::unexpected(kept.error());
    std::unique_ptr<UiccFiles> files(new UiccFiles(image));
    files->m_kept = !kept->empty();
    if (!files->m_kept) {
        auto made = defaultFiles(image.iccid(), image.hasDmsc());
        std::uint32_t next = static_cast<std::uint32_t>(FileId::Mf);
        for (const DefaultFile& file : made)
            kept->push_back({next++, file.parent, encodeFcp(file.control), file.content});
    }
    if (auto loaded = files->load(*kept); !loaded)
        return at(Error{ErrorKind::Damaged, loaded.error().what, {}}, image.path());
    return files;
}

Result<void> UiccFiles::load(const std::vector<StoredFile>& stored)
{
    for (const StoredFile& row : stored) {
        auto control = parseFcp(row.parameters);
        if (!control)
            return tl::unexpected(control.error());
        UiccFile file;
        file.id = FileId{row.id};
        file.parent = FileId{row.parent};
        file.control = std::move(*control);
        file.content = row.content;
        if (auto done = insert(std::move(file)); !done)
            return done;
    }
    const UiccFile* mf = find(FileId::Mf);
    if (mf == nullptr || !mf->isDirectory())
        return fail(ErrorKind::Damaged, QCoreApplication::translate("UiccFiles", "the card's image has no MF"));
    return {};
}

Result<void> UiccFiles::insert(UiccFile file)
{
    const auto wrong = [&file] {
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("UiccFiles", "file %1 of the card's image does not fit its place")
                .arg(static_cast<std::uint32_t>(file.id)));
    };
    const bool records = file.control.kind == CardFileKind::LinearFixed || file.control.kind == CardFileKind::Cyclic;
    if (m_files.count(file.id) != 0 || !file.control.kind
        || (records && (file.control.recordLength == 0 || file.content.size() % file.control.recordLength != 0)))
        return wrong();
    if (file.id != FileId::Mf) {
        const auto parent = m_files.find(file.parent);
        if (parent == m_files.end() || !parent->second.isDirectory())
            return wrong();
        if (file.control.fileId && !parent->second.children.emplace(file.number(), file.id).second)
            return wrong();
        if (file.control.shortId)
            parent->second.shortIds.emplace(*file.control.shortId, file.id);
    }
    if (file.control.name == publicationAid() && !file.published)
        m_publication = file.id;
    if (!file.published)
        m_nextId = std::max(m_nextId, static_cast<std::uint32_t>(file.id) + 1);
    m_files.emplace(file.id, std::move(file));
    return {};
}

void UiccFiles::erase(FileId id)
{
    const auto found = m_files.find(id);
    if (found == m_files.end())
        return;
    const auto parent = m_files.find(found->second.parent);
    if (parent != m_files.end()) {
        parent->second.children.erase(found->second.number());
        const auto shortId = parent->second.shortIds.find(found->second.control.shortId.value_or(0));
        if (shortId != parent->second.shortIds.end() && shortId->second == id)
            parent->second.shortIds.erase(shortId);
    }
    m_files.erase(found);
}

const UiccFile* UiccFiles::find(FileId id)
{
    if (static_cast<std::uint32_t>(id) >= kFirstPublished)
        refresh();
    const auto found = m_files.find(id);
    return found == m_files.end() ? nullptr : &found->second;
}

const UiccFile* UiccFiles::child(FileId directory, std::uint16_t number)
{
    if (directory == m_publication)
        refresh();
    const auto found = m_files.find(directory);
    if (found == m_files.end())
        return nullptr;
    const auto id = found->second.children.find(number);
    return id == found->second.children.end() ? nullptr : find(id->second);
}

const UiccFile* UiccFiles::byShortId(FileId directory, std::uint8_t id)
{
    const auto found = m_files.find(directory);
    if (found == m_files.end())
        return nullptr;
    const auto file = found->second.shortIds.find(id);
    return file == found->second.shortIds.end() ? nullptr : find(file->second);
}

std::vector<Bytes> UiccFiles::applications() const
{
    std::vector<Bytes> all;
    for (const auto& [id, file] : m_files)
        if (file.isDirectory() && !file.control.name.empty())
            all.push_back(file.control.name);
    return all;
}

const UiccFile* UiccFiles::application(const Bytes& aid) const
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
        [&aid](const auto& entry) { return entry.second.isDirectory() && entry.second.control.name == aid; });
    return found == m_files.end() ? nullptr : &found->second;
}

Bytes UiccFiles::publication()
{
    return publicationAid();
}

std::vector<AccessRule> UiccFiles::rules(const UiccFile& file) const
{
    const auto& access = file.control.access;
    if (!file.control.expandedAccess.empty() || !access)
        return ownRules(file.control);
    if (access->records.empty() || access->records.front().number == 0)
        return {};
    const std::uint16_t wanted = access->file.value_or(0x2F06);
    for (auto at = m_files.find(file.isDirectory() ? file.id : file.parent); at != m_files.end();
         at = m_files.find(at->second.parent)) {
        const auto entry = at->second.children.find(wanted);
        if (entry == at->second.children.end())
            continue;
        const UiccFile& arr = m_files.at(entry->second);
        const std::size_t length = arr.control.recordLength;
        const std::size_t first = length * (std::size_t{access->records.front().number} - 1);
        if (length == 0 || first + length > arr.content.size())
            return {};
        return parseAccessRules(ByteView(arr.content).subspan(first, length)).value_or(std::vector<AccessRule>{});
    }
    return {};
}

bool UiccFiles::isTerminated(const UiccFile& file) const
{
    if (file.control.lifeCycle == LifeCycle::Terminated)
        return true;
    const auto parent = m_files.find(file.parent);
    return parent != m_files.end() && isTerminated(parent->second);
}

std::uint64_t UiccFiles::allocated(const UiccFile& file)
{
    const std::uint64_t size = file.control.kind == CardFileKind::BerTlv
        ? std::max<std::uint64_t>(file.content.size(), file.control.reservedSize.value_or(0))
        : file.content.size();
    return size + kFileOverhead;
}

std::uint64_t UiccFiles::usedBelow(const UiccFile& directory) const
{
    std::uint64_t used = 0;
    for (const auto& [number, id] : directory.children)
        used += taken(m_files.at(id));
    return used;
}

// Recursion goes as deep as directories do.
std::uint64_t UiccFiles::taken(const UiccFile& file) const
{
    if (file.published)
        return 0;
    return allocated(file)
        + (file.isDirectory() ? std::max(usedBelow(file), file.control.totalSize.value_or(0)) : std::uint64_t{0});
}

std::uint64_t UiccFiles::roomIn(FileId directory) const
{
    const auto found = m_files.find(directory);
    if (found == m_files.end())
        return 0;
    const UiccFile& file = found->second;
    const auto left = [](std::uint64_t total, std::uint64_t used) { return total - std::min(total, used); };
    if (directory == FileId::Mf)
        return left(kMemory, taken(file));
    return file.control.totalSize ? left(*file.control.totalSize, usedBelow(file)) : roomIn(file.parent);
}

StoredFile UiccFiles::stored(const UiccFile& file)
{
    return {static_cast<std::uint32_t>(file.id), static_cast<std::uint32_t>(file.parent), encodeFcp(file.control),
        file.content};
}

StatusWord UiccFiles::save(const FileChanges& changes)
{
    FileChanges all;
    if (!m_kept)
        for (const auto& [id, file] : m_files)
            if (!file.published)
                all.put.push_back(stored(file));
    all.put.insert(all.put.end(), changes.put.begin(), changes.put.end());
    all.removed = changes.removed;
    if (!m_kept) // what is taken away was not there
        all.put.erase(std::remove_if(all.put.begin(), all.put.end(),
                          [&](const StoredFile& file) {
                              return std::find(all.removed.begin(), all.removed.end(), file.id) != all.removed.end();
                          }),
            all.put.end());
    if (!m_image->saveFiles(all))
        return StatusWord::MemoryProblem;
    m_kept = true;
    return StatusWord::Ok;
}

StatusWord UiccFiles::put(UiccFile file)
{
    const auto old = m_files.find(file.id);
    const std::uint64_t before = old == m_files.end() ? 0 : taken(old->second);
    const std::uint64_t after = taken(file);
    if (after > before && after - before > roomIn(file.id == FileId::Mf ? file.id : file.parent))
        return StatusWord::NotEnoughMemory;
    if (file.id == FileId::None)
        file.id = FileId{m_nextId};
    if (const StatusWord saved = save({{stored(file)}, {}}); saved != StatusWord::Ok)
        return saved;
    if (old != m_files.end()) {
        old->second = std::move(file);
        return StatusWord::Ok;
    }
    return insert(std::move(file)) ? StatusWord::Ok : StatusWord::NoDiagnosis;
}

StatusWord UiccFiles::remove(FileId id)
{
    std::vector<FileId> gone{id};
    for (std::size_t i = 0; i < gone.size(); ++i)
        for (const auto& [number, child] : m_files.at(gone[i]).children)
            gone.push_back(child);
    FileChanges changes;
    for (const FileId one : gone)
        changes.removed.push_back(static_cast<std::uint32_t>(one));
    if (const StatusWord saved = save(changes); saved != StatusWord::Ok)
        return saved;
    for (auto one = gone.rbegin(); one != gone.rend(); ++one)
        erase(*one);
    return StatusWord::Ok;
}

void UiccFiles::refresh()
{
    const bool isFresh =
        m_isPublished && m_publishedSeq == m_image->seq() && m_publishedPolicy == m_image->policyChanges();
    if (m_publication == FileId::None || isFresh)
        return;
    m_isPublished = true;
    m_publishedSeq = m_image->seq();
    m_publishedPolicy = m_image->policyChanges();
    for (auto at = m_files.lower_bound(FileId{kFirstPublished}); at != m_files.end();) {
        const FileId id = at->first;
        ++at;
        erase(id);
    }
    for (PublishedFile& made : publishedFiles(m_image->tree(), m_image->iccid(), readersBy(*m_image))) {
        UiccFile file;
        file.id = publishedId(made.number);
        file.parent = m_publication;
        file.published = true;
        file.control.kind = CardFileKind::Transparent;
        file.control.fileId = made.number;
        file.control.lifeCycle = LifeCycle::Activated;
        file.control.access = ruleFor(made.isPrivate ? DefaultRule::Pin : DefaultRule::Published);
        file.content = std::move(made.content);
        (void)insert(std::move(file)); // numbers are all different
    }
}

} // namespace dmsc
