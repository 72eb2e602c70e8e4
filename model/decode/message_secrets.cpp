// SPDX-License-Identifier: Apache-2.0
#include "model/decode/message_secrets.h"

#include "model/decode/base64_text.h"
#include "model/decode/data_text.h"
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

constexpr int kMostDocuments = 3; ///< inside each other in base64
constexpr std::size_t kShortest = 20; ///< of what can be told whether it is a document

/// What stands for a value that was hidden before.
bool isDots(std::string_view text)
{
    constexpr std::size_t kFewest = 3;
    return text.size() >= kFewest && text.find_first_not_of('.') == std::string_view::npos;
}

constexpr std::size_t kLongestHead = 4096; ///< in which a document in base64 shows that it is one

std::string_view trimmedFront(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// Whether a document begins with it, as it is or in base64.
bool beginsObject(std::string_view text)
{
    return beginsDocument(text)
        || (guessBase64(text) == Base64Guess::Document
            && beginsDocument(Base64Text(text.substr(0, kLongestHead)).octets()));
}

/// Whether what begins so is a document, or still may become one.
bool mayBeDocument(std::string_view text)
{
    if (text.size() < kShortest || isMessage(viewOf(text))) {
        return true;
    }
    return guessBase64(text) == Base64Guess::Document
        && (text.size() < kLongestHead || isMessage(viewOf(Base64Text(text.substr(0, kLongestHead)).octets())));
}

bool holdsStartOf(std::string_view text, std::string_view element)
{
    for (std::size_t at = text.find(element); at != std::string_view::npos; at = text.find(element, at + 1)) {
        if (at == 0 || text[at - 1] != '/') {
            return true;
        }
    }
    return false;
}

/// Whether it is a part of a TNDS or provisioning document of which the begin is missing.
bool isLaterPart(std::string_view text)
{
    if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos) {
        return false;
    }
    constexpr std::array<std::string_view, 6> kEnds{
        "/Node>", "/NodeName>", "/Value>", "/Node&gt;", "/NodeName&gt;", "/Value&gt;"};
    constexpr std::array<std::string_view, 2> kParameters{"<parm ", "&lt;parm "};
    const auto isIn = [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; };
    return (std::ranges::any_of(kEnds, isIn) && !holdsStartOf(text, "MgmtTree"))
        || (std::ranges::any_of(kParameters, isIn) && !holdsStartOf(text, "wap-provisioningdoc"));
}

std::vector<ByteSpan> secretsOfText(std::string_view text, MessageExtent extent, int depth, const KnownSecrets& known);

/// Finds them by the elements around a text.
class SecretFinder final : public MessageSink
{
public:
    SecretFinder(std::string_view message, MessageExtent extent, MessageMemory& memory, int depth)
        : m_message(message)
        , m_extent(extent)
        , m_memory(&memory)
        , m_depth(depth)
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
        if (m_twice) {
            joinSecrets();
        }
        return std::move(m_secrets);
    }

