// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/emulated_card.h"

#include "cardio/apdu/apdu.h"
#include "cardio/uicc/uicc_card.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace dmsc {

namespace {

Result<std::unique_ptr<CardEndpoint>> openCard(const QString& path)
{
    auto card = UiccCard::open(path);
    if (!card)
        return tl::unexpected(card.error());
    return std::unique_ptr<CardEndpoint>(std::move(*card));
}

} // namespace

/// The image's file: a lock that those who use it take in turns, and a mark that every change of it changes.
class EmulatedCard::Image
{
public:
    /// SQLite's change counter, once more with each transaction that wrote (its file format, 1.3.7), and which file.
    struct Mark
    {
        std::array<std::uint8_t, 4> counter{};
        ino_t file = 0;
        friend bool operator==(const Mark&, const Mark&) = default;
    };

    explicit Image(const QString& path)
        : m_path(QFile::encodeName(path))
        , m_fd(::open(m_path.constData(), O_RDONLY | O_CLOEXEC))
    {
    }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image()
    {
        // Closing one descriptor of a file ends all locks that SQLite has on it in this process: not amid a change.
        lock();
        ::close(m_fd);
    }

    void lock() const { (void)::flock(m_fd, LOCK_EX); }
    void unlock() const { (void)::flock(m_fd, LOCK_UN); }

    [[nodiscard]] Mark mark() const
    {
        constexpr off_t kCounterOffset = 24;
        Mark mark;
        struct stat file
        {
        };
        if (::stat(m_path.constData(), &file) == 0)
            mark.file = file.st_ino;
        if (::pread(m_fd, mark.counter.data(), mark.counter.size(), kCounterOffset) < 0)
            mark.counter = {};
        return mark;
    }

    Mark seen; ///< when the card was opened or last did something

private:
    QByteArray m_path;
    int m_fd;
};

Result<std::unique_ptr<CardEndpoint>> EmulatedCard::open(const QString& path)
{
    auto image = std::make_unique<Image>(path);
    image->lock();
    auto card = openCard(path);
    image->seen = image->mark();
    image->unlock();
    if (!card)
        return tl::unexpected(card.error());
    return std::unique_ptr<CardEndpoint>(new EmulatedCard(path, std::move(image), std::move(*card)));
}

EmulatedCard::EmulatedCard(QString path, std::unique_ptr<Image> image, std::unique_ptr<CardEndpoint> card)
    : m_path(std::move(path))
    , m_image(std::move(image))
    , m_card(std::move(card))
    , m_atr(m_card->atr())
{
}

EmulatedCard::~EmulatedCard() = default;

bool EmulatedCard::bringUpToDate()
{
    const Image::Mark now = m_image->mark();
    if (m_card && now == m_image->seen)
        return true;
    if (now.file != m_image->seen.file) {
        m_image = std::make_unique<Image>(m_path);
        m_image->lock();
    }
    m_card.reset();
    auto card = openCard(m_path);
    if (!card) {
        noticeProblem(card.error().text());
        return false;
    }
    m_card = std::move(*card);
    m_image->seen = m_image->mark();
    m_problem.clear();
    if (std::exchange(m_isUsed, false))
        m_notice = QCoreApplication::translate("EmulatedCard",
            "the image %1 was changed from elsewhere: the card begins anew, as after a reset; what was selected, "
            "verified or open on it is gone, programs that use it must begin anew too")
                       .arg(m_path);
    return true;
}

void EmulatedCard::noticeProblem(const QString& text)
{
    if (std::exchange(m_problem, text) != text)
        m_notice = QCoreApplication::translate(
            "EmulatedCard", "the card answers nothing but 6F00 any more, its image cannot be opened again: %1")
                       .arg(text);
}

/// Looks for itself: a reader asks for the ATR all the time, commands may not come for long.
QString EmulatedCard::takeNotice()
{
    if (m_isUsed && m_image->mark() != m_image->seen) {
        m_image->lock();
        (void)bringUpToDate();
        m_image->seen = m_image->mark();
        m_image->unlock();
    }
    return std::exchange(m_notice, {});
}

Bytes EmulatedCard::process(ByteView command)
{
    m_image->lock();
    Bytes answer = bringUpToDate() ? m_card->process(command) : encodeStatus(StatusWord::NoDiagnosis);
    m_image->seen = m_image->mark();
    m_image->unlock();
    m_isUsed = m_card != nullptr;
    return answer;
}

void EmulatedCard::reset()
{
    m_image->lock();
    m_isUsed = false; // nothing is lost that is not lost anyway
    if (bringUpToDate())
        m_card->reset();
    m_image->seen = m_image->mark();
    m_image->unlock();
}

} // namespace dmsc
