// SPDX-License-Identifier: Apache-2.0
#include "cardio/credentials/credential_store.h"

#include "cardio/channel/demo_pki.h"
#include "cardio/credentials/credential_file.h"
#include "model/byte_array.h"
#include "model/files/input_file.h"
#include "model/files/output_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <string_view>

namespace dmsc {

namespace {

constexpr qint64 kMaxStore = qint64{8} << 20U;
constexpr std::size_t kMaxEntries = 1000;
constexpr std::string_view kCheck = "dmsc-credentials 1";
const QString kDemo = QStringLiteral("demo:");
const QString kKeysSuffix = QStringLiteral(":keys");
const QString kCertificateSuffix = QStringLiteral(":certificate");

QString base64(ByteView bytes)
{
    return QString::fromLatin1(toByteArray(bytes).toBase64());
}

Bytes fromBase64(const QJsonValue& value)
{
    const QByteArray bytes = QByteArray::fromBase64(value.toString().toLatin1());
    return Bytes(bytes.begin(), bytes.end());
}

QJsonObject boxObject(const SealedBox& box)
{
    return {{QStringLiteral("nonce"), base64(box.nonce)}, {QStringLiteral("data"), base64(box.data)}};
}

SealedBox boxFrom(const QJsonValue& value)
{
    SealedBox box;
    const Bytes nonce = fromBase64(value.toObject().value(QLatin1String("nonce")));
    if (nonce.size() == box.nonce.size())
        std::copy(nonce.begin(), nonce.end(), box.nonce.begin());
    box.data = fromBase64(value.toObject().value(QLatin1String("data")));
    return box;
}

std::optional<CredentialInfo> factsFrom(const QJsonObject& object)
{
    const auto text = [&](const char* name) { return object.value(QLatin1String(name)).toString(); };
    CredentialInfo info;
    info.id = text("id");
    info.label = text("label");
    info.detail = text("detail");
    info.kind =
        text("kind") == QLatin1String("keys") ? CredentialInfo::Kind::KeySet : CredentialInfo::Kind::Certificate;
    const auto role = roleOf(text("role"));
    for (const QJsonValue value : object.value(QLatin1String("methods")).toArray())
        if (const auto method = methodOf(value.toString()))
            info.methods.push_back(*method);
    if (object.contains(QLatin1String("notAfter")))
        info.notAfter = QDateTime::fromString(text("notAfter"), Qt::ISODate);
    if (info.id.isEmpty() || !role)
        return std::nullopt;
    info.role = *role;
    return info;
}

/// What a box is bound to: the facts that stand beside it.
QByteArray boundTo(const CredentialInfo& info)
{
    return QJsonDocument(factsOf(info)).toJson(QJsonDocument::Compact);
}

CredentialInfo builtInInfo(Role role, HandshakeMethod method)
{
    CredentialInfo info;
    const auto credential = CredentialStore::builtIn(role, method);
    if (credential)
        info = describe(*credential);
    info.id = kDemo + roleWord(role) + (method == HandshakeMethod::Scp03 ? kKeysSuffix : kCertificateSuffix);
    info.label = QCoreApplication::translate("Credentials", "Demo desk: %1").arg(roleName(role));
    info.role = role;
    info.builtIn = true;
    return info;
}

tl::unexpected<Error> lockedError()
{
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate("Credentials", "the credentials are locked; give their passphrase first"));
}

} // namespace

QJsonObject factsOf(const CredentialInfo& info)
{
    QJsonArray methods;
    for (const HandshakeMethod method : info.methods)
        methods.append(methodName(method));
    QJsonObject object{{QStringLiteral("id"), info.id}, {QStringLiteral("label"), info.label},
        {QStringLiteral("kind"),
            info.kind == CredentialInfo::Kind::KeySet ? QStringLiteral("keys") : QStringLiteral("certificate")},
        {QStringLiteral("role"), roleWord(info.role)}, {QStringLiteral("methods"), methods},
        {QStringLiteral("detail"), info.detail}};
    if (info.notAfter.isValid())
        object.insert(QStringLiteral("notAfter"), info.notAfter.toUTC().toString(Qt::ISODate));
    return object;
}

QString CredentialStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/dmsc/credentials.json");
}

bool CredentialStore::isBuiltIn(const QString& id)
{
    return id.isEmpty() || id.startsWith(kDemo);
}

