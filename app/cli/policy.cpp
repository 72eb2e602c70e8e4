// SPDX-License-Identifier: Apache-2.0
#include "app/cli/access_text.h"
#include "app/cli/sides.h"
#include "cardio/store/issuer_policy.h"
#include "model/bytes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dmsc::cli {

namespace {

tl::unexpected<Error> bad(const QString& what)
{
    return fail(ErrorKind::BadValue, what);
}

QJsonObject entityJson(const EntityPolicy& entity)
{
    QJsonArray methods;
    for (const AcceptedMethod& one : entity.methods)
        methods.append(QJsonObject{{QStringLiteral("method"), methodName(one.method)},
            {QStringLiteral("leastLevel"), hexDigits(one.leastLevel)},
            {QStringLiteral("keyVersion"), hexDigits(one.keyVersion)}});
    AccessConditions access;
    access.conditions = entity.conditions;
    return {{QStringLiteral("name"), QString::fromStdString(entity.name)},
        {QStringLiteral("role"), roleWord(entity.role)}, {QStringLiteral("methods"), methods},
        {QStringLiteral("commonName"), QString::fromStdString(entity.commonName)},
        {QStringLiteral("conditions"), cli::asJson(access).value(QStringLiteral("conditions"))},
        {QStringLiteral("memoryLimit"), blocks(entity.memoryLimit)},
        {QStringLiteral("firstGrant"), blocks(entity.firstGrant)}};
}

QJsonObject policyJson(const IssuerPolicy& policy)
{
    QJsonArray entities;
    for (const EntityPolicy& entity : policy.entities)
        entities.append(entityJson(entity));
    QJsonArray types;
    for (const TypeLimit& type : policy.types)
        types.append(QJsonObject{{QStringLiteral("moType"), QString::fromStdString(type.moType)},
            {QStringLiteral("limit"), blocks(type.limit)}});
    return {{QStringLiteral("blockSize"), static_cast<qint64>(policy.blockSize)},
        {QStringLiteral("system"), blocks(policy.system)}, {QStringLiteral("reserve"), blocks(policy.reserve)},
        {QStringLiteral("handshakeTries"), policy.handshakeTries}, {QStringLiteral("entities"), entities},
        {QStringLiteral("types"), types}};
}

QJsonArray triesJson(const std::vector<KeySetTries>& tries)
{
    QJsonArray array;
    for (const KeySetTries& one : tries)
        array.append(QJsonObject{{QStringLiteral("entity"), QString::fromStdString(one.entity)},
            {QStringLiteral("keyVersion"), hexDigits(one.keyVersion)}, {QStringLiteral("left"), one.left},
            {QStringLiteral("most"), one.most}});
    return array;
}

/// What nobody reads would be thought to be in force.
Result<void> onlyKeys(const QJsonObject& object, std::initializer_list<const char*> known)
{
    for (const QString& key : object.keys())
        if (std::none_of(known.begin(), known.end(), [&](const char* one) { return key == QLatin1String(one); })) {
            QStringList expected;
            for (const char* one : known)
                expected << QLatin1String(one);
            return bad(QCoreApplication::translate("CommandLine", "the policy has \"%1\" where these may stand: %2")
                           .arg(key, expected.join(QStringLiteral(", "))));
        }
    return {};
}

/// A field of a JSON object that must be there.
Result<QJsonValue> field(const QJsonObject& object, const char* name, QJsonValue::Type type)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.type() != type)
        return bad(QCoreApplication::translate("CommandLine", "the policy lacks \"%1\", or it is of another kind")
                       .arg(QLatin1String(name)));
    return value;
}

Result<std::uint64_t> count(const QJsonObject& object, const char* name, double most)
{
    const auto value = field(object, name, QJsonValue::Double);
    if (!value)
        return tl::unexpected(value.error());
    const double number = value->toDouble();
    if (number < 0 || number > most)
        return bad(QCoreApplication::translate("CommandLine", "\"%1\" of the policy is out of bounds")
                       .arg(QLatin1String(name)));
    return static_cast<std::uint64_t>(number);
}

Result<std::uint8_t> hexOf(const QJsonObject& object, const char* name)
{
    const auto value = field(object, name, QJsonValue::String);
    const auto bytes = value ? fromHex(value->toString()) : tl::unexpected(value.error());
    if (!bytes || bytes->size() != 1)
        return bad(QCoreApplication::translate("CommandLine", "\"%1\" of the policy is a byte in hex like \"33\"")
                       .arg(QLatin1String(name)));
    return bytes->front();
}

std::string textOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

