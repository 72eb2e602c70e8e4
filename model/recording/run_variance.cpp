// SPDX-License-Identifier: Apache-2.0
#include "model/recording/run_variance.h"

#include "model/access/entity.h"
#include "model/bytes.h"
#include "model/decode/apdu_frame.h"
#include "model/syncml/wbxml_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace dmsc {

namespace {

constexpr std::uint8_t kInitializeUpdate = 0x50;
constexpr std::uint8_t kExternalAuthenticate = 0x82; // MUTUAL AUTHENTICATE of SCP11 as well
constexpr std::uint8_t kGetChallenge = 0x84;
constexpr std::uint8_t kInternalAuthenticate = 0x88;
constexpr std::uint8_t kReceipt = 0x52;
constexpr std::uint8_t kNotification = 0x56;
constexpr qsizetype kHeader = 5;
/// Key diversification data and key information, which INITIALIZE UPDATE answers with before the card's challenge
/// (GlobalPlatform Amendment D 7.1.1.6).
constexpr qsizetype kBeforeChallenge = 13;
constexpr qsizetype kStatusWord = 2;

/// 0 beyond the end: the bytes come from outside.
std::uint8_t byteAt(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

bool isSecuredClass(std::uint8_t cla)
{
    return (cla & ((cla & 0x40U) != 0 ? 0x20U : 0x0CU)) != 0;
}

/// How the data of a command and of its answer vary.
struct DataVariance
{
    std::optional<Variance> request;
    std::optional<Variance> response;
    qsizetype responseFrom = 0;
};

DataVariance varianceOf(const RecordView& command)
{
    if (command.request.size() < 4)
        return {};
    const std::uint8_t cla = byteAt(command.request, 0);
    const std::uint8_t ins = byteAt(command.request, 1);
    const bool proprietary = (cla & 0x80U) != 0;
    // Our application's, which are never sent unprotected (CARD-INTERFACE.md).
    const bool isOurs = proprietary && command.layer == Layer::SecureChannel;
    if (isOurs && ins == kReceipt)
        return {Variance::Signature, Variance::Signature};
    if (isOurs && ins == kNotification)
        return {std::nullopt, Variance::Number};
    if (proprietary && (ins == kExternalAuthenticate || ins == kInternalAuthenticate))
        return {Variance::Cryptogram, Variance::Cryptogram};
    if (isSecuredClass(cla))
        return {Variance::Secured, Variance::Secured};
    if (proprietary && ins == kInitializeUpdate)
        return {Variance::Challenge, Variance::Cryptogram, kBeforeChallenge};
    if (ins == kGetChallenge)
        return {std::nullopt, Variance::Challenge};
    return {};
}

void add(std::vector<VaryingRange>& ranges, RecordPart part, qsizetype begin, qsizetype end, Variance variance)
{
    if (begin < end)
        ranges.push_back(
            {{part, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)}, variance});
}

/// Where the data of a command begin and end, by its first length alone: what is behind them is Le.
std::pair<qsizetype, qsizetype> dataOf(QByteArrayView command)
{
    if (command.size() <= kHeader)
        return {0, 0};
    const qsizetype first = byteAt(command, kHeader - 1);
    if (first != 0)
        return {kHeader, std::min(command.size(), kHeader + first)};
    constexpr qsizetype kExtendedHeader = 7;
    if (command.size() <= kExtendedHeader)
        return {0, 0};
    const qsizetype length = byteAt(command, 5) << 8 | byteAt(command, 6);
    return {kExtendedHeader, std::min(command.size(), kExtendedHeader + length)};
}

void addApdu(const RecordView& row, const RecordView& command, std::vector<VaryingRange>& ranges)
{
    const DataVariance data = varianceOf(command);
    if (data.request && !fetchesAnswer(row)) {
        const auto [begin, end] = dataOf(row.request);
        add(ranges, RecordPart::Request, begin, end, *data.request);
    }
    if (data.response)
        add(ranges, RecordPart::Response, data.responseFrom, row.response.size() - kStatusWord, *data.response);
    // How many bytes are left to fetch varies with the padding.
    const qsizetype size = row.response.size();
    if (data.response && size >= kStatusWord && byteAt(row.response, size - kStatusWord) == 0x61)
        add(ranges, RecordPart::Response, size - 1, size, *data.response);
    if (data.response && fetchesAnswer(row))
        add(ranges, RecordPart::Request, row.request.size() - 1, row.request.size(), *data.response);
}

struct VaryingElement
{
    std::string_view name;
    Variance variance;
};
constexpr std::array<VaryingElement, 6> kElements = {
    {{"SessionID", Variance::Number}, {"MsgID", Variance::Number}, {"MsgRef", Variance::Number},
        {"Cred", Variance::Cred}, {"NextNonce", Variance::Nonce}, {"TStamp", Variance::Time}}};

const VaryingElement* varyingElement(std::string_view name)
{
    const auto* found = std::ranges::find(kElements, name, &VaryingElement::name);
    return found == kElements.end() ? nullptr : found;
}

/// Where what varies of an element of XML begins: a Cred's scheme, before its Data, does not.
std::size_t varyingFrom(std::string_view element, Variance variance)
{
    if (variance != Variance::Cred)
        return 0;
    std::size_t data = element.find("Data");
    while (data != std::string_view::npos && element[data - 1] != '<' && element[data - 1] != ':')
        data = element.find("Data", data + 1);
    return data == std::string_view::npos ? 0 : element.rfind('<', data);
}

/// Elements of XML by their tags alone, also where the document stands inside another one as text.
void addXml(std::string_view text, RecordPart part, std::size_t start, std::vector<VaryingRange>& ranges)
{
    std::array<bool, kElements.size()> hopeless{}; // there is no such end tag in the rest
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::size_t nameEnd = text.find_first_of(" />\t\r\n<", at + 1);
        if (nameEnd == std::string_view::npos)
            return;
        std::string_view name = text.substr(at + 1, nameEnd - at - 1);
        name.remove_prefix(std::min(name.size(), name.find(':') + 1)); // npos + 1 is 0
        const VaryingElement* element = varyingElement(name);
        if (element == nullptr || text[nameEnd] == '<' || text[nameEnd] == '/')
            continue;
        const auto place = static_cast<std::size_t>(element - kElements.data());
        if (hopeless[place])
            continue;
        const std::string end = "/" + std::string(text.substr(at + 1, nameEnd - at - 1)) + ">";
        const std::size_t close = text.find(end, nameEnd);
        hopeless[place] = close == std::string_view::npos;
        if (hopeless[place])
            continue;
        const std::size_t from = start + at + varyingFrom(text.substr(at, close + end.size() - at), element->variance);
        const std::size_t to = start + close + end.size();
        add(ranges, part, static_cast<qsizetype>(from), static_cast<qsizetype>(to), element->variance);
        at = close;
    }
}

