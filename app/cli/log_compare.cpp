// SPDX-License-Identifier: Apache-2.0
// dmsc log compare: two session logs beside each other.
#include "app/cli/comparison_text.h"
#include "app/cli/log_file.h"

#include <QFileInfo>
#include <QSaveFile>

namespace dmsc::cli {

namespace {

Result<Answer> written(std::string page, const QString& path, Secrets secrets, Answer answer)
{
    QSaveFile file(path);
    const auto size = static_cast<qint64>(page.size());
    constexpr auto kOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || (secrets == Secrets::Shown && !file.setPermissions(kOwner))
        || file.write(page.data(), size) != size || !file.commit())
        return fail(ErrorKind::Io, file.errorString(), path);
    return answer;
}

} // namespace

Result<Answer> compareLogs(const Arguments& arguments)
{
    const auto left = openLog(arguments.positional[0], arguments);
    if (!left)
        return tl::unexpected(left.error());
    const auto right = openLog(arguments.positional[1], arguments);
    if (!right)
        return tl::unexpected(right.error());
    const ComparedRecordings compared = compareRecordings(left->recording, left->rows, right->recording, right->rows);
    const ComparisonText text{QFileInfo(arguments.positional[0]).fileName(),
        QFileInfo(arguments.positional[1]).fileName(), left->recording, right->recording, compared,
        secretsOf(arguments), {}};
    Answer answer;
    answer.exit = compared.agree() ? Exit::Same : Exit::Different;
    answer.note = left->recording.incomplete.isEmpty() ? right->recording.incomplete : left->recording.incomplete;
    std::string page = arguments.json ? asJson(text) : arguments.html ? asHtml(text) : asText(text);
    if (!arguments.out.isEmpty())
        return written(std::move(page), arguments.out, text.secrets, std::move(answer));
    answer.output = std::move(page);
    return answer;
}

} // namespace dmsc::cli
