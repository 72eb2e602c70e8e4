// SPDX-License-Identifier: Apache-2.0
#include "model/decode/message_secrets.h"

#include "model/prompts/prompt.h"
#include "model/uicc/secret_type.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace dmsc {

namespace {

std::string_view lastSegment(std::string_view uri)
{
    uri = uri.substr(0, uri.find('?'));
    return uri.substr(uri.rfind('/') + 1);
}

/// Finds them by the elements around a text.
class SecretFinder final : public MessageSink
{
public:
    SecretFinder(std::string_view message, MessageExtent extent, AlertMemory& alerts)
        : m_message(message)
        , m_extent(extent)
        , m_alerts(&alerts)
    {
    }

    bool take(const MessagePiece& piece) override
    {
        switch (piece.kind) {
        case MessagePiece::Kind::Start:
            open(piece.name);
            break;
        case MessagePiece::Kind::Text:
            takeText(piece);
            break;
        case MessagePiece::Kind::Embedded:
            // What is inside of a Cred is secret as a whole.
            if (isInCred()) {
                add(piece.content);
            } else {
                takeText(piece);
            }
            break;
        case MessagePiece::Kind::End:
            m_cut = m_cut || (piece.whole.length == 0 && piece.whole.offset >= m_message.size());
            close();
            break;
        case MessagePiece::Kind::Note:
            m_cut = m_noted = true;
            return true;
        case MessagePiece::Kind::Header:
            break;
        }
        // Ends without bytes stand where the walk gave up.
        m_readTo = piece.whole.length == 0 ? m_readTo : std::max(m_readTo, piece.whole.end());
        return true;
    }

    std::vector<ByteSpan> secrets()
    {
        while (!m_path.empty()) {
            close();
        }
        const std::string_view rest = m_message.substr(std::min(m_readTo, m_message.size()));
        if (m_extent == MessageExtent::Beginning || m_noted || isUnended(rest)) {
            add({m_message.size() - rest.size(), rest.size()});
        }
        return std::move(m_secrets);
    }

private:
    /// An Item or a TNDS Node: what it is called, and the values in it.
    struct Holder
    {
        bool named = false;
        bool secret = false;
        std::vector<ByteSpan> values;
    };

    struct Element
    {
        std::string name;
        std::string text; ///< of those alone that tell something, which may come in pieces
    };

    /// An Alert or a Status.
    struct Command
    {
        std::string id;
        std::string message; ///< that a Status is about
        std::string about; ///< the command in it
        std::string name; ///< of that command
        bool hidden = false;
        std::vector<ByteSpan> answers; ///< what a user answered
    };

    static bool isHolder(std::string_view name) { return name == "Item" || name == "Node"; }
    static bool isValue(std::string_view name) { return name == "Data" || name == "Value"; }
    static bool isName(std::string_view name) { return name == "LocURI" || name == "NodeName"; }

    /// A tag without an end, after which nothing was read.
    static bool isUnended(std::string_view rest)
    {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        return rest.starts_with('<') && !rest.starts_with("<!--") && !rest.starts_with("<?");
    }

    [[nodiscard]] bool isIn(std::string_view name) const
    {
        return std::ranges::find(m_path, name, &Element::name) != m_path.end();
    }
    [[nodiscard]] bool isInCred() const { return isIn("Cred"); }
    [[nodiscard]] bool isOption(std::string_view name) const
    {
        return name == "Data" && m_command && !m_holders.empty() && isIn("Alert");
    }
    [[nodiscard]] bool tells(std::string_view name) const
    {
        constexpr std::array<std::string_view, 6> kTelling{"SessionID", "MsgID", "CmdID", "MsgRef", "CmdRef", "Cmd"};
        return isName(name) || std::ranges::find(kTelling, name) != kTelling.end() || isOption(name);
    }

    void open(std::string_view name)
    {
        m_path.push_back({std::string(name), {}});
        if (isHolder(name)) {
            m_holders.emplace_back();
        } else if (name == "Alert" || name == "Status") {
            m_command = Command{};
        }
    }

