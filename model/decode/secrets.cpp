// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/decode_toolkit.h"
#include "model/decode/message_walk.h"
#include "model/uicc/secret_type.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace dmsc {

namespace {

constexpr std::uint8_t kPutKey = 0xD8;
constexpr std::uint8_t kStoreData = 0xE2;
constexpr std::uint8_t kTerminalResponse = 0x14;
constexpr std::uint8_t kGetInput = 0x23;
constexpr std::uint8_t kHidden = 0x04;
constexpr std::uint8_t kAuthenticate = 0x88;
constexpr std::uint8_t kPolicy = 0x54;
constexpr std::uint8_t kPutKeys = 0x02;

bool carriesPin(std::uint8_t ins)
{
    switch (ins) {
    case 0x20: // VERIFY
    case 0x24: // CHANGE
    case 0x26: // DISABLE
    case 0x28: // ENABLE
    case 0x2C: // UNBLOCK
        return true;
    default:
        return false;
    }
}

/// What a card had entered without showing it; also what cannot be read, since it might be that.
bool carriesHiddenInput(QByteArrayView data)
{
    const auto details = toolkitDetails(data);
    return !details || (details->type == kGetInput && (details->qualifier & kHidden) != 0);
}

/// Data groups of keys have identifiers from 8000 on; P1 says that there are data groups, and whether they are
/// encrypted.
bool storesKeys(std::uint8_t p1, QByteArrayView data)
{
    constexpr std::uint8_t kStructure = 0x18;
    constexpr std::uint8_t kStoreDataGroups = 0x08;
    constexpr std::uint8_t kEncrypted = 0x60;
    const bool keyGroup = !data.isEmpty() && (data.front() & 0x80) != 0;
    return ((p1 & kStructure) == kStoreDataGroups && keyGroup) || (p1 & kEncrypted) == kEncrypted;
}

bool isSecretCommand(QByteArrayView command, QByteArrayView data)
{
    const auto byte = [command](qsizetype at) { return static_cast<std::uint8_t>(command[at]); };
    // In any class: A0 is that of SIM cards.
    if (carriesPin(byte(1))) {
        return true;
    }
    const bool proprietary = (byte(0) & 0x80) != 0;
    switch (proprietary ? byte(1) : std::uint8_t{0}) {
    case kTerminalResponse:
        return carriesHiddenInput(data);
    case kPutKey:
        return true;
    case kStoreData:
        return storesKeys(byte(2), data);
    case kPolicy:
        return byte(2) == kPutKeys;
    default:
        return false;
    }
}

/// DM MESSAGE of the DM_SC application: a digest, then the message.
constexpr qsizetype kMessageDigest = 32;
bool isDmMessage(QByteArrayView command)
{
    constexpr std::uint8_t kDmMessage = 0x40;
    return (command[0] & 0x80) != 0 && static_cast<std::uint8_t>(command[1]) == kDmMessage;
}

std::vector<ByteRange> findInMessage(QByteArrayView message, RecordPart part, std::uint32_t start);

void append(std::vector<ByteRange>& secrets, const std::vector<ByteRange>& more)
{
    secrets.insert(secrets.end(), more.begin(), more.end());
}

std::vector<ByteRange> findInApdu(QByteArrayView request, QByteArrayView response)
{
    std::vector<ByteRange> secrets;
    const auto body = apduBody(request);
    if (!body) {
        return secrets;
    }
    const QByteArrayView data = request.sliced(body->dataAt(), body->lc);
    if (!data.isEmpty() && isSecretCommand(request, data)) {
        secrets.push_back(
            {RecordPart::Request, static_cast<std::uint32_t>(body->dataAt()), static_cast<std::uint32_t>(data.size())});
    }
    // AUTHENTICATE of a USIM gives out session keys.
    const bool keys = static_cast<std::uint8_t>(request[1]) == kAuthenticate && (request[0] & 0x80) == 0;
    if (keys && response.size() > 2) {
        secrets.push_back({RecordPart::Response, 0, static_cast<std::uint32_t>(response.size() - 2)});
    }
    if (isDmMessage(request) && data.size() > kMessageDigest) {
        const auto start = static_cast<std::uint32_t>(body->dataAt() + kMessageDigest);
        append(secrets, findInMessage(data.sliced(kMessageDigest), RecordPart::Request, start));
    }
    if (isDmMessage(request) && response.size() > 2) {
        append(secrets, findInMessage(response.chopped(2), RecordPart::Response, 0));
    }
    return secrets;
}

std::string_view lastSegment(std::string_view uri)
{
    uri = uri.substr(0, uri.find('?'));
    return uri.substr(uri.rfind('/') + 1);
}

/// Finds them by the elements around a text.
class SecretFinder final : public MessageSink
{
public:
    /// `start`: where the message begins in the part.
    SecretFinder(RecordPart part, std::uint32_t start)
        : m_part(part)
        , m_start(start)
    {
    }