Result<AcceptedMethod> methodFrom(const QJsonObject& object)
{
    if (auto known = onlyKeys(object, {"method", "leastLevel", "keyVersion"}); !known)
        return tl::unexpected(known.error());
    const QString word = object.value(QLatin1String("method")).toString();
    const auto method = methodOf(word);
    const auto level = hexOf(object, "leastLevel");
    const auto version = hexOf(object, "keyVersion");
    if (!method)
        return bad(QCoreApplication::translate("CommandLine", "the policy names an unknown method: %1").arg(word));
    if (!level || !version)
        return tl::unexpected(level ? version.error() : level.error());
    return AcceptedMethod{*method, *level, *version};
}

Result<ScopedRights> conditionFrom(const QJsonObject& object)
{
    if (auto known = onlyKeys(object, {"rights", "uri", "moType"}); !known)
        return tl::unexpected(known.error());
    unsigned bits = 0;
    for (const QJsonValue value : object.value(QLatin1String("rights")).toArray()) {
        const auto* const found = std::find_if(std::begin(kRightWords), std::end(kRightWords),
            [&](const auto& one) { return value.toString() == QLatin1String(one.second); });
        if (found == std::end(kRightWords))
            return bad(QCoreApplication::translate("CommandLine", "the policy names an unknown right: %1")
                           .arg(value.toString()));
        bits |= static_cast<unsigned>(found->first);
    }
    return ScopedRights{Rights{static_cast<std::uint8_t>(bits)}, textOf(object, "uri"), textOf(object, "moType")};
}

/// Reads every element of an array by `read`.
template <class T>
Result<std::vector<T>> listFrom(const QJsonObject& object, const char* name, Result<T> (*read)(const QJsonObject&))
{
    const auto array = field(object, name, QJsonValue::Array);
    if (!array)
        return tl::unexpected(array.error());
    std::vector<T> list;
    for (const QJsonValue value : array->toArray()) {
        auto one = read(value.toObject());
        if (!one)
            return tl::unexpected(one.error());
        list.push_back(*std::move(one));
    }
    return list;
}

constexpr double kMostBlocks = 1e9;

Result<EntityPolicy> entityFrom(const QJsonObject& object)
{
    if (auto known =
            onlyKeys(object, {"name", "role", "methods", "commonName", "conditions", "memoryLimit", "firstGrant"});
        !known)
        return tl::unexpected(known.error());
    EntityPolicy entity;
    entity.name = textOf(object, "name");
    entity.commonName = textOf(object, "commonName");
    const auto role = roleOf(object.value(QLatin1String("role")).toString());
    if (entity.name.empty() || !role)
        return bad(QCoreApplication::translate("CommandLine", "an entity of the policy needs \"name\" and \"role\""));
    entity.role = *role;
    auto methods = listFrom<AcceptedMethod>(object, "methods", &methodFrom);
    if (!methods)
        return tl::unexpected(methods.error());
    auto conditions = listFrom<ScopedRights>(object, "conditions", &conditionFrom);
    if (!conditions)
        return tl::unexpected(conditions.error());
    const auto limit = count(object, "memoryLimit", kMostBlocks);
    const auto first = count(object, "firstGrant", kMostBlocks);
    if (!limit || !first)
        return tl::unexpected(limit ? first.error() : limit.error());
    entity.methods = *std::move(methods);
    entity.conditions = *std::move(conditions);
    entity.memoryLimit = Blocks{*limit};
    entity.firstGrant = Blocks{*first};
    return entity;
}

Result<TypeLimit> typeFrom(const QJsonObject& object)
{
    if (auto known = onlyKeys(object, {"moType", "limit"}); !known)
        return tl::unexpected(known.error());
    const auto limit = count(object, "limit", kMostBlocks);
    if (!limit)
        return tl::unexpected(limit.error());
    return TypeLimit{textOf(object, "moType"), Blocks{*limit}, {}};
}

Result<IssuerPolicy> policyFrom(const Bytes& json)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(
        QByteArray(reinterpret_cast<const char*>(json.data()), static_cast<qsizetype>(json.size())), &problem)
                                   .object();
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorKind::Syntax, problem.errorString());
    // What is printed can be put again: "credentials" says how the card was opened, "keySetTries" how its keys stand.
    if (auto known = onlyKeys(object,
            {"blockSize", "system", "reserve", "handshakeTries", "entities", "types", "credentials", "keySetTries"});
        !known)
        return tl::unexpected(known.error());
    IssuerPolicy policy;
    const auto block = count(object, "blockSize", 65536);
    const auto system = count(object, "system", kMostBlocks);
    const auto reserve = count(object, "reserve", kMostBlocks);
    const auto tries = count(object, "handshakeTries", 15);
    for (const auto* one : {&block, &system, &reserve, &tries})
        if (!*one)
            return tl::unexpected(one->error());
    auto entities = listFrom<EntityPolicy>(object, "entities", &entityFrom);
    if (!entities)
        return tl::unexpected(entities.error());
    auto types = listFrom<TypeLimit>(object, "types", &typeFrom);
    if (!types)
        return tl::unexpected(types.error());
    policy.blockSize = static_cast<std::uint32_t>(*block);
    policy.system = Blocks{*system};
    policy.reserve = Blocks{*reserve};
    policy.handshakeTries = static_cast<std::uint8_t>(*tries);
    policy.entities = *std::move(entities);
    policy.types = *std::move(types);
    return policy;
}

