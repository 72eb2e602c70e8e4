// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/approval.h"
#include "cardio/handset/confirmation.h"
#include "cardio/handset/mo_change.h"
#include "model/tree/digest.h"

#include <QCoreApplication>

#include <string>

// The FUMO MO's side of a download: package, State and what the user decides (FUMO 1.0, USE-6, USE-7).
namespace dmsc {

namespace {

const std::string kSelf = "device";

constexpr int kIdle = 10;
constexpr int kDownloadFailed = 20;
constexpr int kDownloading = 30;
constexpr int kDownloaded = 40;
constexpr int kReady = 50;
constexpr int kUpdating = 60;
constexpr int kFailedWithoutData = 80;
constexpr int kDone = 100;

/// Leaves of one FUMO MO, each change stored at once: a power cut leaves a State that is true.
class Fumo
{
public:
    Fumo(ManagedTree& device, Uri uri)
        : m_device(&device)
        , m_uri(std::move(uri))
    {
    }

    [[nodiscard]] bool isThere() const
    {
        const NodeId node = m_device->tree().find(m_uri);
        return node != kNoNode && m_device->tree().isInterior(node) && moFamily(m_device->tree().type(node)) == kFumoMo;
    }

    [[nodiscard]] int state() const
    {
        const NodeId node = m_device->tree().find(m_uri.child("State"));
        if (node == kNoNode)
            return kIdle;
        const std::string_view value = m_device->tree().value(node);
        return QByteArray(value.data(), static_cast<qsizetype>(value.size())).toInt();
    }

    Result<void> write(int state)
    {
        return change([&](TreeEditor& editor) { return setState(editor, state); });
    }

    /// Whatever was agreed to is about the package that was there before. The signature stays beside it: Update checks
    /// once more.
    Result<void> write(int state, std::string_view package, ByteView signature = {})
    {
        return change([&](TreeEditor& editor) {
            auto done = setPackage(editor, package);
            if (done)
                done = setSignature(editor, signature);
            if (done)
                done = forgetConsent(editor, packageUri());
            return done ? setState(editor, state) : done;
        });
    }

    Result<void> writeAgreed(int state)
    {
        return change([&](TreeEditor& editor) {
            auto done = rememberConsent(editor, {Consent::What::Added, packageUri(), kSelf});
            return done ? setState(editor, state) : done;
        });
    }

    [[nodiscard]] Uri packageUri() const { return m_uri.child("Update").child("PkgData"); }

private:
    template <class Change> Result<void> change(const Change& what)
    {
        TreeEditor editor = m_device->edit(kSelf);
        auto done = what(editor);
        if (done)
            return editor.changes().touched.empty() ? done : m_device->commit(editor, kSelf);
        editor.rollBack(0);
        return done;
    }

    Result<void> setLeaf(TreeEditor& editor, const Uri& uri, NodeData data) const
    {
        const Tree& tree = editor.tree();
        if (const NodeId node = tree.find(uri); node != kNoNode)
            return tree.value(node) == data.value ? Result<void>() : editor.setValue(node, data.value);
        data.name = uri.name();
        NodeId parent = tree.find(uri.parent());
        if (parent == kNoNode) {
            NodeData above;
            above.name = uri.parent().name();
            const auto made = editor.add(tree.find(uri.parent().parent()), above);
            if (!made)
                return tl::unexpected(made.error());
            parent = *made;
        }
        auto added = editor.add(parent, data);
        return added ? Result<void>() : tl::unexpected(added.error());
    }

    Result<void> setState(TreeEditor& editor, int state) const
    {
        NodeData data;
        data.format = Format::Int;
        data.type = "text/plain";
        data.value = std::to_string(state);
        return setLeaf(editor, m_uri.child("State"), std::move(data));
    }

    Result<void> setPackage(TreeEditor& editor, std::string_view package) const
    {
        const Uri uri = packageUri();
        const NodeId node = editor.tree().find(uri);
        if (node != kNoNode && editor.tree().format(node) != Format::Bin)
            if (auto done = editor.setFormat(node, Format::Bin); !done)
                return done;
        NodeData data;
        data.format = Format::Bin;
        data.type = "application/octet-stream";
        data.value = package;
        return setLeaf(editor, uri, std::move(data));
    }

    Result<void> setSignature(TreeEditor& editor, ByteView signature) const
    {
        const Uri uri = m_uri.child("Ext").child("Signature");
        if (signature.empty() && editor.tree().find(uri) == kNoNode)
            return {};
        NodeData data;
        data.format = Format::Bin;
        data.type = "application/pkcs7-signature";
        data.value = textOf(signature);
        return setLeaf(editor, uri, std::move(data));
    }

