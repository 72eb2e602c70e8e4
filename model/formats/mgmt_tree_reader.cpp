// SPDX-License-Identifier: Apache-2.0
#include "model/formats/mgmt_tree_reader.h"

#include "model/formats/text_tools.h"
#include "model/tree/limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace dmsc {

using mgmt::Slot;
using wbxml::Tag;

namespace {

constexpr std::size_t kMaxOpen = 400; // elements: 128 levels of Node and what one of them may hold
constexpr std::size_t kMaxWireValue = limits::kMaxValueBytes / 3 * 4 + limits::kMaxValueBytes / 8; // base64, line ends
constexpr std::size_t kMaxOtherText = std::size_t{1} << 20;
constexpr std::size_t kNodesBetweenStops = 4096;
constexpr std::size_t kMaxStampBytes = 64;

QString shown(std::string_view latin)
{
    return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size()));
}

QString element(std::string_view name)
{
    return QLatin1Char('<') + shownHead(name) + QLatin1Char('>');
}

std::optional<Format> formatOf(Tag tag)
{
    return formatFromName(wbxml::tagName(wbxml::Vocabulary::DmDdf, tag));
}

std::optional<std::uint32_t> numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

NodeRule::Access accessOf(Tag tag)
{
    switch (tag) {
    case Tag::DdfAdd:
        return NodeRule::Add;
    case Tag::DdfCopy:
        return NodeRule::Copy;
    case Tag::DdfDelete:
        return NodeRule::Delete;
    case Tag::DdfExec:
        return NodeRule::Exec;
    case Tag::DdfGet:
        return NodeRule::Get;
    default:
        return NodeRule::Replace;
    }
}

NodeRule::Occurrence occurrenceOf(Tag tag)
{
    switch (tag) {
    case Tag::DdfZeroOrOne:
        return NodeRule::Occurrence::ZeroOrOne;
    case Tag::DdfZeroOrMore:
        return NodeRule::Occurrence::ZeroOrMore;
    case Tag::DdfOneOrMore:
        return NodeRule::Occurrence::OneOrMore;
    case Tag::DdfZeroOrN:
        return NodeRule::Occurrence::ZeroOrN;
    case Tag::DdfOneOrN:
        return NodeRule::Occurrence::OneOrN;
    default:
        return NodeRule::Occurrence::One;
    }
}

/// How descriptions write a node that has no name: `*`, `<X>`, or nothing.
bool isPlaceholder(std::string_view name)
{
    return name == "*" || (name.size() > 1 && name.front() == '<' && name.back() == '>');
}

std::string placeholderName(std::size_t number)
{
    return number == 1 ? std::string("<X>") : "<X" + std::to_string(number) + ">";
}

} // namespace

MgmtTreeReader::MgmtTreeReader(MgmtTreeReadOptions options, bool trusted)
    : m_options(std::move(options))
    , m_trusted(trusted)
    , m_isDescription(m_options.asDescription)
{
}

void MgmtTreeReader::expect(std::size_t documentBytes)
{
    // Memory that is reserved but not used costs nothing but its address.
    constexpr std::size_t kWorthIt = std::size_t{1} << 20;
    constexpr std::size_t kBytesPerNode = 160;
    constexpr std::size_t kTextShare = 4;
    if (documentBytes < kWorthIt)
        return;
    const std::size_t nodes = std::min(documentBytes / kBytesPerNode, limits::kMaxNodes);
    m_builder.reserve(nodes, documentBytes / kTextShare);
    m_positions.reserve(nodes);
}

