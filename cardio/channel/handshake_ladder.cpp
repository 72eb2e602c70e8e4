// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/handshake_ladder.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

HandshakeValue valueOf(const char* id, const char* name, ByteView bytes)
{
    HandshakeValue value;
    value.id = QLatin1String(id);
    value.name = QCoreApplication::translate("Handshake", name);
    value.bytes = QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return value;
}

} // namespace

HandshakeLadder::HandshakeLadder(const HandshakeOptions& options)
    : m_planned(plannedSteps(options.method, options.as))
    , m_sink(options.steps)
{
}

void HandshakeLadder::tell()
{
    if (m_sink)
        m_sink(m_step);
}

void HandshakeLadder::begin(const char* id)
{
    const auto planned = std::find_if(
        m_planned.begin(), m_planned.end(), [id](const HandshakeStep& step) { return step.id == QLatin1String(id); });
    m_step = planned == m_planned.end() ? HandshakeStep{} : *planned;
    m_step.state = StepState::Running;
    m_start = std::chrono::steady_clock::now();
    tell();
}

void HandshakeLadder::add(const char* id, const char* name, ByteView bytes)
{
    m_step.values.push_back(valueOf(id, name, bytes));
}

void HandshakeLadder::addSecret(const char* id, const char* name, ByteView bytes)
{
    // Without anybody who watches, keys stay where they are wiped.
    if (!m_sink)
        return;
    add(id, name, bytes);
    m_step.values.back().secret = true;
}

void HandshakeLadder::add(const char* id, const char* name, const Certificate& certificate)
{
    add(id, name, certificate.der());
    m_step.values.back().text =
        QCoreApplication::translate("Handshake", "%1, issued by %2, valid from %3 to %4")
            .arg(certificate.subject(), certificate.issuer(), certificate.notBefore().toString(Qt::ISODate),
                certificate.notAfter().toString(Qt::ISODate));
}

void HandshakeLadder::add(const SessionKeys& keys)
{
    addSecret("sEnc", QT_TRANSLATE_NOOP("Handshake", "session key for encryption (S-ENC)"), keys.enc.bytes());
    addSecret("sMac", QT_TRANSLATE_NOOP("Handshake", "session key for commands' MACs (S-MAC)"), keys.mac.bytes());
    addSecret("sRmac", QT_TRANSLATE_NOOP("Handshake", "session key for answers' MACs (S-RMAC)"), keys.rmac.bytes());
}

void HandshakeLadder::done()
{
    m_step.state = StepState::Done;
    m_step.duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_start);
    tell();
}

tl::unexpected<Error> HandshakeLadder::failed(Error error)
{
    m_step.state = StepState::Failed;
    m_step.duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_start);
    m_step.problem = error.text();
    tell();
    return tl::unexpected(std::move(error));
}

} // namespace dmsc