private:
    /// An Item or a TNDS Node: what it is called, and the values in it.
    struct Holder
    {
        bool isNode = false;
        bool named = false;
        bool secret = false;
        std::vector<ByteSpan> values;
        std::vector<RawText> data; ///< of an Item of the message itself, all of it
        std::string name; ///< of a Node
        bool copied = false; ///< a copy of something secret, or below one
        std::string uri;
        std::string source; ///< of an Item, once more
        std::string target;
        bool goesOn = false; ///< there is MoreData
        bool sized = false; ///< as first parts of objects are
    };

    /// A parameter of a provisioning document.
    struct Parameter
    {
        std::string name;
        std::vector<ByteSpan> values;
    };

    struct Element
    {
        std::string name;
        std::string text; ///< of those alone that tell something, which may come in pieces
    };

    /// One that asks, a Status or Results.
    struct Command
    {
        std::string element;
        std::string id;
        std::string message; ///< that a Status is about
        std::string about; ///< the command in it
        std::string name; ///< of that command
        bool hidden = false;
        bool secret = false; ///< it is about a node whose value is secret
        bool named = false; ///< an answer that says which nodes it is about
        std::vector<ByteSpan> answers; ///< of Items that do not say what they are about
        [[nodiscard]] bool isAnswer() const { return element == "Status" || element == "Results"; }
    };

    static bool isHolder(std::string_view name) { return name == "Item" || name == "Node"; }
    static bool isValue(std::string_view name) { return name == "Data" || name == "Value"; }
    static bool isName(std::string_view name) { return name == "LocURI" || name == "NodeName"; }
    static bool isReference(std::string_view name) { return name == "TargetRef" || name == "SourceRef"; }
    /// DDF documents in Items have elements of these names too.
    [[nodiscard]] bool isCommand(std::string_view name) const
    {
        constexpr std::array<std::string_view, 9> kCommands{
            "Alert", "Status", "Results", "Get", "Exec", "Replace", "Add", "Copy", "Delete"};
        return m_holders.empty() && std::ranges::find(kCommands, name) != kCommands.end();
    }

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
        return isName(name) || isReference(name) || std::ranges::find(kTelling, name) != kTelling.end()
            || isOption(name);
    }

    void open(std::string_view name)
    {
        m_path.push_back({std::string(name), {}});
        if (isHolder(name)) {
            m_item += m_holders.empty() ? 1 : 0;
            m_holders.emplace_back().isNode = name == "Node";
        } else if (name == "parm") {
            m_parameter = Parameter{};
        } else if (m_holders.size() == 1 && (name == "MoreData" || name == "Size")) {
            m_holders.back().goesOn |= name == "MoreData";
            m_holders.back().sized |= name == "Size";
        } else if (isCommand(name)) {
            m_command = Command{};
            m_command->element = name;
        }
    }

    void takeText(const MessagePiece& piece)
    {
        constexpr std::size_t kLongestText = 4096;
        if (m_path.empty()) {
            return;
        }
        if (!piece.name.empty()) {
            takeAttribute(piece);
            return;
        }
        Element& element = m_path.back();
        if (element.name == "NextNonce" || (element.name == "Data" && isInCred())) {
            add(piece.content);
            return;
        }
        if (!m_holders.empty() && !isValue(element.name) && !isName(element.name) && isSecretName(element.name)) {
            addAgain(piece.content); // of a document that has its own names, such as a WLAN profile
            return;
        }
        if (tells(element.name)) {
            element.text += piece.text.substr(0, kLongestText - std::min(kLongestText, element.text.size()));
        }
        if (!m_holders.empty() && isValue(element.name)) {
            m_holders.back().values.push_back(piece.content);
            takeData(piece);
        }
    }

    void takeAttribute(const MessagePiece& piece)
    {
        if (!m_parameter || m_path.back().name != "parm") {
            return;
        }
        if (piece.name == "name") {
            m_parameter->name = piece.text;
        } else if (piece.name == "value") {
            m_parameter->values.push_back(piece.content);
        }
    }

    /// Keeps where the Data of an Item stands, but not what was read out of it.
    void takeData(const MessagePiece& piece)
    {
        const bool isOwn = m_holders.size() == 1 && m_path.size() > 1 && m_path[m_path.size() - 2].name == "Item";
        if (!isOwn || piece.content.offset < m_embeddedTo) {
            return;
        }
        if (piece.kind == MessagePiece::Kind::Embedded) {
            m_embeddedTo = piece.content.end();
        }
        RawText raw{piece.content, false, std::nullopt};
        if (piece.wbxml && m_message.substr(raw.place.offset, raw.place.length) != piece.text) {
            raw.converted = std::string(piece.text);
        } else if (!piece.wbxml) {
            raw.escaped = piece.whole.length == piece.content.length;
        }
        m_holders.back().data.push_back(std::move(raw));
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
        } else if (isCommand(done.name)) {
            closeCommand();
        } else if (isName(done.name) && !m_holders.empty()) {
            closeName(done);
        } else if (done.name == "parm") {
            closeParameter();
        } else {
            closeReference(done);
        }
    }

    void closeName(const Element& done)
    {
        Holder& holder = m_holders.back();
        // Parts of a TNDS may begin within a Node.
        if (holder.isNode != (done.name == "NodeName")) {
            return;
        }
        holder.named = holder.named || !m_cut;
        if (holder.isNode) {
            holder.name = done.text;
            holder.copied = isCopiedNode();
        } else {
            holder.copied = holder.copied || m_memory->known.hidesNode(done.text);
            const bool isSource = !m_path.empty() && m_path.back().name == "Source";
            (isSource ? holder.source : holder.target) = done.text;
            holder.uri = holder.uri.empty() ? done.text : holder.uri;
        }
        holder.secret = holder.secret || holder.copied || isSecretName(lastSegment(done.text));
    }

    /// The innermost Node.
    [[nodiscard]] bool isCopiedNode() const
    {
        std::vector<std::string_view> names;
        bool isBelow = false;
        for (const Holder& holder : m_holders) {
            if (holder.isNode) {
                names.emplace_back(holder.name);
                isBelow = isBelow || holder.copied;
            }
        }
        return isBelow || m_memory->known.hidesNode(names);
    }

    /// Tells the rest of the session of a copy, and of what was seen to be secret.
    void learn(const Holder& holder)
    {
        if (isCut()) {
            return;
        }
        if (isIn("Copy") && !holder.isNode) {
            m_memory->known.copied(holder.source, holder.target);
        }
        if (holder.secret && holder.values.size() == 1) {
            m_memory->known.learn(textAt(holder.values.front()));
        }
    }

    [[nodiscard]] std::string_view textAt(ByteSpan place) const { return m_message.substr(place.offset, place.length); }

    void closeHolder()
    {
        if (m_holders.empty()) {
            return;
        }
        Holder holder = std::move(m_holders.back());
        m_holders.pop_back();
        learn(holder);
        holder.secret = holder.secret || std::ranges::any_of(holder.values, [this](ByteSpan value) {
            return isDots(textAt(value)) || m_memory->known.hasValue(textAt(value));
        });
        const bool mayGetName = m_extent == MessageExtent::Beginning && m_cut && !holder.named;
        const bool isOfCommand = m_command && !m_path.empty() && m_path.back().name == m_command->element;
        if (isOfCommand) {
            m_command->secret = m_command->secret || holder.secret;
        }
        if (holder.secret || mayGetName) {
            std::ranges::for_each(holder.values, [this](ByteSpan value) { add(value); });
        } else if (!holder.named && isOfCommand && m_command->isAnswer()) {
            m_command->answers.insert(m_command->answers.end(), holder.values.begin(), holder.values.end());
        }
        if (!holder.secret && !holder.values.empty() && !judgeObject(holder)) {
            std::ranges::for_each(holder.values, [this](ByteSpan value) { judgeBase64(value); });
        }
    }

    void closeParameter()
    {
        const auto parameter = std::exchange(m_parameter, std::nullopt);
        if (parameter && (parameter->name.empty() || isSecretName(parameter->name))) {
            std::ranges::for_each(parameter->values, [this](ByteSpan value) { add(value); });
        }
    }

    /// What ends here may go on in bytes that have not been seen.
    [[nodiscard]] bool isCut() const { return m_extent == MessageExtent::Beginning && m_cut; }

    void judgeBase64(ByteSpan value)
    {
        const std::string_view text = textAt(value);
        const Base64Guess guess = guessBase64(text);
        if (guess == Base64Guess::No || (guess == Base64Guess::TooShort && !isCut())) {
            return;
        }
        for (const ByteSpan found :
            secretsOfText(text, isCut() ? m_extent : MessageExtent::Whole, m_depth, m_memory->known)) {
            addAgain({value.offset + found.offset, found.length});
        }
    }

    /// False: its Data is neither a part of an object nor a document in pieces.
    bool judgeObject(const Holder& item)
    {
        if (item.data.empty()) {
            return false;
        }
        if (!item.goesOn && m_memory->objects.isEmpty()) {
            return judgeAlone(item);
        }
        const ObjectPlace place{m_sender, m_session, item.uri};
        const PartPlace part{m_id, m_item};
        SplitObject* object = m_memory->objects.find(place, part);
        if (object == nullptr && !item.goesOn) {
            return judgeAlone(item);
        }
        const DataText data(m_message, item.data);
        if (object == nullptr || beginsObject(data.text())) {
            object = &m_memory->objects.begin(place);
            judgePart(*object, part, data, item, !item.sized && !beginsObject(data.text()));
        } else {
            judgePart(*object, part, data, item, false);
        }
        return true;
    }

    bool judgeAlone(const Holder& item)
    {
        const bool isOne = item.data.size() == 1;
        if (isOne && !isLaterPart(m_message.substr(item.data.front().place.offset, item.data.front().place.length))) {
            return false;
        }
        const DataText data(m_message, item.data);
        if (isLaterPart(data.text())) {
            addPlaces(data, {0, data.text().size()});
            return true;
        }
        for (const ByteSpan found :
            secretsOfText(data.text(), isCut() ? m_extent : MessageExtent::Whole, m_depth, m_memory->known)) {
            addPlaces(data, found);
        }
        return !isOne;
    }

    void judgePart(SplitObject& object, const PartPlace& part, const DataText& data, const Holder& item, bool isUnknown)
    {
        using Kind = SplitObject::Kind;
        const std::string_view fresh = data.text();
        const bool goesOn = item.goesOn || isCut();
        const std::size_t before = object.before().size();
        Kind kind = isUnknown ? Kind::Unknown : object.kind();
        const std::string whole = kind == Kind::Document ? object.before() + data.text() : std::string();
        if (kind == Kind::Document && !mayBeDocument(whole)) {
            kind = Kind::Plain;
        }
        if (kind == Kind::Unknown) {
            addPlaces(data, {0, fresh.size()});
        } else if (kind == Kind::Document) {
            const auto extent = goesOn ? MessageExtent::Beginning : MessageExtent::Whole;
            for (const ByteSpan found : secretsOfText(whole, extent, m_depth, m_memory->known)) {
                const std::size_t from = std::max(found.offset, before);
                addPlaces(data, {from - before, std::max(found.end(), from) - from});
            }
        }
        object.add(part, fresh, kind, goesOn);
    }

    void addPlaces(const DataText& data, ByteSpan part)
    {
        std::ranges::for_each(data.placesOf(part), [this](ByteSpan place) { addAgain(place); });
    }

    /// Adds what may have been found before.
    void addAgain(ByteSpan span)
    {
        add(span);
        m_twice = true;
    }

    void joinSecrets()
    {
        std::ranges::sort(m_secrets, {}, &ByteSpan::offset);
        std::vector<ByteSpan> joined;
        for (const ByteSpan span : m_secrets) {
            if (!joined.empty() && span.offset < joined.back().end()) {
                joined.back().length = std::max(joined.back().end(), span.end()) - joined.back().offset;
            } else {
                joined.push_back(span);
            }
        }
        m_secrets = std::move(joined);
    }

    void closeCommand()
    {
        const auto command = std::exchange(m_command, std::nullopt);
        if (!command) {
            return;
        }
        if (command->element == "Alert") {
            m_memory->alerts.remember({m_session, m_id, command->id}, command->hidden);
        } else if (!command->isAnswer() && (command->secret || command->element == "Get")) {
            m_memory->asked.remember({m_session, m_id, command->id}, m_sender, command->secret);
        } else if (command->isAnswer() && !command->answers.empty() && isSecretAnswer(*command)) {
            std::ranges::for_each(command->answers, [this](ByteSpan answer) {
                m_memory->known.learn(textAt(answer));
                addAgain(answer);
            });
        }
    }

    [[nodiscard]] bool isSecretAnswer(const Command& answer) const
    {
        const AlertPlace about{m_session, answer.message, answer.about};
        const bool isResults = answer.element == "Results";
        const bool isOfAlert = !isResults && (answer.name == "Alert" || answer.name.empty());
        if (answer.secret || (isOfAlert && m_memory->alerts.mayBeHidden(about))) {
            return true;
        }
        // What a device was asked for before anybody looked might be secret.
        return !answer.named && m_memory->asked.isSecret(about, m_sender).value_or(isResults);
    }

    /// What a message or a command is called, and what an Alert says of its answer.
    void closeReference(const Element& done)
    {
        const std::string_view parent = m_path.empty() ? std::string_view() : std::string_view(m_path.back().name);
        if (parent == "SyncHdr" && done.name == "SessionID") {
            m_session = done.text;
        } else if (parent == "SyncHdr" && done.name == "MsgID") {
            m_id = done.text;
        } else if (parent == "Source" && done.name == "LocURI" && isIn("SyncHdr")) {
            m_sender = done.text;
        } else if (m_command && parent == m_command->element) {
            if (isReference(done.name)) {
                m_command->named = true;
                m_command->secret =
                    m_command->secret || isSecretName(lastSegment(done.text)) || m_memory->known.hidesNode(done.text);
            } else if (done.name == "CmdID") {
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
            const std::string_view options = textAt(value);
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
    MessageMemory* m_memory;
    int m_depth; ///< of documents in base64
    std::vector<Element> m_path;
    std::vector<Holder> m_holders;
    std::optional<Command> m_command;
    std::optional<Parameter> m_parameter;
    std::string m_sender;
    std::string m_session;
    std::string m_id;
    std::size_t m_item = 0; ///< how many came up to here
    std::size_t m_embeddedTo = 0; ///< where the document in a Data ends
    std::vector<ByteSpan> m_secrets;
    std::size_t m_readTo = 0;
    bool m_cut = false; ///< what ends now ends because the bytes do
    bool m_noted = false; ///< the rest could not be read
    bool m_twice = false; ///< secrets may overlap
};

// NOLINTNEXTLINE(misc-no-recursion): at most kMostDocuments deep
std::vector<ByteSpan> secretsOfDocument(
    std::string_view document, MessageExtent extent, int depth, const KnownSecrets& known)
{
    MessageMemory own;
    own.known = known;
    SecretFinder finder(document, extent, own, depth);
    walkMessage(viewOf(document), finder);
    return finder.secrets();
}

/// Of a document, or of one in base64.
// NOLINTNEXTLINE(misc-no-recursion)
std::vector<ByteSpan> secretsOfText(std::string_view text, MessageExtent extent, int depth, const KnownSecrets& known)
{
    const bool isBeginning = extent == MessageExtent::Beginning;
    if (depth >= kMostDocuments || (isBeginning && text.size() < kShortest)) {
        return {{0, text.size()}};
    }
    if (isMessage(viewOf(text))) {
        return secretsOfDocument(text, extent, depth + 1, known);
    }
    if (!mayBeDocument(text)) {
        return {};
    }
    const Base64Text base64(text);
    if (!isMessage(viewOf(base64.octets()))) {
        return isBeginning ? std::vector<ByteSpan>{{0, text.size()}} : std::vector<ByteSpan>{};
    }
    std::vector<ByteSpan> found = secretsOfDocument(base64.octets(), extent, depth + 1, known);
    std::ranges::transform(found, found.begin(), [&base64](ByteSpan one) { return base64.charactersOf(one); });
    if (isBeginning) {
        found.push_back(base64.unfinished());
    }
    return found;
}

/// Finds Cred and NextNonce alone.
class ProofFinder final : public MessageSink
{
public:
    bool take(const MessagePiece& piece) override
    {
        const auto isProof = [](std::string_view name) { return name == "Cred" || name == "NextNonce"; };
        switch (piece.kind) {
        case MessagePiece::Kind::Start:
            m_open.push_back(isProof(piece.name));
            break;
        case MessagePiece::Kind::End:
            if (!m_open.empty()) {
                m_open.pop_back();
            }
            break;
        case MessagePiece::Kind::Text:
        case MessagePiece::Kind::Embedded:
            if (std::ranges::find(m_open, true) != m_open.end()) {
                found.push_back(piece.content);
            }
            break;
        case MessagePiece::Kind::Header:
        case MessagePiece::Kind::Note:
            break;
        }
        return true;
    }

    std::vector<ByteSpan> found;

private:
    std::vector<bool> m_open; ///< of each element that is open, whether it is a proof
};

} // namespace

bool beginsDocument(std::string_view text)
{
    if (!isMessage(viewOf(text))) {
        return false;
    }
    constexpr std::array<std::string_view, 3> kRoots{"MgmtTree", "SyncML", "wap-provisioningdoc"};
    const std::string_view begin = trimmedFront(text);
    const auto tag = XmlScanner(begin).next();
    return !begin.starts_with('<') || begin.starts_with("<?") || begin.starts_with("<!D") || begin.starts_with("<!-")
        || (tag && std::ranges::find(kRoots, tag->name) != kRoots.end());
}

void AlertMemory::remember(AlertPlace place, bool hidden)
{
    constexpr std::size_t kMost = 256;
    std::erase_if(m_seen, [&place](const Seen& seen) { return seen.place == place; });
    m_seen.push_back({std::move(place), hidden});
    if (m_seen.size() > kMost) {
        m_seen.pop_front();
    }
}

void AskedMemory::remember(AlertPlace place, std::string sender, bool secret)
{
    constexpr std::size_t kMost = 4096;
    Key key{std::move(place.session), std::move(place.message), std::move(place.command), std::move(sender)};
    if (!m_seen.insert_or_assign(key, secret).second) {
        return;
    }
    m_order.push_back(std::move(key));
    if (m_order.size() > kMost) {
        m_seen.erase(m_order.front());
        m_order.pop_front();
    }
}

std::optional<bool> AskedMemory::isSecret(const AlertPlace& place, std::string_view answerer) const
{
    // Both ends count their own messages and commands.
    const auto isThere = [&place](const Key& key) {
        return std::get<0>(key) == place.session && std::get<1>(key) == place.message
            && std::get<2>(key) == place.command;
    };
    for (auto seen = m_seen.lower_bound({place.session, place.message, place.command, {}});
         seen != m_seen.end() && isThere(seen->first); ++seen) {
        const std::string& sender = std::get<3>(seen->first);
        if (answerer.empty() || sender.empty() || sender != answerer) {
            return seen->second;
        }
    }
    return std::nullopt;
}

bool AlertMemory::mayBeHidden(const AlertPlace& place) const
{
    const auto seen = std::ranges::find(m_seen, place, &Seen::place);
    return seen == m_seen.end() || seen->hidden;
}

std::optional<std::vector<ByteSpan>> secretsOfMessage(
    QByteArrayView message, MessageExtent extent, MessageMemory& memory)
{
    const std::string_view text(message.data(), static_cast<std::size_t>(message.size()));
    if (!isMessage(viewOf(text))) {
        return std::nullopt;
    }
    SecretFinder finder(text, extent, memory, 0);
    walkMessage(viewOf(text), finder);
    return finder.secrets();
}

std::vector<ByteSpan> proofsOfMessage(QByteArrayView message)
{
    ProofFinder finder;
    const std::string_view text(message.data(), static_cast<std::size_t>(message.size()));
    if (isMessage(viewOf(text))) {
        walkMessage(viewOf(text), finder);
    }
    return std::move(finder.found);
}

} // namespace dmsc