bool MgmtTreeReader::start(Tag tag, std::string_view name, std::size_t position)
{
    m_position = position;
    const Slot parent = m_open.back();
    if (parent == Slot::Foreign)
        return startForeign(name, position);
    const Slot slot = mgmt::slotOf(parent, tag);
    if (slot == Slot::None)
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "expected %1, found %2")
                .arg(shown(mgmt::allowedIn(parent)), element(name)));
    m_open.push_back(slot);
    switch (slot) {
    case Slot::Node:
        return startNode();
    case Slot::Value:
        return startValue();
    case Slot::DFProperties:
        return startRule();
    case Slot::AccessType:
        m_frames.back().rule->accessGiven = true;
        return true;
    default:
        if (mgmt::holdsText(slot) || slot == Slot::Type) {
            m_text.clear();
            m_octets = false;
            m_tag = tag;
        } else if (!mgmt::isContainer(slot)) {
            word(slot, tag);
        }
        return true;
    }
}

bool MgmtTreeReader::startForeign(std::string_view name, std::size_t position)
{
    m_position = position;
    if (m_open.size() >= kMaxOpen)
        return refuse(ErrorKind::Limit,
            QCoreApplication::translate("MgmtTree", "elements nested more than %1 deep").arg(kMaxOpen));
    if (m_open.back() == Slot::Document)
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "expected <MgmtTree>, found %1").arg(element(name)));
    if (m_open.back() != Slot::Foreign && m_foreign++ == 0) {
        m_foreignPosition = position;
        m_foreignName = name;
    }
    m_open.push_back(Slot::Foreign);
    return true;
}

bool MgmtTreeReader::startMarkup(std::string_view openTag, std::string_view name, std::size_t position)
{
    m_position = position;
    if (m_open.size() >= kMaxOpen)
        return refuse(ErrorKind::Limit,
            QCoreApplication::translate("MgmtTree", "elements nested more than %1 deep").arg(kMaxOpen));
    if (!m_frames.back().valueIsMarkup) {
        m_frames.back().valueIsMarkup = true;
        m_scratch.clear();
        if (!isBlank(m_text) && !appendXmlText(m_scratch, m_text))
            return refuse(ErrorKind::Syntax,
                QCoreApplication::translate("MgmtTree", "text and elements are mixed in a Value that is not XML"));
        m_text.swap(m_scratch);
    }
    if (m_markupTagOpen)
        m_text += '>';
    m_markupTagOpen = true;
    m_open.push_back(Slot::Markup);
    m_markup.emplace_back(name);
    return appendText(openTag);
}

bool MgmtTreeReader::startNode()
{
    if (m_options.stop && m_positions.size() % kNodesBetweenStops == 0 && m_options.stop())
        return refuse(ErrorKind::Cancelled, QCoreApplication::translate("MgmtTree", "reading was cancelled"));
    if (!m_frames.empty()) {
        Frame& parent = m_frames.back();
        if (parent.hasValue && (parent.valueIsMarkup || !isBlank(m_value)))
            return refuse(ErrorKind::Syntax,
                QCoreApplication::translate("MgmtTree", "a Node holds either a Value or Nodes, found both"),
                QString::fromStdString(m_builder.uri().text()));
        parent.hasValue = false;
        parent.hasChildren = true;
    }
    const auto id = m_builder.openUnnamed();
    if (!id)
        return refuse(id.error().kind, id.error().what, id.error().where);
    m_positions.push_back(static_cast<std::uint32_t>(m_position));
    m_frames.emplace_back();
    m_frames.back().position = m_position;
    if (m_frames.size() == 1)
        m_path.clear();
    return true;
}

bool MgmtTreeReader::startValue()
{
    Frame& frame = m_frames.back();
    m_text.clear();
    m_octets = false;
    if (frame.hasValue)
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "expected one <Value> in a Node, found a second one"));
    return true;
}

bool MgmtTreeReader::startRule()
{
    m_isDescription = true;
    Frame& frame = m_frames.back();
    if (!frame.rule)
        frame.rule = &m_description.rules[index(m_builder.id())];
    return true;
}

