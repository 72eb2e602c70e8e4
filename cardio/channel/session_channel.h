// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/scp03_session.h"
#include "cardio/channel/secure_channel.h"

#include <optional>

namespace dmsc {

/// A host's channel over an Scp03Session, whichever handshake agreed on it.
class SessionChannel : public SecureChannel
{
public:
    SessionChannel(Scp03Session session, QString method);

    [[nodiscard]] QString method() const override { return m_method; }
    [[nodiscard]] SecurityLevel level() const override { return m_level; }
    [[nodiscard]] bool isOpen() const override { return m_session.has_value(); }
    void close() override { m_session.reset(); }
    [[nodiscard]] Result<CommandApdu> wrap(CommandApdu command) override;
    [[nodiscard]] Result<ResponseApdu> unwrap(ResponseApdu response) override;
    [[nodiscard]] std::size_t plainCapacity(std::size_t wrapped) const override;

private:
    std::optional<Scp03Session> m_session;
    QString m_method;
    SecurityLevel m_level;
};

} // namespace dmsc
