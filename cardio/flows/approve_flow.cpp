// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "cardio/flows/served_session.h"
#include "cardio/handset/demo_content.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/handset/mo_change.h"
#include "model/byte_array.h"
#include "model/files/input_file.h"

#include <QCoreApplication>

#include <utility>

// GEN-11, USE-6, USE-7: a firmware package is installed only with its approval, or the user's.
namespace dmsc {

namespace {

const QString kHash = QStringLiteral("hash");
const QString kInstall = QStringLiteral("install");
const QString kTellServer = QStringLiteral("report");

Result<Bytes> readBounded(const QString& path)
{
    const auto bytes = readWholeFile(
        path, static_cast<qint64>(kMaxPackage), QCoreApplication::translate("FlowRun", "a package has at most 64 MiB"));
    return bytes ? Result<Bytes>(toBytes(*bytes)) : tl::unexpected(bytes.error());
}

Result<FirmwareDownload> download(const FlowRequest& request)
{
    if (request.package.isEmpty())
        return demoFirmware();
    auto package = readBounded(request.package);
    if (!package)
        return tl::unexpected(package.error());
    auto signature = readBounded(request.signature);
    if (!signature)
        return tl::unexpected(signature.error());
    return FirmwareDownload{*std::move(package), *std::move(signature)};
}

/// The first FUMO of the tree.
NodeId findFumo(const Tree& tree, NodeId below = Tree::root())
{
    if (moFamily(tree.type(below)) == kFumoMo)
        return below;
    for (const NodeId child : tree.children(below))
        if (const NodeId found = findFumo(tree, child); found != kNoNode)
            return found;
    return kNoNode;
}

/// The card's answer as steps of the ladder.
class VerifySteps final : public SignatureVerifier
{
public:
    explicit VerifySteps(FlowRun& run)
        : m_run(&run)
    {
    }
    [[nodiscard]] Result<bool> verifySignature(std::uint8_t key, ByteView hash, ByteView signature) override
    {
        endHash();
        return m_run->step(QStringLiteral("verify"),
            [&] { return m_run->card().cardClient()->verifySignature(key, hash, signature); });
    }

    /// The package is hashed when the card is asked, or when it turns out that there is nothing to ask about.
    void endHash()
    {
        if (!std::exchange(m_isHashed, true))
            m_run->end(kHash);
    }

private:
    FlowRun* m_run;
    bool m_isHashed = false;
};

QString outcomeText(const InstallOutcome& outcome)
{
    if (outcome.approval.approved)
        return QCoreApplication::translate("FlowRun", "The package is approved by %1 and ready to be installed.")
            .arg(outcome.approval.signer);
    if (outcome.deleted)
        return QCoreApplication::translate("FlowRun", "The package is not approved (%1) and was deleted.")
            .arg(outcome.approval.problem);
    // 401: the user refused to go on.
    return (outcome.resultCode == 401
            ? QCoreApplication::translate("FlowRun", "The package is not approved (%1) and is not installed.")
            : QCoreApplication::translate(
                "FlowRun", "The package is not approved (%1); the user has decided to go on."))
        .arg(outcome.approval.problem);
}

Result<InstallOutcome> install(FlowRun& run, const FirmwareDownload& download, const Uri& fumo)
{
    ManagedTree& device = run.device().handset()->managed();
    VerifySteps verifier(run);
    PromptAsker asker;
    asker.name = QCoreApplication::translate("FlowRun", "firmware package");
    if (auto begun = run.begin(kHash); !begun)
        return tl::unexpected(begun.error());
    auto outcome =
        takePackage(device, fumo, download.package, download.signature, verifier, settingsOf(run), asker, run);
    if (!outcome)
        return outcome;
    verifier.endHash();
    run.note(kHash,
        QCoreApplication::translate("FlowRun", "SHA-256 of %1 bytes: %2")
            .arg(download.package.size())
            .arg(toHex(outcome->approval.digest)));
    return outcome;
}

/// The emulated server's end of the report.
Result<void> hearResult(Conversation& conversation)
{
    const auto client = conversation.client();
    if (!client)
        return tl::unexpected(client.error());
    if (client->alerts.empty())
        return fail(ErrorKind::NotFound, QCoreApplication::translate("FlowRun", "the device has told no result"));
    return {};
}

/// The result code goes to the server as a generic alert of a session of its own.
Result<void> tellServer(FlowRun& run, const DmAccount& account, const Uri& fumo, int code)
{
    PromptAsker asker;
    asker.name = QString::fromStdString(account.name.empty() ? account.serverId : account.name);
    auto told = run.step(kTellServer, [&]() -> Result<void> {
        HttpClient http(httpOptions(run));
        HandsetHooks hooks(handsetParts(run, asker, http));
        const auto session = runServed(run, http, account, hooks, hearResult,
            {resultAlert(fumo.text(), std::string(kFumoDownloadAlert), code, {})});
        return session ? Result<void>() : tl::unexpected(session.error());
    });
    if (told)
        run.note(kTellServer,
            QCoreApplication::translate("FlowRun", "The server was told: alert 1226, result code %1").arg(code));
    return told;
}

} // namespace

Result<QString> runApprove(FlowRun& run)
{
    const auto account = sessionAccount(run);
    if (!account)
        return tl::unexpected(account.error());
    const auto files = run.step(QStringLiteral("download"), [&] { return download(run.request()); });
    if (!files)
        return tl::unexpected(files.error());
    const Tree& tree = run.device().handset()->managed().tree();
    const NodeId fumo = findFumo(tree);
    if (fumo == kNoNode)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("FlowRun", "the device has no firmware update object (FUMO)"));
    if (!run.card().cardClient()->isOpen())
        if (auto read = run.card().reload(run.outside().progress); !read)
            return tl::unexpected(read.error());
    const Uri object = tree.uri(fumo);
    const auto outcome = install(run, *files, object);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (auto installed = run.step(kInstall, [] { return Result<void>(); }); !installed)
        return tl::unexpected(installed.error());
    run.note(kInstall,
        QCoreApplication::translate("FlowRun", "FUMO State %1, result code %2")
            .arg(outcome->fumoState)
            .arg(outcome->resultCode));
    const QString text = outcomeText(*outcome);
    if (auto told = tellServer(run, *account, object, outcome->resultCode); !told)
        return fail(told.error().kind,
            QCoreApplication::translate("FlowRun", "%1 But the server was not told: %2").arg(text, told.error().what),
            told.error().where);
    return text;
}

} // namespace dmsc
