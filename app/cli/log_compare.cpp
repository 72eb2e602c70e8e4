// SPDX-License-Identifier: Apache-2.0
// dmsc log compare: two session logs beside each other.
#include "app/cli/comparison_text.h"
#include "app/cli/log_file.h"
#include "model/files/output_file.h"

#include <QFileInfo>

namespace dmsc::cli {

Result<Answer> compareLogs(const Arguments& arguments)
{
    if (auto kept = checkKeeps(arguments.positional, arguments.out); !kept)
        return tl::unexpected(kept.error());
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
    answer.note = incompleteNote(arguments.positional[0], left->recording);
    if (answer.note.isEmpty())
        answer.note = incompleteNote(arguments.positional[1], right->recording);
    if (!answer.note.isEmpty())
        answer.exit = Exit::Trouble;
    std::string page = arguments.json ? asJson(text) : arguments.html ? asHtml(text) : asText(text);
    const Readers readers = text.secrets == Secrets::Shown ? Readers::Owner : Readers::Everybody;
    if (arguments.out.isEmpty())
        answer.output = std::move(page);
    else if (auto written = writeWholeFile(arguments.out, viewOf(std::string_view(page)), readers); !written)
        return tl::unexpected(std::move(written.error()));
    return answer;
}

} // namespace dmsc::cli
