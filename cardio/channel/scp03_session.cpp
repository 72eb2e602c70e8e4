// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_session.h"

#include "cardio/apdu/cla.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kPadding = 0x80;
constexpr std::uint8_t kCommandVector = 0x00;
constexpr std::uint8_t kResponseVector = 0x80;
/// Header, three bytes of Lc and two of Le.
constexpr std::size_t kLongestFrame = 9;

tl::unexpected<Error> wrong(const char* text)
{
    return fail(ErrorKind::Security, QCoreApplication::translate("Scp03", text));
}

std::size_t padded(std::size_t size)
{
    return (size / kAesBlockSize + 1) * kAesBlockSize;
}

/// Only these answers carry a MAC, Amendment D 6.2.5.
bool isProtected(StatusWord sw)
{
    return sw == StatusWord::Ok || isWarning(sw);
}

/// Takes 80 00.. off; false when the last block does not end so.
bool unpad(Bytes& data)
{
    const std::size_t start = data.size() - kAesBlockSize;
    std::size_t end = data.size();
    while (end > start && data[end - 1] == 0)
        --end;
    if (end == start || data[end - 1] != kPadding)
        return false;
    data.resize(end - 1);
    return true;
}

} // namespace

Scp03Session::Scp03Session(AesCmac mac, AesCmac rmac, AesCbc encrypt, AesCbc decrypt)
    : m_mac(std::move(mac))
    , m_rmac(std::move(rmac))
    , m_encrypt(std::move(encrypt))
    , m_decrypt(std::move(decrypt))
{
}

Result<Scp03Session> Scp03Session::create(
    const SessionKeys& keys, SecurityLevel level, MacSize macSize, const AesBlock& macChain)
{
    Result<AesCmac> mac = AesCmac::create(keys.mac);
    if (!mac)
        return tl::unexpected(mac.error());
    Result<AesCmac> rmac = AesCmac::create(keys.rmac);
    if (!rmac)
        return tl::unexpected(rmac.error());
    Result<AesCbc> encrypt = AesCbc::create(keys.enc, AesCbc::Direction::Encrypt);
    if (!encrypt)
        return tl::unexpected(encrypt.error());
    Result<AesCbc> decrypt = AesCbc::create(keys.enc, AesCbc::Direction::Decrypt);
    if (!decrypt)
        return tl::unexpected(decrypt.error());
    Scp03Session session(std::move(*mac), std::move(*rmac), std::move(*encrypt), std::move(*decrypt));
    session.m_level = level;
    session.m_macSize = macSize;
    session.m_chain = macChain;
    return session;
}

std::size_t Scp03Session::plainCapacity(std::size_t wrapped) const
{
    const std::size_t mac = bytesOf(m_macSize);
    if (wrapped < mac)
        return 0;
    if (!encryptsCommands(m_level))
        return wrapped - mac;
    const std::size_t blocks = (wrapped - mac) / kAesBlockSize;
    return blocks == 0 ? 0 : blocks * kAesBlockSize - 1;
}

std::size_t Scp03Session::wrappedSize(std::size_t plain) const
{
    return (encryptsCommands(m_level) && plain != 0 ? padded(plain) : plain) + bytesOf(m_macSize);
}

Result<AesBlock> Scp03Session::commandMac(const CommandApdu& command, ByteView data)
{
    const std::size_t length = data.size() + bytesOf(m_macSize);
    const auto high = static_cast<std::uint8_t>(length >> 8U);
    const auto low = static_cast<std::uint8_t>(length & 0xFFU);
    const std::uint8_t header[] = {macClass(command.cla), command.ins, command.p1, command.p2};
    if (command.extended)
        return m_mac.over({m_chain, header, std::array<std::uint8_t, 3>{0, high, low}, data});
    return m_mac.over({m_chain, header, std::array<std::uint8_t, 1>{low}, data});
}

Result<CommandApdu> Scp03Session::authenticate(CommandApdu command)
{
    const std::size_t macSize = bytesOf(m_macSize);
    command.extended = command.isExtended() || command.data.size() + macSize > kMaxShortData;
    command.cla = withSecurity(command.cla, true);
    // The protected answer is longer than the plain one, so all there is room for is asked for.
    if (command.le && authenticatesResponses(m_level))
        command.le = command.extended ? kMaxExtendedLe : kMaxShortLe;
    const Result<AesBlock> mac = commandMac(command, command.data);
    if (!mac)
        return tl::unexpected(mac.error());
    m_chain = *mac;
    const ByteView sent = shortened(*mac);
    command.data.insert(command.data.end(), sent.begin(), sent.end());
    return command;
}

Result<CommandApdu> Scp03Session::verify(CommandApdu command)
{
    const std::size_t macSize = bytesOf(m_macSize);
    if (!isSecured(command.cla) || command.data.size() < macSize)
        return wrong(QT_TRANSLATE_NOOP("Scp03", "the command carries no MAC"));
    const std::size_t size = command.data.size() - macSize;
    const ByteView data(command.data);
    const Result<AesBlock> mac = commandMac(command, data.first(size));
    if (!mac)
        return tl::unexpected(mac.error());
    if (!equalInConstantTime(shortened(*mac), data.subspan(size)))
        return wrong(QT_TRANSLATE_NOOP("Scp03", "the command's MAC is wrong"));
    m_chain = *mac;
    command.data.resize(size);
    command.cla = withSecurity(command.cla, false);
    return command;
}