Result<CredentialStore> CredentialStore::open(const QString& path, std::uint64_t scryptCost)
{
    CredentialStore store;
    store.m_path = path;
    if (!QFile::exists(path)) {
        auto fresh = ScryptParameters::fresh(systemRandom());
        if (!fresh)
            return tl::unexpected(fresh.error());
        store.m_scrypt = *std::move(fresh);
        store.m_scrypt.n = scryptCost;
        return store;
    }
    const auto content =
        readWholeFile(path, kMaxStore, QCoreApplication::translate("Credentials", "larger than 8 MiB"));
    if (!content)
        return tl::unexpected(content.error());
    if (auto read = store.read(*content); !read)
        return at(read.error(), path);
    return store;
}

QByteArray CredentialStore::document(bool sealed) const
{
    QJsonArray entries;
    for (const Entry& entry : m_entries)
        entries.append(QJsonObject{
            {QStringLiteral("facts"), factsOf(entry.info)}, {QStringLiteral("secret"), boxObject(entry.box)}});
    QJsonObject object{{QStringLiteral("format"), QString::fromLatin1(kCheck.data(), kCheck.size())},
        {QStringLiteral("scrypt"),
            QJsonObject{{QStringLiteral("salt"), base64(m_scrypt.salt)},
                {QStringLiteral("n"), static_cast<qint64>(m_scrypt.n)},
                {QStringLiteral("r"), static_cast<qint64>(m_scrypt.r)},
                {QStringLiteral("p"), static_cast<qint64>(m_scrypt.p)}}},
        {QStringLiteral("check"), boxObject(m_check)}, {QStringLiteral("credentials"), entries}};
    if (sealed)
        object.insert(QStringLiteral("seal"), boxObject(m_seal));
    return QJsonDocument(object).toJson();
}

Result<void> CredentialStore::read(const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonObject scrypt = object.value(QLatin1String("scrypt")).toObject();
    const auto count = [&](const char* name) {
        return static_cast<std::uint64_t>(std::clamp(scrypt.value(QLatin1String(name)).toDouble(), 0.0, 1e12));
    };
    m_scrypt.salt = fromBase64(scrypt.value(QLatin1String("salt")));
    m_scrypt.n = count("n");
    m_scrypt.r = static_cast<std::uint32_t>(std::min<std::uint64_t>(count("r"), UINT32_MAX));
    m_scrypt.p = static_cast<std::uint32_t>(std::min<std::uint64_t>(count("p"), UINT32_MAX));
    m_check = boxFrom(object.value(QLatin1String("check")));
    m_seal = boxFrom(object.value(QLatin1String("seal")));
    bool good = true;
    for (const QJsonValue value : object.value(QLatin1String("credentials")).toArray()) {
        auto info = factsFrom(value.toObject().value(QLatin1String("facts")).toObject());
        good = good && info && m_entries.size() < kMaxEntries;
        if (good)
            m_entries.push_back({*std::move(info), boxFrom(value.toObject().value(QLatin1String("secret")))});
    }
    // Written again it must come out the same: nothing in the file is left unread.
    if (!good || document(true) != bytes)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("Credentials", "this is no file of credentials, or it was changed"));
    return m_scrypt.check();
}

std::vector<CredentialInfo> CredentialStore::list() const
{
    std::vector<CredentialInfo> all;
    for (const Role role : kRoles)
        for (const HandshakeMethod method : {HandshakeMethod::Scp03, HandshakeMethod::Scp11a})
            all.push_back(builtInInfo(role, method));
    for (const Entry& entry : m_entries)
        all.push_back(entry.info);
    return all;
}

bool CredentialStore::isLocked() const
{
    return !m_entries.empty() && !m_key;
}

Result<void> CredentialStore::unlock(const SecretBytes& passphrase)
{
    auto key = keyFrom(passphrase, m_scrypt);
    if (!key)
        return tl::unexpected(key.error());
    if (m_check.data.empty()) { // a new store
        m_key = *std::move(key);
        return {};
    }
    if (!m_check.open(*key, viewOf(kCheck)))
        return fail(ErrorKind::Security, QCoreApplication::translate("Credentials", "the passphrase is wrong"), m_path);
    const QByteArray whole = document(false);
    bool good = m_seal.open(*key, viewOf(whole)).has_value();
    for (const Entry& entry : m_entries) {
        const QByteArray facts = boundTo(entry.info);
        good = good && entry.box.open(*key, viewOf(facts)).has_value();
    }
    if (!good)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate(
                "Credentials", "the file of credentials was changed by somebody who has not its passphrase"),
            m_path);
    m_key = *std::move(key);
    return {};
}

void CredentialStore::lock()
{
    m_key.reset();
}

