// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "cardio/desk/side_session.h"

#include <QCoreApplication>

namespace dmsc::cli {

namespace {

using Create = Result<void> (*)(const QString&, const ImageContent&);

Result<Answer> createImage(const Arguments& arguments, const QString& scheme, Create create)
{
    if (arguments.demo && !arguments.profile.isEmpty())
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "--demo and --profile exclude each other; see dmsc --help"));
    QString path = arguments.positional[0];
    if (path.startsWith(scheme))
        path.remove(0, scheme.size());
    if (const auto made = create(path, {arguments.demo, arguments.profile, arguments.uicc}); !made)
        return tl::unexpected(made.error());
    return Answer{};
}

} // namespace

Result<Answer> createCard(const Arguments& arguments)
{
    return createImage(arguments, QStringLiteral("card:"), &dmsc::createCard);
}

Result<Answer> createHandset(const Arguments& arguments)
{
    return createImage(arguments, QStringLiteral("handset:"), &dmsc::createHandset);
}

} // namespace dmsc::cli