    bool take(const MessagePiece& piece) override
    {
        switch (piece.kind) {
        case MessagePiece::Kind::Start:
            m_path.push_back({std::string(piece.name), {}});
            if (isHolder(piece.name)) {
                m_holders.emplace_back();
            }
            break;
        case MessagePiece::Kind::Text:
            takeText(piece);
            break;
        case MessagePiece::Kind::Embedded:
            // What is inside of a Cred is secret as a whole.
            if (isInCred()) {
                add(piece.content);
            }
            break;
        case MessagePiece::Kind::End:
            close();
            break;
        default:
            break;
        }
        return true;
    }

    std::vector<ByteRange> secrets()
    {
        while (!m_path.empty()) {
            close();
        }
        return std::move(m_secrets);
    }

private:
    /// An Item or a TNDS Node: what it is called, and the values in it.
    struct Holder
    {
        bool secret = false;
        std::vector<ByteSpan> values;
    };

    struct Element
    {
        std::string name;
        std::string text; ///< of names alone, which may come in pieces
    };

    static bool isHolder(std::string_view name) { return name == "Item" || name == "Node"; }

    [[nodiscard]] bool isInCred() const { return std::ranges::find(m_path, "Cred", &Element::name) != m_path.end(); }

    void takeText(const MessagePiece& piece)
    {
        constexpr std::size_t kLongestUri = 4096;
        if (m_path.empty()) {
            return;
        }
        Element& element = m_path.back();
        if (element.name == "NextNonce" || (element.name == "Data" && isInCred())) {
            add(piece.content);
        } else if (element.name == "LocURI" || element.name == "NodeName") {
            element.text += piece.text.substr(0, kLongestUri - std::min(kLongestUri, element.text.size()));
        } else if (!m_holders.empty() && (element.name == "Data" || element.name == "Value")) {
            m_holders.back().values.push_back(piece.content);
        }
    }

    void close()
    {
        if (m_path.empty()) {
            return;
        }
        const Element done = std::move(m_path.back());
        m_path.pop_back();
        if (m_holders.empty()) {
            return;
        }
        Holder& holder = m_holders.back();
        if (done.name == "LocURI" || done.name == "NodeName") {
            holder.secret = holder.secret || isSecretName(lastSegment(done.text));
        } else if (isHolder(done.name)) {
            if (holder.secret) {
                std::ranges::for_each(holder.values, [this](ByteSpan value) { add(value); });
            }
            m_holders.pop_back();
        }
    }

    void add(ByteSpan span)
    {
        if (span.length != 0) {
            m_secrets.push_back(
                {m_part, static_cast<std::uint32_t>(m_start + span.offset), static_cast<std::uint32_t>(span.length)});
        }
    }

    RecordPart m_part;
    std::uint32_t m_start;
    std::vector<Element> m_path;
    std::vector<Holder> m_holders;
    std::vector<ByteRange> m_secrets;
};

std::vector<ByteRange> findInMessage(QByteArrayView message, RecordPart part, std::uint32_t start)
{
    const ByteView bytes(
        reinterpret_cast<const std::uint8_t*>(message.data()), static_cast<std::size_t>(message.size()));
    if (!isMessage(bytes)) {
        return {};
    }
    SecretFinder finder(part, start);
    walkMessage(bytes, finder);
    return finder.secrets();
}

} // namespace

std::vector<ByteRange> findSecrets(Layer layer, QByteArrayView request, QByteArrayView response)
{
    switch (layer) {
    case Layer::Apdu:
    case Layer::SecureChannel:
        return findInApdu(request, response);
    case Layer::SyncMl: {
        std::vector<ByteRange> secrets = findInMessage(request, RecordPart::Request, 0);
        append(secrets, findInMessage(response, RecordPart::Response, 0));
        return secrets;
    }
    default:
        return {};
    }
}

} // namespace dmsc
