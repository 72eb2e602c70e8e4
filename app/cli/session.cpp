// SPDX-License-Identifier: Apache-2.0
#include "app/cli/session.h"

#include "app/cli/command_recorder.h"
#include "app/cli/receipt_files.h"
#include "app/cli/standard_error.h"
#include "cardio/credentials/credential_file.h"
#include "cardio/credentials/credential_store.h"
#include "cardio/receipt/receipt.h"
#include "model/byte_array.h"
#include "model/files/input_file.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>

namespace dmsc::cli {

namespace {

constexpr qint64 kMaxSecretFile = 1 << 20;

/// The terminal without echo, as long as it lives.
class QuietTerminal
{
public:
    QuietTerminal()
        : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_fd < 0 || ::tcgetattr(m_fd, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_quiet = ::tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    ~QuietTerminal()
    {
        if (m_quiet)
            (void)::tcsetattr(m_fd, TCSAFLUSH, &m_before);
        if (m_fd >= 0)
            ::close(m_fd);
    }

    [[nodiscard]] bool isThere() const { return m_quiet; }
    void print(const QByteArray& text) const
    {
        (void)!::write(m_fd, text.constData(), static_cast<std::size_t>(text.size()));
    }
    [[nodiscard]] SecretBytes readLine() const
    {
        SecretBytes line;
        std::uint8_t byte = 0;
        while (line.size() < 1024 && ::read(m_fd, &byte, 1) == 1 && byte != '\n')
            line.push_back(byte);
        return line;
    }

private:
    int m_fd;
    termios m_before{};
    bool m_quiet = false;
};

Result<void> takeKeys(SessionChoice& choice, const QString& path)
{
    auto credential = readCredentialFile(path);
    if (!credential)
        return tl::unexpected(credential.error());
    choice.credential = *std::move(credential);
    choice.request.credential = path;
    choice.request.as = credentialRole(*choice.credential);
    choice.request.asItSays = true;
    return {};
}

tl::unexpected<Error> noSuchEntity(const QString& word, const std::vector<CredentialInfo>& list)
{
    QStringList ids;
    for (const CredentialInfo& one : list)
        ids << one.id;
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("CommandLine",
            "--as expects issuer, device, dms, application or the id of a kept credential, not %1; kept are %2")
            .arg(word, ids.join(QStringLiteral(", "))));
}

Result<void> takeStored(SessionChoice& choice, const QString& id)
{
    auto store = CredentialStore::open(CredentialStore::defaultPath());
    if (!store)
        return tl::unexpected(store.error());
    const auto list = store->list();
    const auto info = std::find_if(list.begin(), list.end(), [&](const CredentialInfo& one) { return one.id == id; });
    if (info == list.end())
        return noSuchEntity(id, list);
    if (!info->builtIn) {
        const auto secret = passphrase(QCoreApplication::translate("CommandLine", "the kept credentials"));
        if (!secret)
            return tl::unexpected(secret.error());
        if (auto open = store->unlock(*secret); !open)
            return open;
    }
    auto credential = store->get(id);
    if (!credential)
        return tl::unexpected(credential.error());
    choice.credential = *std::move(credential);
    choice.request.credential = id;
    choice.request.as = info->role;
    choice.request.asItSays = true;
    return {};
}

Result<void> takeMethod(SessionChoice& choice, const Arguments& arguments)
{
    const bool certified = choice.credential && std::holds_alternative<CertificateCredential>(*choice.credential);
    choice.request.method = certified ? HandshakeMethod::Scp11a : HandshakeMethod::Scp03;
    if (!arguments.method.isEmpty()) {
        const auto method = methodOf(arguments.method);
        if (!method)
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("CommandLine", "--method expects scp03, scp11a, scp11b or scp11c, not %1")
                    .arg(arguments.method));
        choice.request.method = *method;
    }
    if (arguments.level.isEmpty())
        return {};
    bool good = false;
    const auto level = arguments.level.toUInt(&good, 16);
    if (!good || level > 0xFF || !securityLevelOf(static_cast<std::uint8_t>(level)))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--level expects 01, 03, 11, 13 or 33, not %1")
                .arg(arguments.level));
    choice.request.level = static_cast<std::uint8_t>(level);
    return {};
}

} // namespace

Result<Credential> readCredentialFile(const QString& path, const char* variable)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto credential = readCredential(*bytes, {});
    if (!credential && credential.error().kind == ErrorKind::Security) {
        const QByteArray own = variable != nullptr ? qgetenv(variable) : QByteArray();
        const auto secret = own.isEmpty() ? passphrase(path) : Result<SecretBytes>(SecretBytes(own.begin(), own.end()));
        if (!secret)
            return tl::unexpected(secret.error());
        credential = readCredential(*bytes, *secret);
    }
    return credential ? std::move(credential) : at(credential.error(), path);
}