Result<CommandApdu> Scp03Session::wrapCommand(CommandApdu command)
{
    const std::size_t size = wrappedSize(command.data.size());
    if (size + kLongestFrame > kMaxCommandSize)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Scp03", "%1 data bytes do not fit a protected command, at most %2 do")
                .arg(command.data.size())
                .arg(plainCapacity(kMaxExtendedData)));
    ++m_counter;
    command.data.reserve(size);
    if (encryptsCommands(m_level) && !command.data.empty())
        if (const Result<void> sealed = seal(command.data, kCommandVector); !sealed)
            return tl::unexpected(sealed.error());
    return authenticate(std::move(command));
}

Result<CommandApdu> Scp03Session::unwrapCommand(CommandApdu command)
{
    Result<CommandApdu> verified = verify(std::move(command));
    if (!verified)
        return verified;
    ++m_counter;
    if (encryptsCommands(m_level) && !verified->data.empty())
        if (const Result<void> opened = open(verified->data, kCommandVector); !opened)
            return tl::unexpected(opened.error());
    return verified;
}

Result<ResponseApdu> Scp03Session::wrapResponse(ResponseApdu response)
{
    if (!authenticatesResponses(m_level))
        return response;
    if (!isProtected(response.sw)) {
        response.data.clear();
        return response;
    }
    response.data.reserve(padded(response.data.size()) + bytesOf(m_macSize));
    if (encryptsResponses(m_level) && !response.data.empty())
        if (const Result<void> sealed = seal(response.data, kResponseVector); !sealed)
            return tl::unexpected(sealed.error());
    const std::uint8_t status[] = {sw1(response.sw), sw2(response.sw)};
    const Result<AesBlock> mac = m_rmac.over({m_chain, response.data, status});
    if (!mac)
        return tl::unexpected(mac.error());
    const ByteView sent = shortened(*mac);
    response.data.insert(response.data.end(), sent.begin(), sent.end());
    return response;
}

Result<ResponseApdu> Scp03Session::unwrapResponse(ResponseApdu response)
{
    if (!authenticatesResponses(m_level))
        return response;
    if (!isProtected(response.sw)) {
        if (!response.data.empty())
            return wrong(QT_TRANSLATE_NOOP("Scp03", "the answer tells of an error but carries unprotected data"));
        return response;
    }
    const std::size_t macSize = bytesOf(m_macSize);
    if (response.data.size() < macSize)
        return wrong(QT_TRANSLATE_NOOP("Scp03", "the answer carries no MAC"));
    const std::size_t size = response.data.size() - macSize;
    const ByteView data(response.data);
    const std::uint8_t status[] = {sw1(response.sw), sw2(response.sw)};
    const Result<AesBlock> mac = m_rmac.over({m_chain, data.first(size), status});
    if (!mac)
        return tl::unexpected(mac.error());
    if (!equalInConstantTime(shortened(*mac), data.subspan(size)))
        return wrong(QT_TRANSLATE_NOOP("Scp03",
            "the answer's MAC is wrong: it was changed on the way, or is an old one said again; the session is closed, "
            "shake hands and try again"));
    response.data.resize(size);
    if (encryptsResponses(m_level) && !response.data.empty())
        if (const Result<void> opened = open(response.data, kResponseVector); !opened)
            return tl::unexpected(opened.error());
    return response;
}

Result<AesBlock> Scp03Session::initialVector(std::uint8_t firstByte)
{
    AesBlock block{};
    block[0] = firstByte;
    for (std::size_t i = 0; i < sizeof m_counter; ++i)
        block[kAesBlockSize - 1 - i] = static_cast<std::uint8_t>((m_counter >> (8 * i)) & 0xFFU);
    // One block in CBC mode with a vector of zeroes is that block in ECB mode.
    if (const Result<void> done = m_encrypt.run(AesBlock{}, block); !done)
        return tl::unexpected(done.error());
    return block;
}

Result<void> Scp03Session::seal(Bytes& data, std::uint8_t firstByte)
{
    const Result<AesBlock> vector = initialVector(firstByte);
    if (!vector)
        return tl::unexpected(vector.error());
    const std::size_t size = padded(data.size());
    data.push_back(kPadding);
    data.resize(size);
    return m_encrypt.run(*vector, data);
}

Result<void> Scp03Session::open(Bytes& data, std::uint8_t firstByte)
{
    if (data.size() % kAesBlockSize != 0)
        return wrong(QT_TRANSLATE_NOOP("Scp03", "the encrypted data is not a row of whole blocks"));
    const Result<AesBlock> vector = initialVector(firstByte);
    if (!vector)
        return tl::unexpected(vector.error());
    if (Result<void> done = m_decrypt.run(*vector, data); !done)
        return done;
    if (!unpad(data))
        return wrong(QT_TRANSLATE_NOOP("Scp03", "the padding of the decrypted data is wrong"));
    return {};
}

} // namespace dmsc
