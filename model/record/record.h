// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace dmsc {

/// What spoke: the lowest layer that the bytes of a record belong to.
enum class Layer : std::uint8_t {
    Apdu, ///< command and response as the link carried them (ISO 7816-4)
    SecureChannel, ///< the same pair unwrapped, or a step of the handshake (SCP03, SCP11)
    SyncMl, ///< a DM message or one of its commands (OMA DM 1.2)
    Plan, ///< an operation of the plan and how it ended
    Ui, ///< a prompt and the user's answer
    Storage, ///< a file or image that was read or written
    Reader, ///< a card came or went, a reader was lost
    Notification, ///< package 0 and its like
};
inline constexpr int kLayerCount = 8;

/// The life lines of the sequence ladder.
enum class Actor : std::uint8_t { None, Device, Card, Server, User, Workbench };
inline constexpr int kActorCount = 6;

enum class StatusLevel : std::uint8_t { None, Ok, Warning, Error };

/// Which of a record's two byte strings something lies in.
enum class RecordPart : std::uint8_t { Request, Response };

/// Bytes [offset, offset + length) of one part.
struct ByteRange
{
    RecordPart part = RecordPart::Request;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Ties the rows of one exchange together (the APDUs that carried a message, the parts of a chain,
/// the Status of a command). Producers draw ids from RecordQueue::newExchange(); 0 ties nothing.
struct ExchangeId
{
    std::uint32_t value = 0;
    friend bool operator==(const ExchangeId&, const ExchangeId&) = default;
};

/// One thing that was said or happened: a command with its response, a prompt with its answer, an event.
/// Names are the standards' and are not translated.
struct Record
{
    /// Start, since the recording began. Negative: the queue stamps it with now - duration.
    std::chrono::nanoseconds time{-1};
    std::chrono::microseconds duration{0};
    Layer layer = Layer::Apdu;
    Actor from = Actor::Device;
    Actor to = Actor::Card;
    bool continuation = false; ///< a chained part or GET RESPONSE that belongs to the row before it
    StatusLevel level = StatusLevel::None;
    ExchangeId exchange;
    QString name; ///< "SELECT DM_SC", "Replace", "INITIALIZE UPDATE"
    QString target; ///< node URI, AID, file: what it was about; may be empty
    QString status; ///< "9000", "404", "refused"
    QByteArray request; ///< the whole command APDU, message, question
    QByteArray response; ///< the whole response APDU with its status word, answer
    std::vector<ByteRange> secrets; ///< PIN, keys, nonces: shown and exported as dots unless asked for
};

[[nodiscard]] QString layerName(Layer layer);
[[nodiscard]] QString actorName(Actor actor);
/// "->" from left to right (device, card, server, user in this order), "<-" back, "" for one actor alone.
[[nodiscard]] QString directionGlyph(Actor from, Actor to);

} // namespace dmsc
