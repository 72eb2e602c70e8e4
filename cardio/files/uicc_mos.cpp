// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/uicc_mos.h"

#include "model/byte_array.h"
#include "model/syncml/status_code.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace dmsc {

using syncml::StatusCode;

namespace {

constexpr std::uint32_t kEncodingTag = 0x80;
constexpr std::uint32_t kDocumentTag = 0x81;
constexpr std::uint32_t kXcapTag = 0x80;

const CardFilePart* partOf(const CardFileContent& content, std::uint32_t number)
{
    const auto found = std::find_if(content.parts.begin(), content.parts.end(),
        [number](const CardFilePart& part) { return part.number == number; });
    return found == content.parts.end() ? nullptr : &*found;
}

/// Without the FF or 00 behind it.
std::size_t usedSize(ByteView bytes)
{
    std::size_t used = bytes.size();
    while (used > 0 && (bytes[used - 1] == 0xFF || bytes[used - 1] == 0x00))
        --used;
    return used;
}

/// A label as a node's name.
std::string nodeName(const QString& label)
{
    QString name = label.trimmed();
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    name.remove(QChar(0));
    std::string text = name.toStdString();
    return checkName(text) ? text : std::string("Object");
}

std::string rootNameOf(const Uri& uri)
{
    const auto segments = uri.segments();
    return segments.empty() ? std::string() : std::string(segments[0]);
}

/// "DMAcc 1/2": one of several data objects that an MO was split over.
const QRegularExpression& splitLabel()
{
    static const QRegularExpression expression(QStringLiteral("^(.*) (\\d{1,3})/(\\d{1,3})$"));
    return expression;
}

OperationResult answer(std::size_t operation, StatusCode status, const QString& text = {})
{
    return {operation, static_cast<int>(status), text.isEmpty() ? syncml::describe(status) : text};
}

StatusCode statusOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Full:
        return StatusCode::DeviceFull;
    case ErrorKind::NotAllowed:
        return StatusCode::NotAllowed;
    case ErrorKind::NotFound:
        return StatusCode::NotFound;
    case ErrorKind::Limit:
        return StatusCode::TooLarge;
    default:
        return StatusCode::CommandFailed;
    }
}

} // namespace

ByteView UiccMos::contentOf(const Place& place) const
{
    return viewOf(place.part).subspan(place.offset, place.size);
}

void UiccMos::addPlace(Place place)
{
    place.name = freeName(m_building, Tree::root(), place.name);
    const ByteView whole = viewOf(place.part);
    if (place.offset > whole.size())
        place.offset = whole.size();
    place.size = std::min(place.size, whole.size() - place.offset);
    decode(place);
    m_places.push_back(std::move(place));
}

void UiccMos::decode(Place& place)
{
    const ByteView content = contentOf(place);
    NodeData root;
    root.name = place.name;
    root.type = place.type;
    const auto node = m_building.add(Tree::root(), root);
    if (!node) {
        m_warnings.push_back(node.error().text());
        return;
    }
    const auto read = place.codec.decode(place.padded ? content.first(usedSize(content)) : content, m_building, *node);
    if (!read) {
        place.readOnly =
            QCoreApplication::translate("UiccMos", "the file could not be read as an MO: %1").arg(read.error().text());
        m_warnings.push_back(QString::fromStdString(place.name) + QStringLiteral(": ") + place.readOnly);
        (void)m_building.remove(*node);
        if (const auto empty = m_building.add(Tree::root(), root); !empty)
            m_warnings.push_back(empty.error().text());
        return;
    }
    for (const QString& finding : *read)
        m_warnings.push_back(QString::fromStdString(place.name) + QStringLiteral(": ") + finding);
    if (!place.codec.encode)
        place.readOnly = QCoreApplication::translate("UiccMos", "objects of this kind are shown only");
    if (place.hidden && m_building.children(*node).empty())
        (void)m_building.remove(*node);
}

/// The ISIM's copy counts where there is one (3GPP TS 31.102 4.2.113).
bool UiccMos::isShadowed(const CardFiles& files, std::size_t file) const
{
    const auto& details = files.card().details;
    const FileDetails& own = details[file];
    if (own.application != CardApplication::Usim || own.known->structure != CardFileKind::BerTlv)
        return false;
    return std::any_of(details.begin(), details.end(), [&own](const FileDetails& other) {
        return other.application == CardApplication::Isim && other.known && other.known->moType == own.known->moType
            && !other.known->moType.empty() && other.fcp.kind == CardFileKind::BerTlv;
    });
}

Result<void> UiccMos::read(CardFiles& files, const Progress& progress)
{
    m_places.clear();
    m_warnings.clear();
    m_locked = false;
    m_building = Tree();
    if (auto done = addKnown(files, progress); !done)
        return done;
    if (auto done = addObjects(files, progress); !done)
        return done;
    m_tree = std::make_shared<const Tree>(std::move(m_building));
    m_building = Tree();
    return {};
}

