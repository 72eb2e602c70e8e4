// SPDX-License-Identifier: Apache-2.0
// An application on the terminal that acts as a DM server (GEN-15):
// sample_application SOCKET SERVER-ID PASSWORD [NONCE|rubbish|silent|wrong]
// Knows nothing of this product but the protocol in cardio/server/README.md, and of SyncML only XML. Prints what it
// got, and the nonce for its next session; exit 0 when the session has finished. NONCE: what the account's SRVCRED has
// as AAuthData, base64 or a text that is none; without it the account has no nonce yet. "rubbish" sends no DM message,
// "silent" nothing at all, "wrong" another digest.
#include <QByteArray>
#include <QCryptographicHash>
#include <QLocalSocket>
#include <QRandomGenerator>

#include <cstdio>

namespace {

constexpr int kWait = 20'000;

QByteArray md5(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

/// What the server proves itself with, in this session.
struct Account
{
    QByteArray serverId;
    QByteArray password;
    QByteArray nonce;
};

/// As the handset reads it.
QByteArray nonceOf(const QByteArray& text)
{
    const auto octets = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return text.size() % 4 == 0 && octets ? *octets : text;
}

/// Package 0: ui-mode background, initiated by the server, a session of its own: one that was heard is not heard again.
QByteArray notification(const Account& account)
{
    const QByteArray& serverId = account.serverId;
    QByteArray trigger = QByteArray::fromHex("02D8000000");
    const auto session = QRandomGenerator::system()->bounded(1U, 0x10000U);
    trigger += static_cast<char>(session >> 8);
    trigger += static_cast<char>(session & 0xFF);
    trigger += static_cast<char>(serverId.size());
    trigger += serverId;
    const QByteArray who = md5(serverId + ":" + account.password).toBase64();
    return md5(who + ":" + account.nonce + ":" + md5(trigger).toBase64()) + trigger;
}

void send(QLocalSocket& socket, char kind, const QByteArray& body)
{
    const auto size = static_cast<quint32>(body.size());
    QByteArray frame;
    for (int shift = 24; shift >= 0; shift -= 8)
        frame += static_cast<char>(size >> shift);
    socket.write(frame + kind + body);
    socket.waitForBytesWritten(kWait);
}

/// The kind, then the body; empty when the handset has gone.
QByteArray receive(QLocalSocket& socket)
{
    const auto fill = [&](qint64 bytes) {
        while (socket.bytesAvailable() < bytes)
            if (!socket.waitForReadyRead(kWait))
                return false;
        return true;
    };
    if (!fill(5))
        return {};
    const QByteArray head = socket.read(5);
    qint64 size = 0;
    for (int i = 0; i < 4; ++i)
        size = size << 8 | static_cast<unsigned char>(head[i]);
    if (!fill(size))
        return {};
    return head.mid(4) + socket.read(size);
}

QByteArray message(int number, const QByteArray& session, const Account& account, const QByteArray& commands)
{
    const QByteArray& serverId = account.serverId;
    const QByteArray cred = md5(md5(serverId + ":" + account.password).toBase64() + ":" + account.nonce).toBase64();
    return "application/vnd.syncml.dm+xml" + QByteArray(2, '\0')
        + "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>"
        + session + "</SessionID><MsgID>" + QByteArray::number(number)
        + "</MsgID><Target><LocURI>device</LocURI></Target><Source><LocURI>" + serverId + "</LocURI><LocName>"
        + serverId
        + "</LocName></Source><RespURI>local</RespURI><Cred><Meta><Format xmlns='syncml:metinf'>b64</Format><Type "
          "xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta><Data>"
        + cred + "</Data></Cred></SyncHdr><SyncBody>" + commands + "<Final/></SyncBody></SyncML>";
}

QByteArray status(int id, int message, int command, const QByteArray& name, int code)
{
    const auto number = [](int value) { return QByteArray::number(value); };
    return "<Status><CmdID>" + number(id) + "</CmdID><MsgRef>" + number(message) + "</MsgRef><CmdRef>" + number(command)
        + "</CmdRef><Cmd>" + name + "</Cmd><Data>" + number(code) + "</Data></Status>";
}

QByteArray between(const QByteArray& text, const QByteArray& begin, const QByteArray& end)
{
    const qsizetype from = text.indexOf(begin);
    const qsizetype to = from < 0 ? -1 : text.indexOf(end, from);
    return to < 0 ? QByteArray() : text.mid(from + begin.size(), to - from - begin.size());
}

int say(const QByteArray& text, int code)
{
    std::printf("%s\n", text.constData());
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4)
        return say("usage: sample_application SOCKET SERVER-ID PASSWORD [NONCE|rubbish|silent|wrong]", 2);
    const QByteArray mode = argc > 4 ? argv[4] : "";
    const bool hostile = mode == "rubbish" || mode == "silent" || mode == "wrong";
    const Account account{argv[2], argv[3], hostile ? QByteArray() : nonceOf(mode)};
    QLocalSocket socket;
    socket.connectToServer(QString::fromLocal8Bit(argv[1]));
    if (!socket.waitForConnected(kWait))
        return say("nobody listens", 2);
    if (mode == "silent")
        return say("said nothing", 0);
    send(socket, 'N', notification(mode == "wrong" ? Account{account.serverId, "wrong", {}} : account));

    const QByteArray package1 = receive(socket);
    if (!package1.startsWith('M'))
        return say("no session: " + package1, 3);
    if (package1.startsWith("Mapplication/vnd.syncml.dm+wbxml"))
        return say("the handset writes WBXML, which this application cannot read", 4);
    if (!package1.contains("<Data>1200</Data>") || !package1.contains("./DevInfo/DevId"))
        return say("package 1 is not what was expected: " + package1, 4);
    const QByteArray session = between(package1, "<SessionID>", "</SessionID>");
    if (mode == "rubbish") {
        send(socket, 'M', "no message");
        return say("end: " + receive(socket).mid(1), 0);
    }
    send(socket, 'M',
        message(1, session, account,
            status(1, 1, 0, "SyncHdr", 212) + status(2, 1, 1, "Alert", 200) + status(3, 1, 2, "Replace", 200)
                + "<Get><CmdID>4</CmdID><Item><Target><LocURI>./DevInfo/DevId</LocURI></Target></Item></Get>"
                  "<Add><CmdID>5</CmdID><Item><Target><LocURI>./FromApplication</LocURI></Target><Meta><Format "
                  "xmlns='syncml:metinf'>chr</Format></Meta><Data>hello</Data></Item></Add>"));
    const QByteArray package3 = receive(socket);
    if (!package3.startsWith('M'))
        return say("the session broke off: " + package3, 5);
    std::printf("results: %s\n", between(package3.mid(package3.indexOf("<Results>")), "<Data>", "</Data>").constData());
    std::printf(
        "next nonce: %s\n", between(package3, "<NextNonce xmlns=\"syncml:metinf\">", "</NextNonce>").constData());
    send(socket, 'M', message(2, session, account, status(1, 2, 0, "SyncHdr", 212)));
    const QByteArray end = receive(socket);
    return say("end: " + end.mid(1), end == "Efinished" ? 0 : 6);
}