    ManagedTree* m_device;
    Uri m_uri;
};

tl::unexpected<Error> noFumo(const Uri& uri)
{
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("Approval", "the device has no firmware update object (FUMO) there"),
        QString::fromStdString(uri.text()));
}

Prompt question(const Approval& approval, const Uri& fumo, const PromptAsker& asker)
{
    Prompt prompt;
    prompt.kind = PromptKind::Confirm;
    prompt.asker = asker;
    prompt.text = QCoreApplication::translate("Approval", "Install a firmware package that is not approved?");
    prompt.why = approval.problem;
    prompt.ifYes = QCoreApplication::translate("Approval", "The device goes on installing it, at your risk");
    prompt.ifNo = QCoreApplication::translate("Approval", "The package is deleted; the device stays as it is");
    PromptChange change;
    change.kind = PromptChange::Kind::Replace;
    change.uri = fumo.child("Update").child("PkgData").text();
    change.what = QCoreApplication::translate("Approval", "firmware");
    change.after = QCoreApplication::translate("Approval", "package with SHA-256 %1…")
                       .arg(toHex(ByteView(approval.digest).first(std::min<std::size_t>(8, approval.digest.size()))));
    prompt.changes = {change};
    return prompt;
}

} // namespace

Result<FirmwareDownload> downloadPackage(
    ManagedTree& device, const Uri& fumo, const std::function<Result<FirmwareDownload>()>& fetch)
{
    Fumo mo(device, fumo);
    if (!mo.isThere())
        return noFumo(fumo);
    if (auto begun = mo.write(kDownloading); !begun)
        return tl::unexpected(begun.error());
    auto files = fetch();
    if (!files)
        (void)mo.write(kDownloadFailed, {});
    return files;
}

Result<InstallOutcome> takePackage(ManagedTree& device, const Uri& fumo, ByteView package, ByteView cms,
    SignatureVerifier& card, const HandsetSettings& settings, const PromptAsker& asker, UserAgent& user)
{
    Fumo mo(device, fumo);
    if (!mo.isThere())
        return noFumo(fumo);
    InstallOutcome outcome;
    const auto end = [&](int state, int code, bool deletes) -> Result<InstallOutcome> {
        outcome.fumoState = state;
        outcome.resultCode = code;
        outcome.deleted = deletes;
        auto written = deletes ? mo.write(state, {}) : mo.write(state);
        return written ? Result<InstallOutcome>(outcome) : tl::unexpected(written.error());
    };
    if (package.size() > kMaxPackage) {
        (void)mo.write(kDownloadFailed);
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Approval", "a package has at most %1 bytes").arg(kMaxPackage));
    }
    const std::string_view bytes = textOf(package);
    auto stored = mo.write(kDownloading);
    if (stored)
        stored = mo.write(kDownloaded, bytes, cms.size() <= kMaxApproval ? cms : ByteView());
    if (!stored) {
        (void)mo.write(kDownloadFailed, {});
        return tl::unexpected(stored.error());
    }
    auto approval = checkApproval(package, cms, card);
    if (!approval && approval.error().kind != ErrorKind::Syntax && approval.error().kind != ErrorKind::Limit) {
        // The card did not answer: whether it is approved is not known, so it is not kept.
        (void)mo.write(kDownloadFailed, {});
        return tl::unexpected(approval.error());
    }
    if (approval) {
        outcome.approval = *std::move(approval);
    } else {
        const Digest digest = digestOf(bytes);
        outcome.approval.digest.assign(digest.begin(), digest.end());
        outcome.approval.problem = approval.error().text();
    }
    if (outcome.approval.approved)
        return end(kReady, kFirmwareOk, false);
    if (settings.rejectUnapproved)
        return end(kFailedWithoutData, kNotApproved, true);
    outcome.asked = true;
    const PromptAnswer answer = user.ask(question(outcome.approval, fumo, asker));
    if (answer.verdict == PromptAnswer::Verdict::Yes) {
        outcome.fumoState = kReady;
        auto written = mo.writeAgreed(kReady);
        return written ? Result<InstallOutcome>(outcome) : tl::unexpected(written.error());
    }
    return end(kFailedWithoutData, kUserRefused, true);
}

Result<bool> withdrawPackage(ManagedTree& device, const Uri& fumo)
{
    Fumo mo(device, fumo);
    if (!mo.isThere())
        return noFumo(fumo);
    if (mo.state() != kReady || !consentTo(device.tree(), mo.packageUri()))
        return false;
    auto written = mo.write(kFailedWithoutData, {});
    return written ? Result<bool>(true) : tl::unexpected(written.error());
}

Result<void> installPackage(ManagedTree& device, const Uri& fumo)
{
    Fumo mo(device, fumo);
    if (!mo.isThere())
        return noFumo(fumo);
    if (mo.state() != kReady)
        return fail(ErrorKind::Conflict,
            QCoreApplication::translate("Approval", "there is no package that is ready to be installed"),
            QString::fromStdString(fumo.text()));
    auto done = mo.write(kUpdating);
    return done ? mo.write(kDone, {}) : done;
}

} // namespace dmsc
