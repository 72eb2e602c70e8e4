// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/mo_codec.h"
#include "cardio/files/tlv_file.h"
#include "cardio/files/tlv_map.h"

#include <QCoreApplication>

#include <array>
#include <charconv>

namespace dmsc {

namespace {

constexpr TlvField number(std::uint32_t tag, std::string_view name, std::size_t size, std::uint32_t max)
{
    return {tag, name, TlvField::Kind::Number, size, max};
}

constexpr TlvField flag(std::uint32_t tag, std::string_view name)
{
    return number(tag, name, 1, 1);
}

// mo-files: tags by 3GPP TS 31.102 4.2.94, names by TS 24.368 clause 5.
constexpr std::array kNasFields = {
    number(0x80, "NAS_SignallingPriority", 1, 0xFF),
    flag(0x81, "NMO_I_Behaviour"),
    flag(0x82, "AttachWithIMSI"),
    number(0x83, "MinimumPeriodicSearchTimer", 1, 0xFF),
    flag(0x84, "ExtendedAccessBarring"),
    flag(0x85, "Timer_T3245_Behaviour"),
    flag(0x86, "Override_NAS_SignallingLowPriority"),
    flag(0x87, "Override_ExtendedAccessBarring"),
    flag(0x88, "FastFirstHigherPriorityPLMNSearch"),
    flag(0x89, "EUTRADisablingAllowedForEMMCause15"),
    number(0x8A, "SM_RetryWaitTime", 1, 0xFF),
    flag(0x8B, "SM_RetryAtRATChange"),
    number(0x8C, "Default_DCN_ID", 2, 0xFFFF),
    flag(0x8D, "ExceptionDataReportingAllowed"),
};

constexpr TlvField octets(std::uint32_t tag, std::string_view name)
{
    return {tag, name, TlvField::Kind::Octets};
}

constexpr TlvField text(std::uint32_t tag, std::string_view name)
{
    return {tag, name, TlvField::Kind::Text};
}

constexpr TlvField secret(std::uint32_t tag, std::string_view name)
{
    return {tag, name, TlvField::Kind::Text, 0, 0, {}, 0, true};
}

constexpr TlvField group(std::uint32_t tag, std::string_view name, std::span<const TlvField> fields)
{
    return {tag, name, TlvField::Kind::Group, 0, 0, fields};
}

constexpr std::array kXcapPart = {
    octets(0x81, "Access"),
    text(0x82, "ApplicationName"),
    text(0x83, "ProviderID"),
    text(0x84, "URI"),
    text(0x85, "AuthenticationName"),
    secret(0x86, "AuthenticationSecret"),
    octets(0x87, "AuthenticationType"),
    octets(0x88, "AddressType"),
    text(0x89, "Address"),
    octets(0x8A, "PDPAuthenticationType"),
    text(0x8B, "PDPAuthenticationName"),
    secret(0x8C, "PDPAuthenticationSecret"),
};
constexpr std::uint32_t kPolicyPart = 0xA1;
constexpr std::array kXcapPolicy = {
    octets(0x81, "AccessForXCAP"),
    TlvField{0x82, {}, TlvField::Kind::Count, 0, 0, {}, kPolicyPart},
    group(kPolicyPart, "PolicyPart", kXcapPart),
};
constexpr std::array kXcapTop = {group(0xA0, "XCAP_conn_params_policy", kXcapPolicy)};

/// `content` followed by the filling of `before`, as long as that was.
Result<Bytes> padded(Bytes&& content, ByteView before, std::uint8_t filling)
{
    if (content.size() > before.size())
        return fail(ErrorKind::Full,
            QCoreApplication::translate("MoCodec", "the file has %1 bytes, %2 are needed: resize it first")
                .arg(before.size())
                .arg(content.size()));
    content.resize(before.size(), filling);
    return std::move(content);
}

std::string_view leafValue(const Tree& tree, NodeId root, std::string_view name)
{
    const NodeId leaf = tree.child(root, name);
    return leaf == kNoNode ? std::string_view() : tree.value(leaf);
}

Result<MoCodec::Findings> decodeNas(ByteView content, Tree& tree, NodeId root)
{
    if (auto read = decodeTlvs(kNasFields, content, tree, root); !read)
        return tl::unexpected(read.error());
    MoCodec::Findings findings;
    if (const auto priority = leafValue(tree, root, "NAS_SignallingPriority"); !priority.empty() && priority != "1")
        findings.push_back(
            QCoreApplication::translate("MoCodec", "NAS_SignallingPriority should be 1 (low priority) or absent"));
    if (leafValue(tree, root, "Override_NAS_SignallingLowPriority")
        != leafValue(tree, root, "Override_ExtendedAccessBarring"))
        findings.push_back(
            QCoreApplication::translate("MoCodec", "the two Override leaves should both be there with the same value"));
    return findings;
}

Result<Bytes> encodeNas(ByteView before, const Tree& tree, NodeId root)
{
    const auto old = parseTlvFile(before);
    if (!old)
        return tl::unexpected(old.error());
    auto content = encodeTlvs(kNasFields, before, tree, root);
    if (!content)
        return content;
    if (content->size() == old->used && std::equal(content->begin(), content->end(), before.begin()))
        return Bytes(before.begin(), before.end());
    return padded(*std::move(content), before, 0xFF);
}

Result<MoCodec::Findings> decodeXcap(ByteView content, Tree& tree, NodeId root)
{
    if (auto read = decodeTlvs(kXcapTop, content, tree, root); !read)
        return tl::unexpected(read.error());
    return MoCodec::Findings{};
}

Result<Bytes> encodeXcap(ByteView before, const Tree& tree, NodeId root)
{
    const auto old = parseTlvFile(before);
    auto content = encodeTlvs(kXcapTop, before, tree, root);
    if (content && old)
        content->insert(content->end(), before.begin() + static_cast<std::ptrdiff_t>(old->used), before.end());
    return content;
}

// EF_3GPPPSDATAOFF: b1 to b7 of byte 1 (home network) and byte 2 (roaming).
constexpr std::array<std::string_view, 7> kDataOffBits = {"USSI_exempt", "MMTEL_voice_exempt", "MMTEL_video_exempt",
    "SSP_XCAP_config_exempt", "SMSoIP_exempt", "Bearer_independent_protocol", "Device_management_over_PS"};
constexpr std::array<std::string_view, 2> kDataOffBytes = {"Exempted_service_list", "Exempted_service_list_roaming"};

Result<MoCodec::Findings> decodeDataOff(ByteView content, Tree& tree, NodeId root)
{
    for (std::size_t i = 0; i < kDataOffBytes.size() && i < content.size(); ++i) {
        NodeData list;
        list.name = kDataOffBytes[i];
        const auto node = tree.add(root, list);
        if (!node)
            return tl::unexpected(node.error());
        for (std::size_t bit = 0; bit < kDataOffBits.size(); ++bit) {
            NodeData leaf;
            leaf.name = kDataOffBits[bit];
            leaf.format = Format::Int;
            leaf.value = (content[i] >> bit & 1U) != 0 ? "1" : "0";
            if (const auto added = tree.add(*node, leaf); !added)
                return tl::unexpected(added.error());
        }
    }
    return MoCodec::Findings{};
}

Result<Bytes> encodeDataOff(ByteView before, const Tree& tree, NodeId root)
{
    Bytes out(before.begin(), before.end());
    for (std::size_t i = 0; i < kDataOffBytes.size() && i < out.size(); ++i) {
        const NodeId list = tree.child(root, kDataOffBytes[i]);
        for (std::size_t bit = 0; bit < kDataOffBits.size(); ++bit) {
            const NodeId leaf = list == kNoNode ? kNoNode : tree.child(list, kDataOffBits[bit]);
            const std::string_view value = leaf == kNoNode ? std::string_view() : tree.value(leaf);
            const bool on = value == "1" || value == "true";
            if (!on && value != "0" && value != "false")
                return fail(ErrorKind::BadValue,
                    QCoreApplication::translate("MoCodec", "each service of the list is 0 or 1 and stays there"),
                    QString::fromStdString(tree.uri(root).text()));
            const auto mask = static_cast<std::uint8_t>(1U << bit);
            out[i] = static_cast<std::uint8_t>(on ? out[i] | mask : out[i] & ~mask);
        }
    }
    return out;
}

// EF_ACL: a count, then objects DD with names as labels (3GPP TS 23.003 9.1); an empty one is "network provided".
constexpr std::uint32_t kAccessPoint = 0xDD;

std::string nameOfLabels(ByteView labels)
{
    std::string name;
    for (std::size_t i = 0; i < labels.size();) {
        const std::size_t size = labels[i++];
        if (size == 0 || size > labels.size() - i)
            return {};
        if (!name.empty())
            name += '.';
        for (const std::uint8_t c : labels.subspan(i, size)) {
            if (c <= 0x20 || c >= 0x7F || c == '.')
                return {};
            name += static_cast<char>(c);
        }
        i += size;
    }
    return name;
}

Result<Bytes> labelsOfName(const Tree& tree, NodeId leaf)
{
    Bytes labels;
    std::string_view rest = tree.value(leaf);
    while (!rest.empty()) {
        const std::string_view label = rest.substr(0, rest.find('.'));
        rest = label.size() == rest.size() ? std::string_view() : rest.substr(label.size() + 1);
        if (label.empty() || label.size() > 63)
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("MoCodec", "an access point name is labels of 1 to 63 bytes with dots"),
                QString::fromStdString(tree.uri(leaf).text()));
        labels.push_back(static_cast<std::uint8_t>(label.size()));
        labels.insert(labels.end(), label.begin(), label.end());
    }
    return labels;
}

/// The objects DD; none in a file that was never written (count FF).
Result<std::vector<Tlv>> accessPointsIn(ByteView content)
{
    if (content.empty() || content[0] == 0xFF)
        return std::vector<Tlv>{};
    auto read = parseTlvFile(content.subspan(1));
    if (!read)
        return tl::unexpected(read.error());
    return std::move(read->objects);
}

Result<MoCodec::Findings> decodeAccessPoints(ByteView content, Tree& tree, NodeId root)
{
    const auto points = accessPointsIn(content);
    if (!points)
        return tl::unexpected(points.error());
    MoCodec::Findings findings;
    for (std::size_t i = 0; i < points->size(); ++i) {
        const Tlv& point = (*points)[i];
        NodeData leaf;
        leaf.name = std::to_string(i + 1);
        leaf.format = Format::Chr;
        leaf.value = nameOfLabels(point.value);
        if (point.tag != tlvTag(kAccessPoint) || (leaf.value.empty() && !point.value.empty())) {
            leaf.format = Format::Bin;
            leaf.value.assign(point.value.begin(), point.value.end());
        }
        if (const auto added = tree.add(root, leaf); !added)
            return tl::unexpected(added.error());
    }
    if (!content.empty() && content[0] != 0xFF && content[0] != points->size())
        findings.push_back(QCoreApplication::translate("MoCodec", "the file counts %1 access points and has %2")
                               .arg(content[0])
                               .arg(points->size()));
    return findings;
}

/// The object for a leaf; `before` is what stood in its place, within `old`.
Result<Bytes> encodeAccessPoint(const Tlv* before, ByteView old, const Tree& tree, NodeId leaf)
{
    const std::string_view text = tree.value(leaf);
    const Bytes raw(text.begin(), text.end());
    const bool binary = isBinary(tree.format(leaf));
    if (before) {
        const bool same = binary ? std::equal(raw.begin(), raw.end(), before->value.begin(), before->value.end())
                                 : nameOfLabels(before->value) == text;
        if (same) {
            const ByteView kept =
                old.subspan(before->offset, before->valueOffset + before->value.size() - before->offset);
            return Bytes(kept.begin(), kept.end());
        }
    }
    if (binary)
        return TlvWriter().add(before ? before->tag : tlvTag(kAccessPoint), ByteView(raw)).take();
    const auto labels = labelsOfName(tree, leaf);
    return labels ? TlvWriter().add(tlvTag(kAccessPoint), ByteView(*labels)).take()
                  : Result<Bytes>(tl::unexpected(labels.error()));
}

Result<Bytes> encodeAccessPoints(ByteView before, const Tree& tree, NodeId root)
{
    const auto points = accessPointsIn(before);
    if (!points)
        return tl::unexpected(points.error());
    // Names are numbers from 1; in their order, as numbers.
    std::vector<std::pair<std::uint32_t, NodeId>> leaves;
    for (const NodeId child : tree.children(root)) {
        const std::string_view name = tree.name(child);
        std::uint32_t place = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), place);
        if (error != std::errc{} || end != name.data() + name.size() || tree.isInterior(child))
            return fail(ErrorKind::NotAllowed,
                QCoreApplication::translate("MoCodec", "the list's leaves are called 1, 2, 3, ..."),
                QString::fromStdString(tree.uri(child).text()));
        leaves.emplace_back(place, child);
    }
    std::sort(leaves.begin(), leaves.end(), [](const auto& l, const auto& r) { return l.first < r.first; });
    if (leaves.size() > 0xFE)
        return fail(ErrorKind::Limit, QCoreApplication::translate("MoCodec", "the list takes 254 access points"));
    const ByteView old = before.empty() ? before : before.subspan(1);
    Bytes whole;
    for (const auto& [place, leaf] : leaves) {
        const bool known = place >= 1 && place <= points->size();
        auto object = encodeAccessPoint(known ? &(*points)[place - 1] : nullptr, old, tree, leaf);
        if (!object)
            return object;
        whole.insert(whole.end(), object->begin(), object->end());
    }
    if (whole.size() <= old.size() && std::equal(whole.begin(), whole.end(), old.begin())
        && leaves.size() == points->size())
        return Bytes(before.begin(), before.end());
    whole.insert(whole.begin(), static_cast<std::uint8_t>(leaves.size()));
    return padded(std::move(whole), before, 0xFF);
}

} // namespace

MoCodec nasConfigCodec()
{
    return {decodeNas, encodeNas, true};
}

MoCodec xcapConfigCodec()
{
    return {decodeXcap, encodeXcap, true};
}

MoCodec psDataOffCodec()
{
    return {decodeDataOff, encodeDataOff, true};
}

MoCodec accessPointsCodec()
{
    return {decodeAccessPoints, encodeAccessPoints, true};
}

} // namespace dmsc
