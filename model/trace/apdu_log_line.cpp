// SPDX-License-Identifier: Apache-2.0
#include "model/trace/apdu_log_line.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr qsizetype kDumpWidth = 16; ///< bytes in a line of OpenSC's dumps
constexpr qsizetype kMaxDump = 1 << 20; ///< bytes that a dump may announce

struct Marker
{
    QByteArrayView text;
    LogLineKind kind;
    bool atStart;
};

// The first that fits wins. A marker at the start may follow blanks.
constexpr std::array kMarkers{
    Marker{" APDU: ", LogLineKind::Command, false}, // pcscd
    Marker{" SW: ", LogLineKind::Response, false},
    Marker{"APDU: ", LogLineKind::Command, true},
    Marker{"SW: ", LogLineKind::Response, true},
    Marker{"Sending: ", LogLineKind::Command, true}, // opensc-tool
    Marker{"Wrapped command --> ", LogLineKind::Command, true}, // GPShell
    Marker{"Unwrapped response <-- ", LogLineKind::Other, true},
    Marker{"Command --> ", LogLineKind::Command, true},
    Marker{"Response <-- ", LogLineKind::Response, true},
    Marker{"A>> ", LogLineKind::Command, true}, // GlobalPlatformPro
    Marker{"A<< ", LogLineKind::Response, true},
    Marker{">> ", LogLineKind::Command, true}, // apdu4j
    Marker{"<< ", LogLineKind::Response, true},
    Marker{"-> ", LogLineKind::Command, true}, // pySim-shell
    Marker{"<- ", LogLineKind::StatusThenData, true},
    Marker{"=> ", LogLineKind::Command, true},
    Marker{"<= ", LogLineKind::Response, true},
    Marker{"> ", LogLineKind::Command, true}, // scriptor
    Marker{"< ", LogLineKind::Response, true},
    Marker{"C-APDU: ", LogLineKind::Command, true},
    Marker{"R-APDU: ", LogLineKind::Response, true},
    Marker{"Command: ", LogLineKind::Command, true},
    Marker{"Response: ", LogLineKind::Response, true},
    Marker{"Command ", LogLineKind::Command, true}, // TCA loader
    Marker{"Response ", LogLineKind::Response, true},
};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

bool isHex(QByteArrayView word)
{
    return !word.isEmpty() && word.size() % 2 == 0 && std::all_of(word.begin(), word.end(), isHexDigit);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// The next word, taken off `text`.
QByteArrayView nextWord(QByteArrayView& text)
{
    const auto* const begin = std::find_if_not(text.begin(), text.end(), isSpace);
    const auto* const end = std::find_if(begin, text.end(), isSpace);
    const QByteArrayView word(begin, end);
    text = QByteArrayView(end, text.end());
    return word;
}

/// "27ms", "8s378ms", "0.52ms".
std::optional<std::chrono::microseconds> durationOf(QByteArrayView word)
{
    static const QRegularExpression kPattern(QStringLiteral("^(?:(\\d{1,9})s)?(\\d{1,9}(?:\\.\\d{1,6})?)ms$"));
    const auto match = kPattern.match(QString::fromLatin1(word));
    if (!match.hasMatch())
        return std::nullopt;
    const double milliseconds = match.captured(1).toDouble() * 1e3 + match.captured(2).toDouble();
    return std::chrono::microseconds(static_cast<std::int64_t>(std::min(milliseconds * 1e3, 4e9)));
}

/// Takes "T=1", "(4+0010)", "(27ms)" and the like away from in front of the hex.
QByteArrayView withoutRemarks(QByteArrayView text, std::optional<std::chrono::microseconds>& duration)
{
    while (true) {
        QByteArrayView rest = text;
        const QByteArrayView word = nextWord(rest);
        const bool isRemark = word.startsWith("T=") || (word.startsWith('(') && word.endsWith(')'));
        if (!isRemark)
            return text;
        if (word.size() > 2)
            if (const auto named = durationOf(word.sliced(1).chopped(1)))
                duration = named;
        text = rest;
    }
}

/// "9000: 621a": the status word first.
QByteArray statusLast(QByteArrayView text, bool& isSo)
{
    QByteArrayView rest = text;
    const QByteArrayView word = nextWord(rest);
    isSo = word.size() == 5 && word.endsWith(':') && isHex(word.chopped(1));
    return isSo ? leadingHex(rest) + QByteArray::fromHex(word.chopped(1).toByteArray()) : leadingHex(text);
}

/// "Outgoing APDU (12 bytes):" and "Incoming APDU (2 bytes):" of OpenSC.
std::optional<LogLine> announcedDump(QByteArrayView line)
{
    if (!line.contains(" APDU"))
        return std::nullopt;
    static const QRegularExpression kPattern(
        QStringLiteral("(Outgoing|Incoming) APDU(?: data)? [\\[(] ?(\\d{1,7}) bytes ?[\\])]"));
    const auto match = kPattern.match(QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 512))));
    if (!match.hasMatch())
        return std::nullopt;
    LogLine found;
    found.kind = match.captured(1) == QLatin1String("Outgoing") ? LogLineKind::CommandDump : LogLineKind::ResponseDump;
    found.size = std::min<qsizetype>(match.captured(2).toLongLong(), kMaxDump);
    return found;
}

