// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/session_channel.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

namespace {

tl::unexpected<Error> closed()
{
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate("Scp03", "the secure channel is closed, a new handshake is needed"));
}

} // namespace

SessionChannel::SessionChannel(Scp03Session session, QString method)
    : m_session(std::move(session))
    , m_method(std::move(method))
    , m_level(m_session->level())
{
}

Result<CommandApdu> SessionChannel::wrap(CommandApdu command)
{
    if (!m_session)
        return closed();
    Result<CommandApdu> wrapped = m_session->wrapCommand(std::move(command));
    if (!wrapped && wrapped.error().kind != ErrorKind::Limit)
        close();
    return wrapped;
}

Result<ResponseApdu> SessionChannel::unwrap(ResponseApdu response)
{
    if (!m_session)
        return closed();
    Result<ResponseApdu> plain = m_session->unwrapResponse(std::move(response));
    if (!plain || plain->sw == StatusWord::SecureMessagingWrong)
        close();
    return plain;
}

std::size_t SessionChannel::plainCapacity(std::size_t wrapped) const
{
    return m_session ? m_session->plainCapacity(wrapped) : wrapped;
}

} // namespace dmsc