Result<void> UiccMos::addKnown(CardFiles& files, const Progress& progress)
{
    for (std::size_t i = 0; i < files.card().details.size(); ++i) {
        const FileDetails& details = files.card().details[i];
        if (!details.known || details.known->content == MoContentKind::None)
            continue;
        const CardFile& about = files.card().tree.files[i];
        if (about.kind != details.known->structure)
            continue; // a finding of the file says so
        if (isShadowed(files, i)) {
            m_warnings.push_back(
                QCoreApplication::translate("UiccMos", "%1 is in the USIM and in the ISIM: the ISIM's counts")
                    .arg(about.name));
            continue;
        }
        if (auto added = addFile(files, i, progress); !added)
            return added;
    }
    return {};
}

/// What the card keeps to itself is a warning; that it is gone, or that nobody wants it any more, is not.
Result<void> UiccMos::warnUnread(const Error& error, const QString& object)
{
    if (error.kind == ErrorKind::Io || error.kind == ErrorKind::Cancelled)
        return tl::unexpected(error);
    m_locked = m_locked || error.kind == ErrorKind::Security;
    m_warnings.push_back(object.isEmpty() ? error.text() : object + QStringLiteral(": ") + error.text());
    return {};
}

Result<void> UiccMos::addFile(CardFiles& files, std::size_t file, const Progress& progress)
{
    const KnownFile& known = *files.card().details[file].known;
    const CardFile& about = files.card().tree.files[file];
    const auto content = files.read(about.path, progress);
    if (!content)
        return warnUnread(content.error());
    if (about.kind == CardFileKind::BerTlv)
        return addTlvFile(files, file, *content);
    Place place;
    place.path = about.path;
    place.kind = about.kind;
    place.name = known.moName;
    place.type = known.moType;
    place.part = content->parts.front().bytes;
    place.size = static_cast<std::size_t>(place.part.size());
    place.readOnly = files.whyReadOnly(about.path);
    place.codec = known.content == MoContentKind::NasConfig ? nasConfigCodec()
        : known.content == MoContentKind::PsDataOff         ? psDataOffCodec()
                                                            : accessPointsCodec();
    addPlace(std::move(place));
    return {};
}

Result<void> UiccMos::addTlvFile(CardFiles& files, std::size_t file, const CardFileContent& content)
{
    const KnownFile& known = *files.card().details[file].known;
    Place place;
    place.path = files.card().tree.files[file].path;
    place.kind = CardFileKind::BerTlv;
    place.readOnly = files.whyReadOnly(place.path);
    const auto add = [&](std::uint32_t tag, std::string_view name, std::string_view type, const MoCodec& codec) {
        Place object = place;
        object.tag = tag;
        object.name = name;
        object.type = type;
        object.codec = codec;
        if (const CardFilePart* part = partOf(content, tag))
            object.part = part->bytes;
        object.size = static_cast<std::size_t>(object.part.size());
        object.hidden = known.content == MoContentKind::McsConfig;
        if (known.content == MoContentKind::Document && !partOf(content, kEncodingTag))
            object.encodingTag = kEncodingTag;
        addPlace(std::move(object));
    };
    if (known.content == MoContentKind::Xcap)
        add(kXcapTag, known.moName, known.moType, xcapConfigCodec());
    else if (known.content == MoContentKind::Document)
        add(kDocumentTag, known.moName, known.moType, documentCodec());
    else
        for (const McsObject& object : mcsObjects())
            add(object.tag, object.name, object.moType, documentCodec());
    return {};
}

Result<void> UiccMos::addObjects(CardFiles& files, const Progress& progress)
{
    struct Split
    {
        std::vector<Place> parts; ///< those that could be read
        std::size_t count = 0; ///< how many there are
    };
    std::map<QString, Split> split; // by label without "1/2"
    for (const Pkcs15Entry& entry : files.card().objects) {
        const auto content = files.read(entry.path, progress);
        if (!content) {
            if (auto warned = warnUnread(content.error(), entry.object.name()); !warned)
                return warned;
            continue;
        }
        if (content->parts.empty())
            continue;
        Place place;
        place.path = entry.path;
        place.name = nodeName(entry.object.name());
        place.type = entry.object.applicationName.startsWith(QStringLiteral("urn:"))
            ? entry.object.applicationName.toStdString()
            : std::string();
        place.part = content->parts.front().bytes;
        place.offset = entry.object.path.index.value_or(0);
        place.size = entry.object.path.length.value_or(static_cast<std::uint32_t>(place.part.size()));
        place.readOnly = files.whyReadOnly(entry.path);
        place.entry = entry;
        const bool lwm2m = pkcs15::isLwm2mBootstrap(entry.object);
        place.codec = lwm2m ? lwm2mBootstrapCodec() : documentCodec();
        place.padded = !lwm2m;
        if (const auto parts = splitLabel().match(entry.object.label); parts.hasMatch()) {
            Split& of = split[parts.captured(1)];
            of.count = parts.captured(3).toUInt();
            of.parts.push_back(std::move(place));
            continue;
        }
        addPlace(std::move(place));
    }
    for (auto& [label, of] : split) {
        if (of.parts.size() == of.count)
            addPlace(joined(of.parts, label));
        else
            m_warnings.push_back(
                QCoreApplication::translate("UiccMos", "%1: %2 of its %3 parts could be read, so it is left out")
                    .arg(label)
                    .arg(of.parts.size())
                    .arg(of.count));
    }
    return {};
}

