// SPDX-License-Identifier: Apache-2.0
// Commands at the emulated card: the first byte chooses between bare commands before and after authentication, commands
// wrapped by a host that knows the keys, DM messages, commands of a host that has verified all PINs and selected the
// USIM, and DM messages of a device that the card serves; then 2-byte lengths and commands or messages.
#include "cardio/card/card_client.h"
#include "cardio/link/in_process_link.h"
#include "cardio/uicc/uicc_card.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace dmsc;

namespace {

struct Rig
{
    QTemporaryDir folder;
    std::unique_ptr<UiccCard> card;

    Rig() { renew(); }

    void renew()
    {
        card.reset();
        CardSetup setup;
        NodeData mo;
        mo.name = "MO";
        mo.type = "urn:oma:mo:fuzz:1.0";
        const auto id = setup.tree.add(Tree::root(), mo);
        NodeData leaf;
        leaf.name = "Leaf";
        leaf.format = Format::Chr;
        leaf.value = "value";
        (void)setup.tree.add(*id, leaf);
        setup.memorySize = 1 << 20;
        CardOutside outside;
        setup.sealKey = outside.sealKey = folder.filePath(QStringLiteral("seal.key"));
        const QString path = folder.filePath(QStringLiteral("card"));
        QFile::remove(path);
        if (!CardImage::create(path, setup, systemRandom()))
            std::abort();
        card = std::move(*UiccCard::open(path, outside));
    }
};

void verifyAndSelect(CardEndpoint& card)
{
    for (const char* command : {"0020000108 31323334FFFFFFFF", "0020008108 35363738FFFFFFFF",
             "0020000A08 3131323233333434", "00A4040C07A0000000871002"})
        (void)card.process(*fromHex(QString::fromLatin1(command)));
}

void sendWrapped(Link& link, SecureChannel& channel, ByteView bytes)
{
    const auto command = parseCommand(bytes);
    if (command && channel.isOpen())
        (void)send(link, channel, *command);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    static Rig rig;
    rig.card->reset();
    InProcessLink link(*rig.card);
    const std::uint8_t mode = data[0] % 6;
    std::unique_ptr<CardClient> client;
    std::unique_ptr<SecureChannel> channel;
    if (mode == 4)
        verifyAndSelect(*rig.card);
    else if (mode != 0) {
        auto connected = CardClient::open(link, Scp03KeySet::test());
        if (!connected) { // an input before has blocked the keys, or changed them or the policy
            rig.renew();
            InProcessLink another(*rig.card);
            if (!CardClient::open(another, Scp03KeySet::test()))
                std::abort();
            return 0;
        }
        client = std::move(*connected);
        if (mode == 2) {
            auto opened = shakeHands(link, KeySetCredential{Scp03KeySet::test()}, {});
            if (!opened)
                std::abort();
            channel = std::move(opened->channel);
        }
    }
    ByteView rest(data + 1, size - 1);
    if (mode == 3) {
        (void)client->exchange(rest, {});
        return 0;
    }
    if (mode == 5)
        (void)client->notify({}, {});
    while (rest.size() > 2) {
        const std::size_t length = std::min<std::size_t>(rest.size() - 2, std::size_t{rest[0]} << 8U | rest[1]);
        const ByteView command = rest.subspan(2, length);
        rest = rest.subspan(2 + length);
        if (mode == 5)
            (void)client->converse(command);
        else if (channel)
            sendWrapped(link, *channel, command);
        else if (rig.card->process(command).size() < 2)
            std::abort(); // a card always answers
    }
    return 0;
}