/// "Received (SW1=0x90, SW2=0x00):" of opensc-tool.
std::optional<LogLine> receivedStatus(QByteArrayView line)
{
    if (!line.startsWith("Received"))
        return std::nullopt;
    static const QRegularExpression kPattern(
        QStringLiteral("^Received \\(SW1=0x([0-9A-Fa-f]{2}), SW2=0x([0-9A-Fa-f]{2})\\)(:?)"));
    const auto match = kPattern.match(QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 64))));
    if (!match.hasMatch())
        return std::nullopt;
    LogLine found;
    found.kind = match.captured(3).isEmpty() ? LogLineKind::Response : LogLineKind::DataDump;
    found.bytes = QByteArray::fromHex((match.captured(1) + match.captured(2)).toLatin1());
    return found;
}

/// "Apdu(00 A4 00 04 02 3f00 621a8205 9000)" of pySim-trace --show-raw-apdu: header, data, answer, status word; what
/// there is none of is empty.
std::optional<LogLine> rawPair(QByteArrayView line)
{
    if (!line.startsWith("Apdu(") && !line.startsWith("Tpdu("))
        return std::nullopt;
    static const QRegularExpression kPattern(QStringLiteral("^[AT]pdu\\(((?:[0-9A-F]{2} ){5})((?:[0-9a-f]{2})*) "
                                                            "((?:[0-9a-f]{2})*) ([0-9a-f]{4})\\)$"));
    const auto match = kPattern.match(QString::fromLatin1(line.trimmed()));
    if (!match.hasMatch())
        return std::nullopt;
    LogLine found;
    found.kind = LogLineKind::Pair;
    found.bytes = QByteArray::fromHex((match.captured(1) + match.captured(2)).toLatin1());
    found.response = QByteArray::fromHex((match.captured(3) + match.captured(4)).toLatin1());
    return found;
}

std::optional<LogLine> marked(QByteArrayView line)
{
    const QByteArrayView start = line.trimmed();
    for (const Marker& marker : kMarkers) {
        const qsizetype at = marker.atStart ? (start.startsWith(marker.text) ? 0 : -1) : line.indexOf(marker.text);
        if (at < 0)
            continue;
        LogLine found;
        found.kind = marker.kind;
        QByteArrayView rest = (marker.atStart ? start : line).sliced(at + marker.text.size());
        rest = withoutRemarks(rest, found.duration);
        bool isStatusFirst = false;
        found.bytes = marker.kind == LogLineKind::StatusThenData ? statusLast(rest, isStatusFirst) : leadingHex(rest);
        if (marker.kind == LogLineKind::StatusThenData && !isStatusFirst)
            found.kind = LogLineKind::Response;
        found.goesOn = marker.text == QByteArrayView("< ") && !rest.contains(':');
        if (found.bytes.isEmpty())
            found.kind = LogLineKind::Other;
        return found;
    }
    return std::nullopt;
}

} // namespace

QByteArray leadingHex(QByteArrayView text)
{
    QByteArray digits;
    for (QByteArrayView word = nextWord(text); isHex(word); word = nextWord(text))
        digits += word;
    return QByteArray::fromHex(digits);
}

QByteArray dumpedBytes(QByteArrayView line, bool isFirst, std::optional<qsizetype> left)
{
    constexpr qsizetype kColumns = kDumpWidth * 3;
    // A first line that is not full has three columns and a character for each byte, later ones are filled up.
    const bool isShort = isFirst && line.size() < kColumns + kDumpWidth && line.size() % 4 == 0;
    const qsizetype shown = isShort ? line.size() / 4 : line.size() - kColumns;
    const qsizetype count = std::clamp<qsizetype>(left.value_or(shown), 0, kDumpWidth);
    const QByteArray bytes = leadingHex(line.first(std::min(count * 3, line.size())));
    return bytes.size() == count ? bytes : QByteArray();
}

std::optional<std::chrono::microseconds> sinceLineBefore(QByteArrayView line)
{
    constexpr qsizetype kDigits = 8;
    if (line.size() <= kDigits || line[kDigits] != ' ')
        return std::nullopt;
    bool good = false;
    const auto count = line.first(kDigits).toByteArray().toUInt(&good);
    return good ? std::optional(std::chrono::microseconds(count)) : std::nullopt;
}

QByteArrayView threadOf(QByteArrayView line)
{
    if (!sinceLineBefore(line))
        return {};
    const QByteArrayView rest = line.sliced(line.indexOf(' ') + 1);
    const qsizetype end = rest.indexOf(']');
    return rest.startsWith('[') && end > 0 ? rest.sliced(1, end - 1) : QByteArrayView{};
}

std::optional<std::chrono::milliseconds> timeOfDay(QByteArrayView line)
{
    static const QRegularExpression kPattern(QStringLiteral("(?:^|\\s)(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3})\\b"));
    const auto match = kPattern.match(QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 80))));
    if (!match.hasMatch())
        return std::nullopt;
    return std::chrono::hours(match.captured(1).toInt()) + std::chrono::minutes(match.captured(2).toInt())
        + std::chrono::seconds(match.captured(3).toInt()) + std::chrono::milliseconds(match.captured(4).toInt());
}

LogLine readLogLine(QByteArrayView line)
{
    if (auto dump = announcedDump(line))
        return *dump;
    if (auto status = receivedStatus(line))
        return *status;
    if (auto pair = rawPair(line))
        return *pair;
    if (auto found = marked(line))
        return *found;
    LogLine plain;
    QByteArray digits = line.trimmed().toByteArray();
    digits.replace(' ', QByteArray());
    if (isHex(digits)) {
        plain.kind = LogLineKind::Hex;
        plain.bytes = QByteArray::fromHex(digits);
    }
    return plain;
}

} // namespace dmsc