/// One MO out of the data objects that it was split over.
UiccMos::Place UiccMos::joined(const std::vector<Place>& parts, const QString& label)
{
    Place whole = parts.front();
    whole.part.clear();
    for (const Place& place : parts)
        whole.part += place.part.mid(static_cast<qsizetype>(place.offset), static_cast<qsizetype>(place.size));
    whole.offset = 0;
    whole.size = static_cast<std::size_t>(whole.part.size());
    whole.name = nodeName(label);
    whole.readOnly = QCoreApplication::translate(
        "UiccMos", "the card publishes this MO in several parts, which are read only together");
    return whole;
}

const UiccMos::Place* UiccMos::placeOf(const std::string& root) const
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&root](const Place& place) { return place.name == root; });
    return found == m_places.end() ? nullptr : &*found;
}

/// By the root's name, or for a new MO by its Type.
const UiccMos::Place* UiccMos::placeFor(const Operation& operation) const
{
    const std::string root = rootNameOf(operation.uri);
    if (m_tree->child(Tree::root(), root) != kNoNode)
        return placeOf(root);
    const NodeId added = rootOf(operation.added);
    if (operation.kind != Operation::Kind::Add || added == kNoNode || operation.uri.segments().size() != 1)
        return nullptr;
    const std::string_view type = operation.added->type(added);
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const Place& place) {
        return !type.empty() && place.type == type && m_tree->child(Tree::root(), place.name) == kNoNode;
    });
    return found == m_places.end() ? nullptr : &*found;
}

Result<Bytes> UiccMos::encode(const Place& place, const Tree& wanted, const std::string& root) const
{
    Tree mo;
    NodeData data;
    data.name = place.name;
    data.type = place.type;
    const NodeId from = wanted.child(Tree::root(), root);
    const auto node =
        from == kNoNode ? mo.add(Tree::root(), data) : mo.addSubtree(Tree::root(), place.name, wanted, from);
    if (!node)
        return tl::unexpected(node.error());
    const ByteView content = contentOf(place);
    const ByteView before = place.padded ? content.first(usedSize(content)) : content;
    return place.codec.encode(before, mo, *node);
}

Result<void> UiccMos::addWrites(
    CardFiles& files, const Place& place, const Bytes& content, std::vector<CardFileWrite>& out) const
{
    const ByteView old = contentOf(place);
    if (std::equal(content.begin(), content.end(), old.begin(),
            old.begin() + static_cast<std::ptrdiff_t>(place.padded ? usedSize(old) : old.size())))
        return {};
    // Several MOs may stand in one file, or be listed in one directory: the writes of one part are one.
    const auto planned = [&out](const QString& path, std::uint32_t number) {
        return std::find_if(out.begin(), out.end(),
            [&](const CardFileWrite& write) { return write.path == path && write.part.number == number; });
    };
    const auto put = [&](const QString& path, std::uint32_t number, const QByteArray& bytes,
                         const QByteArray& expected) -> Result<void> {
        auto write = files.prepare(path, {number == 0 ? QString() : tagText(tlvTag(number)), number, bytes});
        if (!write)
            return tl::unexpected(write.error());
        if (write->before != expected)
            return fail(ErrorKind::Conflict,
                QCoreApplication::translate("UiccMos", "%1 has changed since it was read: read it again")
                    .arg(write->name),
                path);
        if (const auto earlier = planned(path, number); earlier != out.end())
            *earlier = *std::move(write);
        else
            out.push_back(*std::move(write));
        return {};
    };
    if (place.kind == CardFileKind::BerTlv) {
        if (auto document = put(place.path, place.tag, toByteArray(content), place.part);
            !document || !place.encodingTag)
            return document;
        return put(place.path, *place.encodingTag, QByteArray(1, '\0'), {}); // XML
    }
    // The object's own length may grow into what follows it only where nothing follows.
    const bool ownFile = !place.entry || !place.entry->object.path.index.value_or(0);
    const std::size_t room = ownFile ? static_cast<std::size_t>(place.part.size()) - place.offset : place.size;
    if (content.size() > room)
        return fail(ErrorKind::Full,
            QCoreApplication::translate("UiccMos", "the file has %1 bytes, %2 are needed: resize it first")
                .arg(room)
                .arg(content.size()),
            place.path);
    const auto shared = planned(place.path, 0);
    QByteArray whole = shared == out.end() ? place.part : shared->part.bytes;
    QByteArray fresh = toByteArray(content);
    const auto size = static_cast<qsizetype>(std::max(content.size(), place.size));
    fresh += QByteArray(size - fresh.size(), '\xFF');
    whole.replace(static_cast<qsizetype>(place.offset), size, fresh);
    if (auto object = put(place.path, 0, whole, place.part); !object)
        return object;
    if (!place.entry || !place.entry->object.path.length
        || *place.entry->object.path.length == static_cast<std::uint32_t>(content.size()))
        return {};
    const auto directory = files.read(place.entry->directory);
    if (!directory)
        return tl::unexpected(directory.error());
    const auto listed = planned(place.entry->directory, 0);
    const QByteArray& list = listed == out.end() ? directory->parts.front().bytes : listed->part.bytes;
    const auto changed =
        pkcs15::withObjectLength(viewOf(list), place.entry->object.entry, static_cast<std::uint32_t>(content.size()));
    if (!changed)
        return tl::unexpected(changed.error());
    return put(place.entry->directory, 0, toByteArray(*changed), directory->parts.front().bytes);
}

