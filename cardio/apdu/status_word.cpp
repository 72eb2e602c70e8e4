// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/status_word.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

constexpr const char* kContext = "StatusWord";

struct Meaning
{
    StatusWord sw;
    const char* text;
};

constexpr Meaning kMeanings[] = {
    {StatusWord::Ok, QT_TRANSLATE_NOOP("StatusWord", "done")},
    {StatusWord::ToolkitBusy, QT_TRANSLATE_NOOP("StatusWord", "the card's toolkit is busy, try again later")},
    {StatusWord::WarningUnchanged, QT_TRANSLATE_NOOP("StatusWord", "a warning without details, nothing was changed")},
    {StatusWord::DataMayBeCorrupt, QT_TRANSLATE_NOOP("StatusWord", "part of the returned data may be damaged")},
    {StatusWord::EndOfFile,
        QT_TRANSLATE_NOOP("StatusWord", "the end of the file or record came before the expected length")},
    {StatusWord::FileDeactivated, QT_TRANSLATE_NOOP("StatusWord", "the selected file is deactivated")},
    {StatusWord::FileTerminated, QT_TRANSLATE_NOOP("StatusWord", "the selected file is terminated")},
    {StatusWord::MoreData, QT_TRANSLATE_NOOP("StatusWord", "more data can be retrieved")},
    {StatusWord::MoreDataProactive,
        QT_TRANSLATE_NOOP("StatusWord", "more data can be retrieved and a proactive command is waiting")},
    {StatusWord::ResponseData, QT_TRANSLATE_NOOP("StatusWord", "response data is available")},
    {StatusWord::AuthenticationFailed, QT_TRANSLATE_NOOP("StatusWord", "the authentication failed")},
    {StatusWord::MoreExpected, QT_TRANSLATE_NOOP("StatusWord", "the card expects more data")},
    {StatusWord::MoreExpectedProactive,
        QT_TRANSLATE_NOOP("StatusWord", "the card expects more data and a proactive command is waiting")},
    {StatusWord::ErrorUnchanged, QT_TRANSLATE_NOOP("StatusWord", "an error during execution, nothing was changed")},
    {StatusWord::ErrorChanged,
        QT_TRANSLATE_NOOP("StatusWord", "an error during execution, the card's memory was changed")},
    {StatusWord::MemoryProblem, QT_TRANSLATE_NOOP("StatusWord", "the card could not write to its memory")},
    {StatusWord::WrongLength, QT_TRANSLATE_NOOP("StatusWord", "the length of the command is wrong")},
    {StatusWord::ClaFeature, QT_TRANSLATE_NOOP("StatusWord", "a feature asked for in the class byte is not supported")},
    {StatusWord::ChannelUnsupported, QT_TRANSLATE_NOOP("StatusWord", "the logical channel is not supported")},
    {StatusWord::SecureMessagingUnsupported, QT_TRANSLATE_NOOP("StatusWord", "secure messaging is not supported")},
    {StatusWord::LastOfChainExpected, QT_TRANSLATE_NOOP("StatusWord", "the last command of the chain was expected")},
    {StatusWord::ChainingUnsupported, QT_TRANSLATE_NOOP("StatusWord", "command chaining is not supported")},
    {StatusWord::NotAllowed, QT_TRANSLATE_NOOP("StatusWord", "the command is not allowed")},
    {StatusWord::IncompatibleFile,
        QT_TRANSLATE_NOOP("StatusWord", "the command does not suit the structure of the file")},
    {StatusWord::SecurityStatusNotSatisfied,
        QT_TRANSLATE_NOOP(
            "StatusWord", "the security status is not satisfied, authenticate with sufficient rights and level first")},
    {StatusWord::AuthenticationBlocked, QT_TRANSLATE_NOOP("StatusWord", "the authentication method is blocked")},
    {StatusWord::DataInvalid, QT_TRANSLATE_NOOP("StatusWord", "the referenced data is invalid")},
    {StatusWord::ConditionsNotSatisfied, QT_TRANSLATE_NOOP("StatusWord", "the conditions of use are not satisfied")},
    {StatusWord::NoCurrentFile, QT_TRANSLATE_NOOP("StatusWord", "no file is selected")},
    {StatusWord::SecureMessagingWrong,
        QT_TRANSLATE_NOOP("StatusWord",
            "the protection of the command is wrong (MAC, padding), the card has closed the secure channel")},
    {StatusWord::SecureChannelSecurity,
        QT_TRANSLATE_NOOP("StatusWord", "the security of the secure channel is not satisfied")},
    {StatusWord::WrongData, QT_TRANSLATE_NOOP("StatusWord", "the command's data is wrong")},
    {StatusWord::FunctionUnsupported, QT_TRANSLATE_NOOP("StatusWord", "the function is not supported")},
    {StatusWord::FileNotFound, QT_TRANSLATE_NOOP("StatusWord", "there is no such file or application")},
    {StatusWord::RecordNotFound, QT_TRANSLATE_NOOP("StatusWord", "there is no such record")},
    {StatusWord::NotEnoughMemory, QT_TRANSLATE_NOOP("StatusWord", "not enough memory on the card")},
    {StatusWord::WrongP1P2, QT_TRANSLATE_NOOP("StatusWord", "the parameters P1 P2 are wrong")},
    {StatusWord::LcInconsistent, QT_TRANSLATE_NOOP("StatusWord", "the length does not agree with P1 P2")},
    {StatusWord::ReferenceNotFound, QT_TRANSLATE_NOOP("StatusWord", "the referenced key or data was not found")},
    {StatusWord::FileExists, QT_TRANSLATE_NOOP("StatusWord", "the file exists already")},
    {StatusWord::NameExists, QT_TRANSLATE_NOOP("StatusWord", "the application name exists already")},
    {StatusWord::WrongOffset, QT_TRANSLATE_NOOP("StatusWord", "the offset or P1 P2 lies outside the file")},
    {StatusWord::InsUnsupported, QT_TRANSLATE_NOOP("StatusWord", "the card does not know this instruction")},
    {StatusWord::ClaUnsupported, QT_TRANSLATE_NOOP("StatusWord", "the card does not know this class byte")},
    {StatusWord::NoDiagnosis, QT_TRANSLATE_NOOP("StatusWord", "an error that the card does not explain")},
    {StatusWord::MaximumReached, QT_TRANSLATE_NOOP("StatusWord", "the maximum value is reached")},
    {StatusWord::AuthenticationError, QT_TRANSLATE_NOOP("StatusWord", "authentication error")},
    {StatusWord::SessionExpired, QT_TRANSLATE_NOOP("StatusWord", "the security session has expired")},
    {StatusWord::Suspended, QT_TRANSLATE_NOOP("StatusWord", "the card cannot be suspended now")},
};