void MgmtTreeReader::word(Slot slot, Tag tag)
{
    Frame& frame = m_frames.back();
    switch (slot) {
    case Slot::FormatWord:
        frame.format = formatOf(tag);
        break;
    case Slot::DFFormatWord:
        frame.described = frame.rule->format = formatOf(tag);
        break;
    case Slot::Right:
        frame.rule->access = static_cast<std::uint8_t>(frame.rule->access | accessOf(tag));
        break;
    case Slot::Times:
        frame.rule->occurrence = occurrenceOf(tag);
        break;
    case Slot::ScopeWord:
        frame.rule->scope = tag == Tag::DdfPermanent ? NodeRule::Scope::Permanent : NodeRule::Scope::Dynamic;
        break;
    case Slot::CaseWord:
        frame.rule->caseSensitive = tag == Tag::DdfCS;
        break;
    default:
        break;
    }
}

bool MgmtTreeReader::text(std::string_view text, std::size_t position)
{
    const Slot slot = m_open.back();
    if (mgmt::holdsText(slot)) {
        m_position = position;
        return slot == Slot::Value && m_frames.back().valueIsMarkup ? appendEscaped(text) : appendText(text);
    }
    if (slot == Slot::Foreign)
        return true;
    m_position = position;
    if (slot == Slot::Markup) {
        if (m_markupTagOpen)
            m_text += '>';
        m_markupTagOpen = false;
        return appendEscaped(text);
    }
    return isBlank(text) || strayText(text);
}

bool MgmtTreeReader::octets(std::string_view octets, std::size_t position)
{
    m_octets = mgmt::holdsText(m_open.back());
    return text(octets, position);
}

bool MgmtTreeReader::strayText(std::string_view text)
{
    // Old and hand-written documents: <Type>text/plain</Type>, <Format>chr</Format>.
    const std::string_view bare = trimmed(text);
    switch (m_open.back()) {
    case Slot::Type:
        return appendText(text);
    case Slot::DFType:
        m_frames.back().rule->types.emplace_back(bare);
        return true;
    case Slot::Format:
    case Slot::DFFormat:
        if (const auto format = formatFromName(bare)) {
            (m_open.back() == Slot::Format ? m_frames.back().format : m_frames.back().described) = format;
            if (m_open.back() == Slot::DFFormat)
                m_frames.back().rule->format = format;
            return true;
        }
        break;
    default:
        break;
    }
    return refuse(ErrorKind::Syntax,
        QCoreApplication::translate("MgmtTree", "expected %1, found the text \"%2\"")
            .arg(shown(mgmt::allowedIn(m_open.back())), shownHead(bare)));
}

bool MgmtTreeReader::appendText(std::string_view text)
{
    const bool value = m_open.back() == Slot::Value || inMarkup();
    const std::size_t limit = value ? kMaxWireValue : kMaxOtherText;
    if (text.size() > limit || m_text.size() > limit - text.size())
        return refuse(ErrorKind::Limit,
            value ? QCoreApplication::translate("MgmtTree", "a value has at most 256 MB")
                  : QCoreApplication::translate("MgmtTree", "a property has at most 1 MB of text"));
    m_text.append(text);
    return true;
}

bool MgmtTreeReader::appendEscaped(std::string_view text)
{
    m_scratch.clear();
    if (!appendXmlText(m_scratch, text))
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "expected UTF-8 text without control characters"));
    return appendText(m_scratch);
}

bool MgmtTreeReader::end(std::size_t position)
{
    m_position = position;
    const Slot slot = m_open.back();
    bool good = true;
    if (slot == Slot::Node)
        good = endNode();
    else if (mgmt::holdsText(slot))
        good = endText(slot);
    else if (slot == Slot::Markup)
        endMarkup();
    else if (slot == Slot::Type && !m_frames.back().typed && !isBlank(m_text))
        good = endType(trimmed(m_text), true);
    m_open.pop_back();
    return good;
}

void MgmtTreeReader::endMarkup()
{
    if (m_markupTagOpen)
        m_text += "/>";
    else
        m_text.append("</").append(m_markup.back()).append(">");
    m_markupTagOpen = false;
    m_markup.pop_back();
}