/// Goes through a WBXML document and what is embedded in it.
class WbxmlScan
{
public:
    WbxmlScan(RecordPart part, std::vector<VaryingRange>& ranges)
        : m_part(part)
        , m_ranges(&ranges)
    {
    }

    void read(wbxml::Reader& reader, int nesting = 0)
    {
        using Kind = wbxml::Event::Kind;
        const VaryingElement* open = nullptr;
        std::size_t begin = 0;
        std::size_t depth = 0;
        for (auto event = reader.next(); event && event->kind != Kind::EndDocument; event = reader.next()) {
            if (event->kind == Kind::Start && !open) {
                open = varyingElement(event->name);
                begin = event->offset;
                depth = reader.depth();
            } else if (event->kind == Kind::Start && open->variance == Variance::Cred && event->name == "Data") {
                begin = event->offset; // the scheme before it does not vary
            } else if (event->kind == Kind::End && open && reader.depth() < depth) {
                const std::size_t end = event->offset + event->length;
                add(*m_ranges, m_part, static_cast<qsizetype>(begin), static_cast<qsizetype>(end), open->variance);
                open = nullptr;
            } else if (event->kind == Kind::Opaque && !open && nesting < kMostNesting) {
                if (auto embedded = wbxml::openEmbedded(*event))
                    read(*embedded, nesting + 1);
                else
                    addXml(event->text, m_part, event->offset + event->length - event->text.size(), *m_ranges);
            }
        }
    }

private:
    static constexpr int kMostNesting = 4;
    RecordPart m_part;
    std::vector<VaryingRange>* m_ranges;
};

void addMessage(QByteArrayView bytes, RecordPart part, std::vector<VaryingRange>& ranges)
{
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (wbxml::isWbxml(viewOf(text))) {
        if (auto reader = wbxml::Reader::open(viewOf(text)))
            WbxmlScan(part, ranges).read(*reader);
    } else {
        addXml(text, part, 0, ranges);
    }
}

/// A row of the log that tells of a whole handshake, its values one after the other.
bool isHandshake(const RecordView& row)
{
    return row.layer == Layer::SecureChannel && methodOf(QString::fromUtf8(row.name)).has_value();
}

} // namespace

QString varianceText(Variance variance)
{
    switch (variance) {
    case Variance::Challenge:
        return QCoreApplication::translate("RecordingComparison", "drawn at random each time");
    case Variance::Cryptogram:
        return QCoreApplication::translate("RecordingComparison", "proves a key over what was drawn at random");
    case Variance::Secured:
        return QCoreApplication::translate("RecordingComparison", "protected by the keys of one session");
    case Variance::Signature:
        return QCoreApplication::translate("RecordingComparison", "a signature, over the time as well");
    case Variance::Cred:
        return QCoreApplication::translate("RecordingComparison", "proves a secret over the nonce of one session");
    case Variance::Nonce:
        return QCoreApplication::translate("RecordingComparison", "a nonce, new each time");
    case Variance::Number:
        return QCoreApplication::translate("RecordingComparison", "the number of a session or message");
    case Variance::Time:
        return QCoreApplication::translate("RecordingComparison", "a time");
    }
    return {};
}

bool fetchesAnswer(const RecordView& row)
{
    return row.layer == Layer::Apdu && row.request.size() > 1 && byteAt(row.request, 1) == kGetResponse;
}

bool isDmMessage(const RecordView& row)
{
    return row.layer == Layer::SyncMl && (!row.request.isEmpty() || !row.response.isEmpty());
}

std::vector<VaryingRange> varyingRanges(const RecordView& row, const RecordView* lead)
{
    std::vector<VaryingRange> ranges;
    if (isHandshake(row)) {
        add(ranges, RecordPart::Request, 0, row.request.size(), Variance::Cryptogram);
        add(ranges, RecordPart::Response, 0, row.response.size(), Variance::Cryptogram);
    } else if (row.layer == Layer::Apdu || row.layer == Layer::SecureChannel) {
        addApdu(row, lead != nullptr && fetchesAnswer(row) ? *lead : row, ranges);
    } else if (isDmMessage(row)) {
        addMessage(row.request, RecordPart::Request, ranges);
        addMessage(row.response, RecordPart::Response, ranges);
    }
    std::ranges::sort(ranges, {}, [](const VaryingRange& one) { return std::pair(one.bytes.part, one.bytes.offset); });
    return ranges;
}

} // namespace dmsc
