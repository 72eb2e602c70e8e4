// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the user of a handset is asked and told (PRO 2.5, TS 102 223, USE-1 to USE-9), as values.
namespace dmsc {

/// Names one question of a desk, for its answer.
enum class PromptId : std::uint32_t { None = 0 };

/// The confirmation mark of an MO, three-valued (USE-1, USE-2, USE-4).
enum class ConfirmMark : std::uint8_t { Absent, Confirm, DoNotConfirm };
/// "confirm", "do-not-confirm", empty: as Meta Mark and the card's confirmation MO carry it.
[[nodiscard]] std::string_view confirmWord(ConfirmMark mark);
/// Absent for every other word.
[[nodiscard]] ConfirmMark confirmMarkOf(std::string_view word);

/// The five user alerts 1100 to 1104; toolkit commands map to them.
enum class PromptKind : std::uint8_t { Display, Confirm, TextInput, SingleChoice, MultipleChoice };

/// Who asks, as it was verified: never a text that the asker chose.
struct PromptAsker
{
    QString name; ///< of the verified credential: "Operator A", "issuer", the server id
    QString proof; ///< "SCP03 0x33", "HMAC", "certificate CN=..."; empty: nothing proves it
    bool verified = false;
    friend bool operator==(const PromptAsker&, const PromptAsker&) = default;
};

/// One line of the small diff that a prompt shows.
struct PromptChange
{
    enum class Kind : std::uint8_t { Add, Replace, Delete } kind = Kind::Add;
    std::string uri;
    QString what; ///< the MO's name in words, or the property
    QString before; ///< empty for Add
    QString after; ///< empty for Delete
    bool secret = false; ///< before and after are not to be shown
    friend bool operator==(const PromptChange&, const PromptChange&) = default;
};

/// The options of a user alert (PRO 2.5.3), already read; unknown ones are gone.
struct PromptOptions
{
    enum class Input : std::uint8_t { Alphanumeric, Number, Date, Time, Phone, IpAddress };
    std::chrono::seconds minDisplay{0}; ///< MINDT
    std::optional<std::chrono::seconds> maxDisplay; ///< MAXDT
    QString defaultResponse; ///< DR as it came: "0", a text, "2-3"
    std::optional<int> maxLength; ///< MAXLEN, characters
    Input input = Input::Alphanumeric; ///< IT
    bool hidden = false; ///< ET=P
    friend bool operator==(const PromptOptions&, const PromptOptions&) = default;
};

struct Prompt
{
    PromptKind kind = PromptKind::Confirm;
    PromptAsker asker;
    QString text; ///< the asker's words, or ours when the device asks by itself
    QString why; ///< what makes the device ask: "marked to be confirmed", "an MO would be replaced"; may be empty
    QString ifYes; ///< what yes does; empty: the button says it
    QString ifNo;
    std::vector<PromptChange> changes;
    bool partial = false; ///< some of the changes can be accepted alone
    bool defaultYes = false; ///< the safe answer is the default: no, unless the asker's DR says yes
    std::vector<QString> choices;
    PromptOptions options;
    friend bool operator==(const Prompt&, const Prompt&) = default;
};

struct PromptAnswer
{
    enum class Verdict : std::uint8_t {
        Yes, ///< seen, accepted, entered or chosen
        No,
        Cancelled,
        TimedOut, ///< MAXDT ran out
        TooLarge, ///< cannot be displayed
    } verdict = Verdict::No;
    QString text; ///< TextInput
    std::vector<int> chosen; ///< from 1, in the order of the choices
    std::vector<std::size_t> accepted; ///< of a partial prompt with Yes: positions in changes
    friend bool operator==(const PromptAnswer&, const PromptAnswer&) = default;
};

/// What the user is told without being asked (USE-8, ui-mode informative).
struct Notice
{
    enum class Kind : std::uint8_t { Information, Finished, Warning } kind = Kind::Information;
    PromptAsker asker;
    QString text;
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// Reads the options of a user alert's first Item, `k=v&k=v` URL-encoded. Never fails: what cannot be read is skipped.
[[nodiscard]] PromptOptions promptOptionsOf(std::string_view encoded);
/// Whether a text is what IT asks for: Date is a day that exists, Time one of the clock. MAXLEN is another matter.
[[nodiscard]] bool isInput(PromptOptions::Input input, const QString& text);
/// "yes", "no", "entered 4 characters", "chose 1, 3", in the user's language, for logs and the list of decisions.
[[nodiscard]] QString answerText(const Prompt& prompt, const PromptAnswer& answer);

} // namespace dmsc
