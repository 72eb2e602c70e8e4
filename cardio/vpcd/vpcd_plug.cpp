// SPDX-License-Identifier: Apache-2.0
#include "cardio/vpcd/vpcd_plug.h"

#include "cardio/vpcd/vpcd_frames.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kAskedWithin = 1s; ///< vpcd asks for the ATR every 0.4 s
/// So long it is silent only where it waits for an answer itself.
constexpr std::chrono::milliseconds kSilent = 2s;
constexpr std::chrono::milliseconds kTryAgain = 300ms;

/// A file descriptor and its end.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

std::optional<in_addr> hostAddress(const QString& host)
{
    in_addr address{};
    if (::inet_pton(AF_INET, host.toLatin1().constData(), &address) != 1)
        return std::nullopt;
    return address;
}

bool isLoopback(const in_addr& address)
{
    constexpr std::uint32_t kLoopbackNet = 127;
    return ntohl(address.s_addr) >> 24U == kLoopbackNet;
}

/// How long connect() and send() may block; 0: for ever.
void blockAtMost(int socket, std::chrono::microseconds time)
{
    const timeval limit{0, static_cast<suseconds_t>(time.count())};
    (void)::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

/// A socket that is not open when nobody listens, nothing when too many cards wait there already.
std::optional<Descriptor> connectTo(const VpcdAddress& address)
{
    Descriptor descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address.port);
    if (const auto host = hostAddress(address.host))
        to.sin_addr = *host;
    if (!descriptor.isOpen())
        return Descriptor();
    // On this machine it connects or is refused at once, unless the queue before the reader is full.
    blockAtMost(descriptor.get(), kTryAgain);
    if (::connect(descriptor.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
        return errno == EINPROGRESS ? std::nullopt : std::optional<Descriptor>(Descriptor());
    blockAtMost(descriptor.get(), {});
    return descriptor;
}

/// vpcd sends a frame in two parts and the second only when the first is acknowledged: do not put that off. The
/// kernel forgets this setting again and again.
void acknowledgeAtOnce(int socket)
{
    const int on = 1;
    (void)::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

/// In one piece, else the peer waits in its turn.
bool sendAll(int socket, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        if (sent > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

/// How it stands with the reader after what it said last.
enum class Talk : std::uint8_t { Answered, Unanswered, Over };

Talk answerAll(int socket, VpcdFrames& frames, CardEndpoint& card, const std::stop_token& stop)
{
    Talk talk = Talk::Answered;
    while (const auto frame = frames.next()) {
        const auto answer = answerVpcd(card, *frame);
        if (stop.stop_requested())
            return Talk::Over; // pulled while it worked
        if (answer && !sendAll(socket, vpcdFrame(*answer)))
            return Talk::Over;
        talk = answer ? Talk::Answered : Talk::Unanswered;
    }
    return talk;
}

} // namespace

/// Wakes the thread out of poll() when it is to stop.
class VpcdPlug::Waker
{
public:
    enum class Woken : std::uint8_t { ByTime, ByStop, BySocket };

    void stop() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(m_event.get(), &one, sizeof one);
    }
    /// Until something can be read from the socket (-1: none), for ever without a time.
    [[nodiscard]] Woken wait(int socket, std::optional<std::chrono::milliseconds> time) const
    {
        std::array<pollfd, 2> both{pollfd{m_event.get(), POLLIN, 0}, pollfd{socket, POLLIN, 0}};
        int ready = -1;
        do
            ready = ::poll(both.data(), both.size(), time ? static_cast<int>(time->count()) : -1);
        while (ready < 0 && errno == EINTR);
        if (both[0].revents != 0)
            return Woken::ByStop;
        return ready > 0 ? Woken::BySocket : Woken::ByTime;
    }

private:
    Descriptor m_event{::eventfd(0, EFD_CLOEXEC)};
};

Result<VpcdAddress> VpcdAddress::parse(const QString& text)
{
    VpcdAddress address;
    if (text.isEmpty())
        return address;
    const QString host = text.section(QLatin1Char(':'), 0, 0);
    if (!host.isEmpty() && host != QLatin1String("localhost"))
        address.host = host;
    bool valid = true;
    if (text.contains(QLatin1Char(':')))
        address.port = text.section(QLatin1Char(':'), 1).toUShort(&valid);
    const auto parsed = hostAddress(address.host);
    if (!valid || address.port == 0 || !parsed || !isLoopback(*parsed))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Vpcd",
                "a card goes only into a virtual reader on this machine; expected 127.0.0.1:PORT, "
                "found \"%1\"")
                .arg(text));
    return address;
}

QString VpcdAddress::text() const
{
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

VpcdPlug::VpcdPlug(VpcdAddress address, CardFactory makeCard, Sink sink)
    : m_address(std::move(address))
    , m_makeCard(std::move(makeCard))
    , m_sink(std::move(sink))
    , m_waker(std::make_unique<Waker>())
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

VpcdPlug::~VpcdPlug()
{
    m_thread.request_stop();
    m_waker->stop();
    m_thread.join();
}

void VpcdPlug::tell(PlugState::Phase phase, const QString& text)
{
    PlugState state{phase, m_address.text(), text, false};
    if (m_told == state)
        return;
    m_told = std::move(state);
    m_sink(*m_told);
}

void VpcdPlug::run(const std::stop_token& stop)
{
    auto card = m_makeCard();
    if (!card) {
        tell(PlugState::Phase::Pulled, card.error().text());
        return;
    }
    connectAgainAndAgain(**card, stop);
    card->reset(); // the image is shut before anybody hears that the card is out
    tell(PlugState::Phase::Pulled, QCoreApplication::translate("Vpcd", "the card is out of the virtual reader"));
}

void VpcdPlug::connectAgainAndAgain(CardEndpoint& card, const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        {
            const auto socket = connectTo(m_address);
            if (!socket) {
                tellTaken();
            } else if (socket->isOpen()) {
                serve(socket->get(), card, stop);
                card.reset(); // no power any more
            } else {
                tell(PlugState::Phase::Waiting,
                    QCoreApplication::translate("Vpcd",
                        "nobody listens at %1; start pcscd with vpcd (package vsmartcard-vpcd), the card goes in by "
                        "itself")
                        .arg(m_address.text()));
            }
        }
        (void)m_waker->wait(-1, kTryAgain);
    }
}

void VpcdPlug::serve(int socket, CardEndpoint& card, const std::stop_token& stop)
{
    VpcdFrames frames;
    Bytes room(std::size_t{64} * 1024);
    bool asked = false;
    Talk talk = Talk::Answered;
    const auto patience = [&]() -> std::optional<std::chrono::milliseconds> {
        if (!asked)
            return kAskedWithin;
        return talk == Talk::Unanswered ? std::optional(kSilent) : std::nullopt;
    };
    while (true) {
        const auto woken = m_waker->wait(socket, patience());
        if (woken == Waker::Woken::ByStop)
            return;
        if (woken == Waker::Woken::ByTime && asked) {
            tellStuck();
            return;
        }
        if (woken == Waker::Woken::ByTime) {
            tellTaken();
            continue;
        }
        acknowledgeAtOnce(socket);
        const ssize_t got = ::recv(socket, room.data(), room.size(), 0);
        if (got == 0 || (got < 0 && errno != EINTR))
            return;
        if (got < 0)
            continue;
        if (!std::exchange(asked, true))
            tell(PlugState::Phase::Plugged,
                QCoreApplication::translate("Vpcd", "the card is in the virtual reader at %1").arg(m_address.text()));
        frames.add(ByteView(room).first(static_cast<std::size_t>(got)));
        talk = answerAll(socket, frames, card, stop);
        if (talk == Talk::Over)
            return;
        if (const QString notice = card.takeNotice(); !notice.isEmpty())
            tellNotice(notice);
    }
}

void VpcdPlug::tellNotice(const QString& text) const
{
    m_sink({PlugState::Phase::Plugged, m_address.text(), text, true}); // each time, what was told of the phase stays
}

void VpcdPlug::tellTaken()
{
    tell(PlugState::Phase::Taken,
        QCoreApplication::translate(
            "Vpcd", "another card is in the virtual reader at %1; pull that one and this one goes in")
            .arg(m_address.text()));
}

/// vpcd has no way to tell a command of one byte from what it says itself, and waits for its answer for ever; else it
/// would have asked for the ATR meanwhile.
void VpcdPlug::tellStuck()
{
    tell(PlugState::Phase::Waiting,
        QCoreApplication::translate("Vpcd",
            "a program has sent a command of one byte, which holds the virtual reader at %1; the card goes out and in "
            "again to end that")
            .arg(m_address.text()));
}

} // namespace dmsc