bool MgmtTreeReader::endText(Slot slot)
{
    if (!m_trusted && !(slot == Slot::Value && m_octets) && (!isUtf8(m_text) || m_text.find('\0') != std::string::npos))
        return refuse(ErrorKind::Syntax, QCoreApplication::translate("MgmtTree", "expected UTF-8 text without NUL"));
    switch (slot) {
    case Slot::NodeName:
        return endNodeName(trimmed(m_text));
    case Slot::Value: {
        Frame& frame = m_frames.back();
        frame.hasValue = true;
        frame.valueIsOctets = m_octets;
        if (frame.hasChildren) {
            if (!isBlank(m_text))
                return refuse(ErrorKind::Syntax,
                    QCoreApplication::translate("MgmtTree", "a Node holds either a Value or Nodes, found both"),
                    QString::fromStdString(m_builder.uri().text()));
            frame.hasValue = false;
        }
        m_value.swap(m_text);
        return true;
    }
    case Slot::Mime:
        return endType(trimmed(m_text), true);
    case Slot::DdfName:
        return endType(trimmed(m_text), false);
    case Slot::Path:
        return endPath(trimmed(m_text));
    case Slot::Acl:
        return check(m_builder.setAcl(trimmed(m_text)));
    case Slot::Title:
        return m_text.empty() || check(m_builder.setTitle(m_text));
    case Slot::TStamp:
        if (const auto stamp = trimmed(m_text); !stamp.empty())
            m_builder.setTStamp(stamp.substr(0, kMaxStampBytes));
        return true;
    case Slot::VerNo:
        return endVerNo(trimmed(m_text));
    case Slot::VerDTD:
        m_description.version = trimmed(m_text);
        if (m_description.version != "1.2")
            warn(QCoreApplication::translate("MgmtTree", "VerDTD %1 is read as 1.2")
                     .arg(shownHead(m_description.version)),
                m_position);
        return true;
    case Slot::Man:
        m_description.man = trimmed(m_text);
        m_modelPosition = m_position;
        return true;
    case Slot::Mod:
        m_description.mod = trimmed(m_text);
        m_modelPosition = m_position;
        return true;
    case Slot::DefaultValue:
        m_frames.back().rule->defaultValue = m_text;
        return true;
    case Slot::Description:
        m_frames.back().rule->description = trimmed(m_text);
        return true;
    case Slot::DFTitle:
        m_frames.back().rule->title = trimmed(m_text);
        return true;
    case Slot::DFMime:
    case Slot::DFDdfName: {
        const std::string_view type = trimmed(m_text);
        if (!type.empty())
            m_frames.back().rule->types.emplace_back(type);
        return m_frames.back().typed || endType(type, slot == Slot::DFMime);
    }
    case Slot::Limited:
        endLimit(trimmed(m_text));
        return true;
    default:
        return true; // Name is NodeName, Size is what the value has
    }
}

bool MgmtTreeReader::endNodeName(std::string_view name)
{
    Frame& frame = m_frames.back();
    if (name.empty())
        return true;
    if (frame.named)
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "expected one <NodeName> in a Node, found a second one"));
    frame.named = true;
    if (name != "." || m_frames.size() > 1 || frame.hasChildren || m_builder.depth() != 1)
        return check(m_builder.setName(name));
    frame.isRoot = true;
    const auto rule = m_description.rules.extract(index(m_builder.id()));
    m_builder.becomeRoot();
    m_positions.pop_back();
    if (frame.rule) {
        NodeRule& moved = m_description.rules[index(Tree::root())];
        moved = rule.mapped();
        frame.rule = &moved;
    }
    return true;
}

bool MgmtTreeReader::endPath(std::string_view path)
{
    // Nested Nodes stand where they are nested; only a top Node's Path tells something new.
    if (m_frames.size() == 1)
        m_path = path;
    return true;
}

bool MgmtTreeReader::endType(std::string_view type, bool mime)
{
    Frame& frame = m_frames.back();
    frame.typed = true;
    frame.typeIsMime = mime && !type.empty();
    return check(m_builder.setType(type));
}

