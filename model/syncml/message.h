// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/status_code.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A SyncML DM 1.2 message as plain values (OMA DM RepPro 1.2, OMA SyncML RepPro 1.2). Text is UTF-8. Both encodings,
/// message_wbxml.h and message_xml.h, read into and write from these.
namespace dmsc::syncml {

/// CmdID; 0 is never valid for a command, and is the CmdRef of the SyncHdr.
enum class CommandId : std::uint32_t { None = 0 };
/// MsgID; counts from 1. Peers that send 0 exist.
enum class MessageId : std::uint32_t { None = 0 };

/// What a message may hold; more is an error of kind Limit. A hostile message of a few bytes an Item stays bounded.
inline constexpr std::size_t kMaxMessageBytes = std::size_t{256} << 20;
inline constexpr std::size_t kMaxItems = 250'000; ///< Items, commands, references of Status together
inline constexpr std::size_t kMaxNesting = 8; ///< Atomic and Sequence inside each other

namespace mime {
inline constexpr std::string_view kMessageXml = "application/vnd.syncml.dm+xml";
inline constexpr std::string_view kMessageWbxml = "application/vnd.syncml.dm+wbxml";
inline constexpr std::string_view kTndsXml = "application/vnd.syncml.dmtnds+xml";
inline constexpr std::string_view kTndsWbxml = "application/vnd.syncml.dmtnds+wbxml";
} // namespace mime

namespace format {
inline constexpr std::string_view kBin = "bin";
inline constexpr std::string_view kBase64 = "b64";
inline constexpr std::string_view kNode = "node";
inline constexpr std::string_view kXml = "xml";
inline constexpr std::string_view kChr = "chr";
} // namespace format

/// MetInf 1.2. Empty text: not given.
struct Meta
{
    std::string format; ///< in Items never "b64": see Item::base64
    std::string type;
    std::string mark;
    std::string nextNonce; ///< as it travels: base64 text when format is "b64"
    std::string version;
    std::optional<std::uint64_t> size; ///< bytes of Data as it travels
    std::optional<std::uint64_t> maxMsgSize; ///< bytes
    std::optional<std::uint64_t> maxObjSize; ///< bytes

    friend bool operator==(const Meta&, const Meta&) = default;
};

/// Target or Source.
struct Address
{
    std::string uri; ///< LocURI
    std::string name; ///< LocName

    [[nodiscard]] bool empty() const { return uri.empty() && name.empty(); }
    friend bool operator==(const Address&, const Address&) = default;
};

struct Item
{
    Address target;
    Address source;
    /// Merged with the Meta of the command on reading: what the Item says itself goes first.
    Meta meta;
    /// The raw value: base64 is taken off, and put on by the XML writer for Format "bin". A TNDS document is here as it
    /// stands, XML text or WBXML, and meta.type says which. Not set: there was no Data element.
    std::optional<std::string> data;
    /// The data travelled as base64 text (Format "b64"; here it reads "bin"), so that meta.size counts its characters.
    /// The XML writer ignores it, the WBXML writer sends base64 again instead of octets. A chunk of a large object that
    /// cannot be decoded alone stays as it is, with Format "b64".
    bool base64 = false;
    bool moreData = false;

    friend bool operator==(const Item&, const Item&) = default;
};

struct Cred
{
    Meta meta;
    std::string data; ///< as it travels, base64 text when meta.format is "b64"

    friend bool operator==(const Cred&, const Cred&) = default;
};

/// A challenge: meta has type, format, nextNonce.
struct Chal
{
    Meta meta;

    friend bool operator==(const Chal&, const Chal&) = default;
};

enum class CommandKind : std::uint8_t {
    Unknown, ///< an element that is no DM command; name says which
    Add,
    Alert,
    Atomic,
    Copy,
    Delete,
    Exec,
    Get,
    Replace,
    Results,
    Sequence,
    Status,
};

/// What Status and Results say about the command that they answer.
struct Reference
{
    MessageId message = MessageId::None; ///< MsgRef
    CommandId command = CommandId::None; ///< CmdRef; 0 with `name` SyncHdr is the header
    std::string name; ///< Cmd; Status only
    std::vector<std::string> targets; ///< TargetRef
    std::vector<std::string> sources; ///< SourceRef

    friend bool operator==(const Reference&, const Reference&) = default;
};

/// What the reader found wrong with a command that it could still read; the answer is a Status of this code.
struct Fault
{
    StatusCode answer = StatusCode::BadRequest;
    QString what;

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// One command. Which members count depends on the kind; the others keep their defaults.
struct Command
{
    CommandKind kind = CommandKind::Unknown;
    std::string name; ///< Unknown only: the element's name
    CommandId id = CommandId::None;
    std::vector<Item> items;
    std::string correlator; ///< Exec, Alert
    AlertCode alert = AlertCode::None; ///< Alert
    std::vector<Command> members; ///< Atomic, Sequence
    Reference reference; ///< Status, Results
    StatusCode status = StatusCode::None; ///< Status
    std::optional<Chal> chal; ///< Status
    std::optional<Fault> fault; ///< set by readers only, never written

    friend bool operator==(const Command&, const Command&) = default;
};

struct Header
{
    std::string verDtd = "1.2";
    std::string verProto = "DM/1.2";
    std::string sessionId; ///< upper-case hexadecimal without leading zeros, when it is ours
    MessageId msgId = MessageId::None;
    Address target;
    Address source; ///< name: the user, for MD5 and HMAC
    std::string respUri;
    std::optional<Cred> cred;
    Meta meta; ///< maxMsgSize, maxObjSize

    friend bool operator==(const Header&, const Header&) = default;
};

struct Message
{
    Header header;
    std::vector<Command> commands;
    bool final = false; ///< the last message of its package

    friend bool operator==(const Message&, const Message&) = default;
};

/// The element name of a kind, empty for Unknown.
[[nodiscard]] std::string_view commandName(CommandKind kind);
/// Unknown for every other name.
[[nodiscard]] CommandKind commandKind(std::string_view name);

/// Whether Data is octets rather than text: it travels as OPAQUE or base64.
[[nodiscard]] bool isBinary(const Item& item);

} // namespace dmsc::syncml
