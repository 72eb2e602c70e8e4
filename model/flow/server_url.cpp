// SPDX-License-Identifier: Apache-2.0
#include "model/flow/server_url.h"

#include <QCoreApplication>

namespace dmsc {

Result<QUrl> serverUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !http || url.host().isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "HttpTransport", "a server's address is http://HOST/PATH or https://…, as in http://127.0.0.1:8080/dm"),
            text);
    return url;
}

} // namespace dmsc