bool MgmtTreeReader::endVerNo(std::string_view text)
{
    if (text.empty())
        return true;
    const auto number = numberOf(text);
    if (!number || *number > UINT16_MAX)
        return refuse(ErrorKind::BadValue,
            QCoreApplication::translate("MgmtTree", "expected a VerNo from 0 to 65535, found \"%1\"")
                .arg(shownHead(text)));
    m_builder.setVerNo(static_cast<std::uint16_t>(*number));
    return true;
}

void MgmtTreeReader::endLimit(std::string_view text)
{
    NodeRule& rule = *m_frames.back().rule;
    const bool zero = m_tag == Tag::DdfZeroOrN;
    const auto number = numberOf(text);
    if (number && *number > 0) {
        rule.occurrence = occurrenceOf(m_tag);
        rule.maxOccurrence = *number;
        return;
    }
    rule.occurrence = zero ? NodeRule::Occurrence::ZeroOrMore : NodeRule::Occurrence::OneOrMore;
    warn(QCoreApplication::translate("MgmtTree", "an Occurrence without its number is read as one without a limit"),
        m_position);
}

bool MgmtTreeReader::endNode()
{
    Frame& frame = m_frames.back();
    if (!nameNode(frame) || !settleNode(frame) || !closeNode(frame))
        return false;
    m_frames.pop_back();
    return true;
}

bool MgmtTreeReader::nameNode(Frame& frame)
{
    if (frame.named && (!frame.rule || frame.isRoot || !isPlaceholder(m_builder.name())))
        return true;
    const bool top = m_frames.size() == 1;
    if (m_isDescription && (frame.rule || !frame.named)) {
        std::size_t& number = top ? m_topPlaceholders : m_frames[m_frames.size() - 2].placeholders;
        if (frame.rule)
            frame.rule->placeholder = true;
        return check(m_builder.setName(placeholderName(++number)));
    }
    if (top && !m_options.nameForUnnamedTop.empty())
        return check(m_builder.setName(m_options.nameForUnnamedTop));
    return refuseAt(
        Error{ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "expected a <NodeName> that is not empty in this Node"), {}},
        frame.position);
}

bool MgmtTreeReader::settleNode(Frame& frame)
{
    if (!frame.hasValue && !frame.hasChildren && frame.rule && frame.rule->defaultValue) {
        m_value = *frame.rule->defaultValue;
        frame.hasValue = true;
    }
    Format format = Format::Node;
    if (frame.format)
        format = *frame.format;
    else if (frame.described)
        format = *frame.described;
    else if (frame.hasValue)
        format = frame.valueIsMarkup ? Format::Xml : Format::Chr;
    else if (frame.typeIsMime && !frame.hasChildren && !frame.isRoot)
        format = Format::Chr;

    const auto uri = [this] { return QString::fromStdString(m_builder.uri().text()); };
    if (format == Format::Node) {
        if (frame.hasValue && !isBlank(m_value) && !frame.rule)
            return refuse(ErrorKind::Syntax,
                QCoreApplication::translate("MgmtTree", "an interior node (Format node) has no Value"), uri());
        // An interior node's Type is a Management Object identifier or nothing; MIME types stand there in real files.
        return !frame.typeIsMime || check(m_builder.setType({}));
    }
    if (frame.isRoot)
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "the root is an interior node (Format node)"), uri());
    if (frame.hasChildren)
        return refuse(ErrorKind::Syntax,
            QCoreApplication::translate("MgmtTree", "a leaf (Format %1) has no Nodes below it")
                .arg(shown(formatName(format))),
            uri());
    m_builder.setFormat(format);
    if (!frame.hasValue)
        m_value.clear();
    return settleValue(frame, format);
}

