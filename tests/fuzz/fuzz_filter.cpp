// SPDX-License-Identifier: Apache-2.0
#include "model/filter/record_filter.h"

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

namespace {

Recording sample()
{
    Recording recording;
    Record record;
    record.name = QStringLiteral("SELECT");
    record.status = QStringLiteral("6A82");
    record.request = QByteArray::fromHex("00a40400");
    recording.store.append(record);
    record.layer = Layer::SyncMl;
    record.target = QStringLiteral("./SIM/APN");
    record.status = QStringLiteral("405");
    recording.store.append(record);
    recording.marks[RecordNo{1}] = QStringLiteral("odd");
    return recording;
}

} // namespace

/// Any text is a filter that can be asked, or wrong at a place of its own; words that are offered lie in it too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Recording recording = sample();
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto inText = [&](qsizetype offset, qsizetype length) {
        return offset >= 0 && length >= 0 && offset + length <= text.size();
    };
    const auto filter = RecordFilter::parse(text);
    if (filter) {
        (void)select(recording, *filter);
    } else if (!inText(filter.error().offset, filter.error().length) || filter.error().text.isEmpty()) {
        std::abort();
    }
    for (const FilterCompletion& word : completeFilter(text, text.size() / 2, recording.store)) {
        if (!inText(word.offset, word.length)) {
            std::abort();
        }
    }
    return 0;
}