    void takeText(const MessagePiece& piece)
    {
        constexpr std::size_t kLongestText = 4096;
        if (m_path.empty()) {
            return;
        }
        Element& element = m_path.back();
        if (element.name == "NextNonce" || (element.name == "Data" && isInCred())) {
            add(piece.content);
            return;
        }
        if (tells(element.name)) {
            element.text += piece.text.substr(0, kLongestText - std::min(kLongestText, element.text.size()));
        }
        if (!m_holders.empty() && isValue(element.name)) {
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
        if (isHolder(done.name)) {
            closeHolder();
        } else if (done.name == "Alert" || done.name == "Status") {
            closeCommand(done.name == "Alert");
        } else if (isName(done.name) && !m_holders.empty()) {
            Holder& holder = m_holders.back();
            holder.named = holder.named || !m_cut;
            holder.secret = holder.secret || isSecretName(lastSegment(done.text));
        } else {
            closeReference(done);
        }
    }

    void closeHolder()
    {
        if (m_holders.empty()) {
            return;
        }
        const Holder holder = std::move(m_holders.back());
        m_holders.pop_back();
        const bool mayGetName = m_extent == MessageExtent::Beginning && m_cut && !holder.named;
        if (holder.secret || mayGetName) {
            std::ranges::for_each(holder.values, [this](ByteSpan value) { add(value); });
        } else if (!holder.named && m_command && !m_path.empty() && m_path.back().name == "Status") {
            m_command->answers.insert(m_command->answers.end(), holder.values.begin(), holder.values.end());
        }
    }

    void closeCommand(bool isAlert)
    {
        const auto command = std::exchange(m_command, std::nullopt);
        if (!command) {
            return;
        }
        if (isAlert) {
            m_alerts->remember({m_session, m_id, command->id}, command->hidden);
            return;
        }
        const bool isAnswer = command->name == "Alert" || command->name.empty();
        if (isAnswer && m_alerts->mayBeHidden({m_session, command->message, command->about})) {
            std::ranges::for_each(command->answers, [this](ByteSpan answer) { add(answer); });
        }
    }

    /// What a message or a command is called, and what an Alert says of its answer.
    void closeReference(const Element& done)
    {
        const std::string_view parent = m_path.empty() ? std::string_view() : std::string_view(m_path.back().name);
        if (parent == "SyncHdr" && done.name == "SessionID") {
            m_session = done.text;
        } else if (parent == "SyncHdr" && done.name == "MsgID") {
            m_id = done.text;
        } else if (m_command && (parent == "Alert" || parent == "Status")) {
            if (done.name == "CmdID") {
                m_command->id = done.text;
            } else if (done.name == "MsgRef") {
                m_command->message = done.text;
            } else if (done.name == "CmdRef") {
                m_command->about = done.text;
            } else if (done.name == "Cmd") {
                m_command->name = done.text;
            }
        } else if (isOption(done.name)) {
            takeOptions(done.text);
        }
    }

    /// The answer that a prompt proposes is as secret as the one that is given.
    void takeOptions(std::string_view text)
    {
        if (!promptOptionsOf(text).hidden) {
            return;
        }
        m_command->hidden = true;
        constexpr std::string_view kDefault = "DR=";
        for (const ByteSpan value : m_holders.back().values) {
            const std::string_view options = m_message.substr(value.offset, value.length);
            const std::size_t found = options.find(kDefault);
            if (found != std::string_view::npos) {
                const std::size_t from = found + kDefault.size();
                add({value.offset + from, std::min(options.find('&', from), options.size()) - from});
            }
        }
    }

    void add(ByteSpan span)
    {
        if (span.length != 0) {
            m_secrets.push_back(span);
        }
    }

    std::string_view m_message;
    MessageExtent m_extent;
    AlertMemory* m_alerts;
    std::vector<Element> m_path;
    std::vector<Holder> m_holders;
    std::optional<Command> m_command;
    std::string m_session;
    std::string m_id;
    std::vector<ByteSpan> m_secrets;
    std::size_t m_readTo = 0;
    bool m_cut = false; ///< what ends now ends because the bytes do
    bool m_noted = false; ///< the rest could not be read
};

} // namespace

void AlertMemory::remember(AlertPlace place, bool hidden)
{
    constexpr std::size_t kMost = 256;
    std::erase_if(m_seen, [&place](const Seen& seen) { return seen.place == place; });
    m_seen.push_back({std::move(place), hidden});
    if (m_seen.size() > kMost) {
        m_seen.pop_front();
    }
}

bool AlertMemory::mayBeHidden(const AlertPlace& place) const
{
    const auto seen = std::ranges::find(m_seen, place, &Seen::place);
    return seen == m_seen.end() || seen->hidden;
}

std::optional<std::vector<ByteSpan>> secretsOfMessage(QByteArrayView message, MessageExtent extent, AlertMemory& alerts)
{
    const ByteView bytes(
        reinterpret_cast<const std::uint8_t*>(message.data()), static_cast<std::size_t>(message.size()));
    if (!isMessage(bytes)) {
        return std::nullopt;
    }
    SecretFinder finder({message.data(), bytes.size()}, extent, alerts);
    walkMessage(bytes, finder);
    return finder.secrets();
}

} // namespace dmsc