bool MgmtTreeReader::settleValue(const Frame& frame, Format format)
{
    std::string_view value = m_value;
    switch (format) {
    case Format::Chr:
    case Format::Xml:
        if (frame.valueIsOctets && !checkValue(format, value))
            return refuse(ErrorKind::BadValue, checkValue(format, value).error().what,
                QString::fromStdString(m_builder.uri().text()));
        break;
    case Format::Bin:
        if (!frame.valueIsOctets && !decodeBase64(frame))
            return false;
        value = m_value;
        break;
    default:
        value = trimmed(value);
        if (auto good = checkValue(format, value); frame.hasValue && !good)
            warn(good.error().what + QStringLiteral(", ") + QString::fromStdString(m_builder.uri().text()), m_position);
        break;
    }
    return check(m_builder.setValue(value));
}

bool MgmtTreeReader::decodeBase64(const Frame& frame)
{
    if (auto bytes = fromBase64(m_value)) {
        m_value.swap(*bytes);
        return true;
    }
    const QString what = QCoreApplication::translate("MgmtTree", "a value of Format bin is written as base64");
    const QString uri = QString::fromStdString(m_builder.uri().text());
    if (!frame.rule)
        return refuse(ErrorKind::BadValue, what, uri);
    warn(what + QStringLiteral(", ") + uri, m_position); // descriptions show samples
    return true;
}

bool MgmtTreeReader::closeNode(const Frame& frame)
{
    if (frame.isRoot)
        return true;
    Result<void> closed;
    if (m_frames.size() == 1 && !m_path.empty() && m_path != "." && m_path != "./") {
        std::string path = m_path;
        if (path.ends_with('/'))
            path.pop_back();
        if (m_isDescription) {
            for (std::size_t star = path.find("/*"); star != std::string::npos; star = path.find("/*", star + 1)) {
                if (star + 2 == path.size() || path[star + 2] == '/')
                    path.replace(star + 1, 1, placeholderName(1));
            }
        }
        const auto parent = Uri::parse(path);
        if (!parent)
            return refuse(parent.error().kind, parent.error().what, parent.error().where);
        closed = m_builder.closeBelow(*parent);
    } else {
        closed = m_builder.close();
    }
    if (closed)
        return true;
    const bool twin = closed.error().kind == ErrorKind::Exists;
    return refuseAt(closed.error(), twin ? m_positions[index(m_builder.twin())] : m_position);
}

Result<MgmtTreeContent> MgmtTreeReader::finish(const std::function<QString(std::size_t)>& place)
{
    auto tree = m_builder.finish();
    if (!tree) {
        const NodeId twin = m_builder.twin();
        const bool known = tree.error().kind == ErrorKind::Exists && index(twin) < m_positions.size();
        return known ? at(tree.error(), place(m_positions[index(twin)])) : tl::unexpected(tree.error());
    }
    MgmtTreeContent content{std::move(*tree), std::nullopt, {}};
    if (m_foreign > 0)
        warn(QCoreApplication::translate("MgmtTree", "%1 elements of other namespaces are left out, the first is %2")
                 .arg(m_foreign)
                 .arg(element(m_foreignName)),
            m_foreignPosition);
    if (!m_isDescription && !(m_description.man.empty() && m_description.mod.empty()))
        warn(QCoreApplication::translate("MgmtTree", "Man and Mod are left out: they belong to a description"),
            m_modelPosition);
    if (m_isDescription) {
        m_description.tree = content.tree;
        content.description = std::move(m_description);
    }
    for (const auto& [what, position] : m_warnings)
        content.warnings.push_back(what + QStringLiteral(", ") + place(position));
    return content;
}

void MgmtTreeReader::warn(const QString& what, std::size_t position)
{
    if (m_warnings.size() < limits::kMaxWarnings)
        m_warnings.emplace_back(what, position);
}

bool MgmtTreeReader::check(const Result<void>& result)
{
    return result || refuse(result.error().kind, result.error().what, result.error().where);
}

bool MgmtTreeReader::refuse(ErrorKind kind, const QString& what, const QString& where)
{
    return refuseAt(Error{kind, what, where}, m_position);
}

bool MgmtTreeReader::refuseAt(Error error, std::size_t position)
{
    if (!m_failure)
        m_failure = ReadFailure{std::move(error), position};
    return false;
}

} // namespace dmsc