QString CredentialStore::freeId(const QString& label) const
{
    QString base;
    for (const QChar c : label.toLower())
        if (c.isLetterOrNumber())
            base += c;
        else if (!base.isEmpty() && !base.endsWith(QLatin1Char('-')))
            base += QLatin1Char('-');
    if (base.isEmpty())
        base = QStringLiteral("credential");
    const auto taken = [this](const QString& id) {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& one) { return one.info.id == id; })
            || std::any_of(kRoles.begin(), kRoles.end(), [&](Role role) { return roleWord(role) == id; });
    };
    QString id = base;
    for (int n = 2; taken(id); ++n)
        id = QStringLiteral("%1-%2").arg(base).arg(n);
    return id;
}

Result<CredentialInfo> CredentialStore::import(
    ByteView file, const SecretBytes& passphrase, const QString& label, Role role)
{
    if (!m_key)
        return lockedError();
    if (m_entries.size() >= kMaxEntries)
        return fail(ErrorKind::Full, QCoreApplication::translate("Credentials", "the file holds 1000 and no more"));
    const auto credential = readCredential(file, passphrase);
    if (!credential)
        return tl::unexpected(credential.error());
    CredentialInfo info = describe(*credential);
    info.id = freeId(label);
    info.label = label;
    info.role = role;
    const auto packed = pack(*credential);
    if (!packed)
        return tl::unexpected(packed.error());
    for (const Entry& entry : m_entries)
        if (entry.info.role == role && isSame(entry, *packed))
            return fail(ErrorKind::Exists,
                QCoreApplication::translate("Credentials", "it is kept already, as %1").arg(entry.info.id));
    const QByteArray facts = boundTo(info);
    auto box = SealedBox::seal(*m_key, *packed, viewOf(facts));
    if (!box)
        return tl::unexpected(box.error());
    m_entries.push_back({info, *std::move(box)});
    if (auto saved = save(); !saved) {
        m_entries.pop_back();
        return tl::unexpected(saved.error());
    }
    return info;
}

bool CredentialStore::isSame(const Entry& entry, const SecretBytes& packed) const
{
    const auto kept = get(entry.info.id);
    const auto again = kept ? pack(*kept) : tl::unexpected(kept.error());
    return again && equalInConstantTime(*again, packed);
}

Result<std::size_t> CredentialStore::find(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& one) { return one.info.id == id; });
    if (found == m_entries.end())
        return fail(
            ErrorKind::NotFound, QCoreApplication::translate("Credentials", "there is no credential %1").arg(id));
    if (!m_key)
        return lockedError();
    return static_cast<std::size_t>(found - m_entries.begin());
}

Result<void> CredentialStore::remove(const QString& id)
{
    if (isBuiltIn(id))
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Credentials", "the demo desk's credentials are part of the program"));
    const auto found = find(id);
    if (!found)
        return tl::unexpected(found.error());
    const auto entry = m_entries.begin() + static_cast<std::ptrdiff_t>(*found);
    Entry kept = std::move(*entry);
    const auto at = m_entries.erase(entry);
    auto saved = save();
    if (!saved)
        m_entries.insert(at, std::move(kept));
    return saved;
}

Result<void> CredentialStore::save()
{
    auto check = SealedBox::seal(*m_key, {}, viewOf(kCheck));
    if (!check)
        return tl::unexpected(check.error());
    m_check = *std::move(check);
    const QByteArray whole = document(false);
    auto seal = SealedBox::seal(*m_key, {}, viewOf(whole));
    if (!seal)
        return tl::unexpected(seal.error());
    m_seal = *std::move(seal);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    return writeWholeFile(m_path, viewOf(document(true)), Readers::Owner);
}

Result<Credential> CredentialStore::get(const QString& id) const
{
    for (const Role role : kRoles) {
        if (id == kDemo + roleWord(role) + kKeysSuffix)
            return builtIn(role, HandshakeMethod::Scp03);
        if (id == kDemo + roleWord(role) + kCertificateSuffix)
            return builtIn(role, HandshakeMethod::Scp11a);
    }
    const auto found = find(id);
    if (!found)
        return tl::unexpected(found.error());
    const Entry& entry = m_entries[*found];
    const QByteArray facts = boundTo(entry.info);
    const auto packed = entry.box.open(*m_key, viewOf(facts));
    return packed ? unpack(*packed) : tl::unexpected(packed.error());
}

Result<Credential> CredentialStore::builtIn(Role role, HandshakeMethod method)
{
    if (method == HandshakeMethod::Scp03) {
        const DemoKeySet keys = demoKeySet(role);
        return KeySetCredential{keys.keys, keys.macSize};
    }
    auto own = demoCertifiedKey(role);
    auto pki = own ? demoPki() : tl::unexpected(own.error());
    if (!pki)
        return tl::unexpected(pki.error());
    return CertificateCredential{std::move(own->key), {std::move(own->certificate)}, {std::move(pki->authority)}, 0};
}

} // namespace dmsc
