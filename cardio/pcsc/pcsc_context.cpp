// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/pcsc_context.h"

#include <QByteArray>
#include <QCoreApplication>

#include <winscard.h>

#include <thread>
#include <type_traits>
#include <utility>

namespace dmsc {

static_assert(std::is_same_v<PcscCode, LONG>);
static_assert(std::is_same_v<PcscContext::Handle, SCARDCONTEXT>);

namespace {

constexpr std::chrono::milliseconds kStaleSocketPause{50};

QString quoted(const QStringList& names)
{
    return QStringLiteral("\"%1\"").arg(names.join(QStringLiteral("\", \"")));
}

} // namespace

Result<PcscContext> PcscContext::establish()
{
    SCARDCONTEXT handle = 0;
    LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
    if (troubleOf(code) == PcscTrouble::Right) {
        // The socket that a killed pcscd left behind says the same, once.
        std::this_thread::sleep_for(kStaleSocketPause);
        code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
    }
    if (code != SCARD_S_SUCCESS)
        return tl::unexpected(pcscError(code, {}));
    return PcscContext(handle);
}

PcscContext::PcscContext(Handle handle)
    : m_handle(handle)
{
}

PcscContext::PcscContext(PcscContext&& other) noexcept
    : m_handle(std::exchange(other.m_handle, std::nullopt))
{
}

PcscContext& PcscContext::operator=(PcscContext&& other) noexcept
{
    if (this != &other) {
        release();
        m_handle = std::exchange(other.m_handle, std::nullopt);
    }
    return *this;
}

PcscContext::~PcscContext()
{
    release();
}

void PcscContext::release()
{
    if (m_handle)
        SCardReleaseContext(*m_handle);
    m_handle.reset();
}

Result<QStringList> PcscContext::readers() const
{
    // Readers come between asking for the length and for the names; the names have 16 x 128 bytes at most.
    QByteArray names(4096, '\0');
    auto length = static_cast<DWORD>(names.size());
    const LONG code = SCardListReaders(handle(), nullptr, names.data(), &length);
    if (code == SCARD_E_NO_READERS_AVAILABLE)
        return QStringList();
    if (code != SCARD_S_SUCCESS)
        return tl::unexpected(pcscError(code, {}));
    QStringList list;
    for (const QByteArray& name : names.left(static_cast<qsizetype>(length)).split('\0'))
        if (!name.isEmpty())
            list.push_back(QString::fromUtf8(name));
    return list;
}

void PcscContext::cancel(Handle handle)
{
    SCardCancel(handle);
}

Result<QString> chooseReader(const QStringList& names, const QString& wanted)
{
    if (names.contains(wanted))
        return wanted;
    if (names.isEmpty())
        return tl::unexpected(pcscError(SCARD_E_NO_READERS_AVAILABLE, wanted));
    const QStringList found = names.filter(wanted, Qt::CaseInsensitive);
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("Pcsc", "there is no reader called \"%1\"; there are %2")
                .arg(wanted, quoted(names)));
    return fail(ErrorKind::BadValue,
        QCoreApplication::translate("Pcsc", "more than one reader is called \"%1\": %2; give more of the name")
            .arg(wanted, quoted(found)));
}

} // namespace dmsc
