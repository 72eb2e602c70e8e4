// SPDX-License-Identifier: Apache-2.0
// A client at a DM server's session: the first byte chooses encoding, authentication and sizes; then 2-byte lengths and
// messages as they are. What the server answers must be readable, and never longer than the client takes.
#include "cardio/session/server_session.h"

#include <cstdlib>

using namespace dmsc;

namespace {

constexpr std::size_t kMostMessages = 32;

std::vector<syncml::Command> commands()
{
    std::vector<syncml::Command> list(4);
    list[0].kind = syncml::CommandKind::Get;
    list[0].items.emplace_back().target.uri = "./DevInfo/Man";
    list[1].kind = syncml::CommandKind::Add;
    list[1].items.emplace_back().target.uri = "./Large";
    list[1].items.back().data = std::string(20'000, 'x');
    list[2].kind = syncml::CommandKind::Atomic;
    list[2].members.resize(1);
    list[2].members[0] = list[0];
    list[2].members[0].kind = syncml::CommandKind::Delete;
    list[3].kind = syncml::CommandKind::Alert;
    list[3].alert = syncml::AlertCode::ConfirmOrReject;
    list[3].items.resize(2);
    return list;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::uint8_t choice = data[0];
    ByteView rest(data + 1, size - 1);
    ServerAccount account;
    account.client = {static_cast<AuthScheme>(choice & 3U), "Bruce2", "OhBehave", {'n'}};
    account.server = {static_cast<AuthScheme>(choice >> 2U & 3U), "srv", "secret", {}};
    ServerOptions options;
    options.maxMsgSize = 8'192;
    options.maxObjSize = 30'000;
    options.maxMessages = kMostMessages;
    options.random = [](std::span<std::uint8_t> nonce) {
        std::fill(nonce.begin(), nonce.end(), std::uint8_t{7});
        return Result<void>();
    };
    int packages = 0;
    ServerSession session(account, options,
        [&](const ClientFacts&, const std::vector<CommandAnswer>&) -> Result<std::vector<syncml::Command>> {
            return packages++ < 3 ? commands() : std::vector<syncml::Command>{};
        });
    for (std::size_t i = 0; i < kMostMessages && rest.size() >= 2; ++i) {
        const std::size_t length = std::min(std::size_t{rest[0]} << 8U | rest[1], rest.size() - 2);
        const ByteView body = rest.subspan(2, length);
        DmPacket packet;
        packet.body.assign(body.begin(), body.end());
        packet.hmac = account.client.scheme == AuthScheme::Hmac && (choice & 16U) ? hmacOf(account.client, packet.body)
                                                                                  : std::string();
        rest = rest.subspan(2 + length);
        const auto reply = session.receive(packet);
        if (reply && !decodePacket(*reply))
            std::abort();
        if (reply && reply->body.size() >= 40'000) {
            const auto message = decodePacket(packet);
            if (message && !message->header.meta.maxMsgSize)
                std::abort();
        }
    }
    return 0;
}