Role credentialRole(const Credential& credential)
{
    const auto* own = std::get_if<CertificateCredential>(&credential);
    return own && !own->chain.empty() ? dmsc::roleOf(own->chain.front().commonName()).value_or(Role::Issuer)
                                      : Role::Issuer;
}

Result<Bytes> readFile(const QString& path)
{
    return readFile(path, kMaxSecretFile, QCoreApplication::translate("CommandLine", "the file has over 1 MiB"));
}

Result<Bytes> readFile(const QString& path, qint64 most, const QString& tooLarge)
{
    const auto bytes = readWholeFile(path, most, tooLarge);
    return bytes ? Result<Bytes>(toBytes(*bytes)) : tl::unexpected(bytes.error());
}

Result<SecretBytes> secretFrom(const char* variable, const QString& what)
{
    const QByteArray given = qgetenv(variable);
    if (!given.isEmpty())
        return SecretBytes(given.begin(), given.end());
    const QuietTerminal terminal;
    if (!terminal.isThere())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CommandLine", "%1 is needed: set %2, or run this at a terminal")
                .arg(what, QString::fromLatin1(variable)));
    terminal.print(QCoreApplication::translate("CommandLine", "%1: ", "what is to be entered").arg(what).toUtf8());
    SecretBytes line = terminal.readLine();
    terminal.print("\n");
    return line;
}

Result<SecretBytes> passphrase(const QString& question)
{
    const QByteArray given = qgetenv("DMSC_PASSPHRASE");
    if (!given.isEmpty())
        return SecretBytes(given.begin(), given.end());
    const QuietTerminal terminal;
    if (!terminal.isThere())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "CommandLine", "a passphrase is needed for %1: set DMSC_PASSPHRASE, or run this at a terminal")
                .arg(question));
    terminal.print(QCoreApplication::translate("CommandLine", "Passphrase for %1: ").arg(question).toUtf8());
    SecretBytes line = terminal.readLine();
    terminal.print("\n");
    return line;
}

RecordOutlet recordsOf(const Arguments& arguments)
{
    return arguments.recorder ? arguments.recorder->outlet() : RecordOutlet();
}

Result<SessionChoice> SessionChoice::from(const Arguments& arguments)
{
    SessionChoice choice;
    choice.records = recordsOf(arguments);
    choice.receipts = arguments.receipts;
    const auto role = dmsc::roleOf(arguments.as);
    Result<void> taken;
    if (!arguments.keys.isEmpty())
        taken = takeKeys(choice, arguments.keys);
    else if (!arguments.as.isEmpty() && !role)
        taken = takeStored(choice, arguments.as);
    if (!taken)
        return tl::unexpected(taken.error());
    if (role) {
        choice.request.as = *role;
        choice.request.asItSays = false;
    }
    if (auto method = takeMethod(choice, arguments); !method)
        return tl::unexpected(method.error());
    if (choice.receipts && !hasReceipt(choice.request.method))
        return fail(ErrorKind::Unsupported, noReceiptText(choice.request.method));
    return choice;
}

SideOptions SessionChoice::options() const
{
    SideOptions options;
    options.request = request;
    options.records = records;
    options.waiting = announceWaiting();
    if (receipts)
        options.receipts = [files = receipts](const Result<Bytes>& cms) { files->take(cms); };
    if (credential)
        options.credential = [credential = *credential](
                                 const HandshakeRequest&) -> Result<Credential> { return credential; };
    return options;
}

void sayDemo(Answer& answer, const Arguments& arguments)
{
    const std::size_t end = answer.output.find_last_of('}');
    if (arguments.json && end != std::string::npos) {
        answer.output.insert(end, ",\"credentials\":\"demo\"");
        return;
    }
    answer.note = QCoreApplication::translate(
        "CommandLine", "the card was opened with the published demo credentials; --keys and --as name others");
}

void sayOddities(Answer& answer, const QString& path, const std::vector<QString>& warnings)
{
    if (warnings.empty())
        return;
    const int count = static_cast<int>(warnings.size());
    answer.note =
        QCoreApplication::translate("CommandLine", "%1 was read with %n warning(s); the first: %2", nullptr, count)
            .arg(path, warnings.front());
}

void sayOddities(Answer& answer, const SideState& side)
{
    if (side.where.kind == Where::Kind::Document)
        sayOddities(answer, side.where.name, side.warnings);
}

} // namespace dmsc::cli