Result<UiccMos::Planned> UiccMos::plan(CardFiles& files, const std::vector<Operation>& operations) const
{
    Tree wanted = *m_tree;
    if (auto applied = applyAll(wanted, operations); !applied)
        return tl::unexpected(applied.error());
    Planned planned;
    for (std::size_t i = 0; i < operations.size(); ++i)
        planned.results.push_back(answer(i, StatusCode::Ok));
    bool good = true;
    const auto refuse = [&](std::size_t operation, StatusCode status, const QString& why) {
        planned.results[operation] = answer(operation, status, why);
        good = false;
    };

    std::map<const Place*, std::string> touched; // and the root's name in the tree as wanted
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const Operation& operation = operations[i];
        const std::string root = rootNameOf(operation.uri);
        const Place* place = placeFor(operation);
        if (!place && touched.end() != std::find_if(touched.begin(), touched.end(), [&root](const auto& entry) {
                return entry.second == root;
            }))
            continue; // below an MO that an operation before has added
        const bool rootItself = operation.uri.segments().size() == 1;
        if (!place)
            refuse(i, StatusCode::NotAllowed,
                QCoreApplication::translate("UiccMos", "the card has no file for an MO of this Type"));
        else if (!place->readOnly.isEmpty())
            refuse(i, StatusCode::NotAllowed, place->readOnly);
        else if (rootItself && operation.kind == Operation::Kind::Replace && operation.property == Property::Name)
            refuse(i, StatusCode::NotAllowed,
                QCoreApplication::translate("UiccMos", "the name of this MO is that of its file"));
        else if (place->codec.valuesOnly && operation.kind == Operation::Kind::Replace
            && operation.property != Property::Value && operation.property != Property::Name)
            planned.results[i].text =
                QCoreApplication::translate("UiccMos", "left out: the file keeps names and values, nothing else");
        if (place)
            touched.emplace(place, root);
    }
    for (const auto& [place, root] : touched) {
        if (!good)
            break;
        const auto content = encode(*place, wanted, root);
        auto written = content ? addWrites(files, *place, *content, planned.writes)
                               : Result<void>(tl::unexpected(content.error()));
        if (written)
            continue;
        // Io and its like are no answer to an operation.
        if (written.error().kind == ErrorKind::Io || written.error().kind == ErrorKind::Security
            || written.error().kind == ErrorKind::Conflict)
            return tl::unexpected(written.error());
        const QString& where = written.error().where;
        bool named = false;
        for (std::size_t i = 0; i < operations.size(); ++i) {
            const QString uri = QString::fromStdString(operations[i].uri.text());
            if (uri == where || where.startsWith(uri + QLatin1Char('/'))) {
                refuse(i, statusOf(written.error()), written.error().text());
                named = true;
            }
        }
        for (std::size_t i = 0; !named && i < operations.size(); ++i)
            if (rootNameOf(operations[i].uri) == root)
                refuse(i, statusOf(written.error()), written.error().text());
    }
    if (!good) {
        planned.writes.clear();
        for (std::size_t i = 0; i < operations.size(); ++i)
            if (planned.results[i].status == static_cast<int>(StatusCode::Ok))
                planned.results[i] = answer(i, StatusCode::NotExecuted);
    }
    return planned;
}

} // namespace dmsc