QString translated(const char* text)
{
    return QCoreApplication::translate(kContext, text);
}

/// 00 stands for 256 in 61xx and 6Cxx.
int countOf(StatusWord sw)
{
    return sw2(sw) == 0 ? 256 : sw2(sw);
}

QString describeClass(StatusWord sw)
{
    switch (sw1(sw)) {
    case 0x61:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "done, %1 more bytes can be fetched")).arg(countOf(sw));
    case 0x6C:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "wrong expected length, the right one is %1"))
            .arg(countOf(sw));
    case 0x91:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "done, a proactive command of %1 bytes is waiting"))
            .arg(countOf(sw));
    case 0x92:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "done, with information on the data transfer"));
    case 0x62:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "a warning, nothing was changed"));
    case 0x63:
        if ((sw2(sw) & 0xF0U) == 0xC0U)
            return translated(QT_TRANSLATE_NOOP("StatusWord", "tries left: %1")).arg(sw2(sw) & 0x0FU);
        return translated(QT_TRANSLATE_NOOP("StatusWord", "a warning, the card's memory was changed"));
    case 0x64:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "an error during execution, nothing was changed"));
    case 0x65:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "an error during execution, the card's memory was changed"));
    case 0x68:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "a feature asked for in the class byte is not supported"));
    case 0x69:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "the command is not allowed"));
    case 0x6A:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "the parameters or the data of the command are wrong"));
    default:
        return translated(QT_TRANSLATE_NOOP("StatusWord", "a status word without a known meaning"));
    }
}

QString meaning(StatusWord sw)
{
    const auto* found =
        std::find_if(std::begin(kMeanings), std::end(kMeanings), [sw](const Meaning& entry) { return entry.sw == sw; });
    return found == std::end(kMeanings) ? describeClass(sw) : translated(found->text);
}

} // namespace

QString describe(StatusWord sw)
{
    const QString digits = QStringLiteral("%1").arg(value(sw), 4, 16, QLatin1Char('0')).toUpper();
    return QStringLiteral("%1: %2").arg(digits, meaning(sw));
}

} // namespace dmsc
