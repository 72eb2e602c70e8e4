// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/known_secrets.h"
#include "model/decode/message_walk.h"
#include "model/decode/split_objects.h"

#include <QByteArrayView>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace dmsc {

/// Which Alert, or another command, a Status or Results answers.
struct AlertPlace
{
    std::string session;
    std::string message;
    std::string command;
    friend bool operator==(const AlertPlace&, const AlertPlace&) = default;
};

/// What Alerts of the messages so far let a user's answer be.
class AlertMemory
{
public:
    void remember(AlertPlace place, bool hidden);
    /// Also what an Alert asked for that nobody has seen.
    [[nodiscard]] bool mayBeHidden(const AlertPlace& place) const;

private:
    struct Seen
    {
        AlertPlace place;
        bool hidden = false;
    };
    std::deque<Seen> m_seen; ///< the newest last
};

/// Whether the commands of the messages so far are about nodes whose values are secret: what answers them need not say
/// which nodes it is about.
class AskedMemory
{
public:
    void remember(AlertPlace place, std::string sender, bool secret);
    /// By who answers; nothing for a command that nobody has seen.
    [[nodiscard]] std::optional<bool> isSecret(const AlertPlace& place, std::string_view answerer) const;

private:
    using Key = std::tuple<std::string, std::string, std::string, std::string>; ///< place, sender
    std::map<Key, bool> m_seen;
    std::deque<Key> m_order; ///< the newest last
};

/// What the messages so far tell of those that come.
struct MessageMemory
{
    AlertMemory alerts;
    AskedMemory asked;
    SplitObjects objects;
    KnownSecrets known;
};

/// Whether all of a message is there, or what comes after its first parts has not been seen yet.
enum class MessageExtent : std::uint8_t { Whole, Beginning };

/// Whether a text is a document from its begin, not one that goes on.
[[nodiscard]] bool beginsDocument(std::string_view text);

/// Where a DM message or a document in it, as it is or in base64, has secrets: Cred and NextNonce, values of leaves,
/// parameters and elements with secret names and of nodes that these were copied to, the same values elsewhere, answers
/// about such nodes that do not name them, texts that a user entered unseen (ET=P), and dots that somebody put in place
/// of any of these; also what cannot be read, or not yet, since it might be that. An Item that has a part of
/// an object is judged by all its parts so far. Nothing when it is no message.
[[nodiscard]] std::optional<std::vector<ByteSpan>> secretsOfMessage(
    QByteArrayView message, MessageExtent extent, MessageMemory& memory);

/// Where a DM message has Cred and NextNonce, which are of one session only.
[[nodiscard]] std::vector<ByteSpan> proofsOfMessage(QByteArrayView message);

} // namespace dmsc
