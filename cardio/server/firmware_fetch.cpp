// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/firmware_fetch.h"

#include "model/byte_array.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr int kMostRedirects = 5;

bool isMissing(int status)
{
    return status == 404 || status == 410;
}

/// An HTTP status without a file, in words that say what to do.
tl::unexpected<Error> noFile(const HttpResponse& response)
{
    if (isMissing(response.status))
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "FirmwareFetch", "HTTP status %1: the server has no such file; check PkgURL and the server's folder")
                .arg(response.status),
            response.place());
    if (response.status == 401 || response.status == 403)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "FirmwareFetch", "HTTP status %1: the server does not give the file to everybody; have it do so")
                .arg(response.status),
            response.place());
    return fail(ErrorKind::Io,
        QCoreApplication::translate("FirmwareFetch", "the server answered with HTTP status %1; try again later")
            .arg(response.status),
        response.place());
}

/// Where the server sends us, if that is no worse than where we are.
Result<std::string> redirected(const HttpResponse& response)
{
    const QString scheme = response.redirect.scheme();
    if (scheme != QLatin1String("https") && scheme != response.url.scheme())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("FirmwareFetch",
                "the server redirects to %1, which is less safe and not followed; have PkgURL name a safe place")
                .arg(response.redirect.toString(QUrl::RemoveUserInfo)),
            response.place());
    return response.redirect.toString(QUrl::FullyEncoded).toStdString();
}

/// A file, or what the server says in place of it.
Result<HttpResponse> fetch(HttpClient& http, const std::string& url, std::uint64_t most, const Progress& progress)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept-Encoding", "identity"}}; // the bytes that were signed
    request.maxBytes = most;
    for (int left = kMostRedirects; left >= 0; --left) {
        auto response = http.send(request, progress);
        if (!response || response->redirect.isEmpty() || response->status < 300 || response->status >= 400)
            return response;
        auto next = redirected(*response);
        if (!next)
            return tl::unexpected(next.error());
        request.url = *std::move(next);
    }
    return fail(ErrorKind::Limit,
        QCoreApplication::translate(
            "FirmwareFetch", "the server redirects more than %1 times; have PkgURL name the file itself")
            .arg(kMostRedirects),
        QString::fromStdString(url));
}

Result<Bytes> fileOf(const Result<HttpResponse>& response)
{
    if (!response)
        return tl::unexpected(response.error());
    if (response->status != 200)
        return noFile(*response);
    if (!response->hasLength)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("FirmwareFetch",
                "the server does not tell the file's length, so that nobody knows whether it is whole; have it send "
                "Content-Length"),
            response->place());
    return toBytes(response->body);
}

} // namespace

Result<FirmwareDownload> fetchFirmware(HttpClient& http, const FirmwareSource& source, const Progress& progress)
{
    FirmwareDownload files;
    // The small one first: where it cannot be had, the other need not be fetched.
    const auto signature = fetch(http, source.signature, kMaxApproval, progress);
    if (!signature || !isMissing(signature->status)) {
        auto read = fileOf(signature);
        if (!read)
            return tl::unexpected(read.error());
        files.signature = *std::move(read);
    }
    auto package = fileOf(fetch(http, source.package, kMaxPackage, progress));
    if (!package)
        return tl::unexpected(package.error());
    files.package = *std::move(package);
    return files;
}

} // namespace dmsc
