// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/handshake_digest.h"

#include <string_view>

namespace dmsc {

void HandshakeDigest::add(const CommandApdu& command)
{
    m_hasher.addLength(command.data.size());
    m_hasher.addByte(command.ins);
    m_hasher.addByte(command.p1);
    m_hasher.addByte(command.p2);
    m_hasher.add(textOf(command.data));
}

void HandshakeDigest::add(const ResponseApdu& answer)
{
    m_hasher.addLength(answer.data.size());
    m_hasher.add(textOf(answer.data));
    m_hasher.addByte(sw1(answer.sw));
    m_hasher.addByte(sw2(answer.sw));
}

Digest HandshakeDigest::end()
{
    const Digest digest = m_hasher.end();
    m_hasher.begin();
    return digest;
}

} // namespace dmsc