QString policyText(const IssuerPolicy& policy)
{
    QString text = QStringLiteral("blocks     of %1 bytes; system %2, reserve %3; %4 tries per key\n")
                       .arg(policy.blockSize)
                       .arg(number(policy.system))
                       .arg(number(policy.reserve))
                       .arg(policy.handshakeTries);
    for (const EntityPolicy& entity : policy.entities) {
        text += QStringLiteral("entity     %1 (%2), limit %3 blocks, first grant %4\n")
                    .arg(QString::fromStdString(entity.name), roleName(entity.role))
                    .arg(number(entity.memoryLimit))
                    .arg(number(entity.firstGrant));
        for (const AcceptedMethod& one : entity.methods)
            text += QStringLiteral("  accepts  %1 at level %2, key version %3\n")
                        .arg(methodName(one.method), hexDigits(one.leastLevel), hexDigits(one.keyVersion));
        for (const ScopedRights& one : entity.conditions)
            text += QStringLiteral("  may      %1: %2\n")
                        .arg(QString::fromStdString(one.uri.empty() ? one.moType : one.uri), rightsText(one.rights));
    }
    for (const TypeLimit& type : policy.types)
        text += QStringLiteral("type       %1: limit %2 blocks\n")
                    .arg(QString::fromStdString(type.moType))
                    .arg(number(type.limit));
    return text;
}

QString triesText(const std::vector<KeySetTries>& tries)
{
    QString text;
    for (const KeySetTries& one : tries)
        text += QStringLiteral("tries      %1, key version %2: %3 of %4 left%5\n")
                    .arg(QString::fromStdString(one.entity), hexDigits(one.keyVersion))
                    .arg(one.left)
                    .arg(one.most)
                    .arg(one.left == 0 ? QStringLiteral(", blocked") : QString());
    return text;
}

/// The policy, and how the key sets stand that it accepts, where the card tells.
std::string printed(const IssuerPolicy& policy, const std::vector<KeySetTries>& tries, bool json)
{
    if (!json)
        return (policyText(policy) + triesText(tries)).toStdString();
    QJsonObject object = policyJson(policy);
    if (!tries.empty())
        object.insert(QStringLiteral("keySetTries"), triesJson(tries));
    return QJsonDocument(object).toJson().toStdString();
}

Result<void> setPolicy(SideSession& side, const QString& path)
{
    const auto json = readFile(path);
    if (!json)
        return tl::unexpected(json.error());
    const auto policy = policyFrom(*json);
    if (!policy)
        return at(policy.error(), path);
    auto done = side.setPolicy(encode(*policy));
    return done ? done : at(done.error(), path);
}

Result<void> resetTries(SideSession& side, const QString& text)
{
    const auto version = fromHex(text);
    if (!version || version->size() != 1)
        return bad(
            QCoreApplication::translate("CommandLine", "--reset-tries expects a key version in hex like 33, not %1")
                .arg(text));
    return side.resetTries(version->front());
}

} // namespace

Result<Answer> cardPolicy(const Arguments& arguments)
{
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto side = openCard(arguments.positional[0], *choice);
    if (!side)
        return tl::unexpected(side.error());
    if (!arguments.set.isEmpty())
        if (auto done = setPolicy(**side, arguments.set); !done)
            return tl::unexpected(done.error());
    if (!arguments.resetTries.isEmpty())
        if (auto done = resetTries(**side, arguments.resetTries); !done)
            return tl::unexpected(done.error());
    const auto bytes = (*side)->policy();
    const auto policy = bytes ? decodePolicy(*bytes) : tl::unexpected(bytes.error());
    if (!policy)
        return at(policy.error(), arguments.positional[0]);
    const auto tries = (*side)->keySetTries();
    if (!tries)
        return at(tries.error(), arguments.positional[0]);
    Answer answer;
    answer.output = printed(*policy, *tries, arguments.json);
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
