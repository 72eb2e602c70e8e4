// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <mutex>

namespace dmsc::cli {

/// Lines on standard output as they come, from any thread: for commands that run until Ctrl+C.
class LinePrinter
{
public:
    void line(const QByteArray& text)
    {
        const std::lock_guard lock(m_mutex);
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
        std::fputc('\n', stdout);
        std::fflush(stdout);
    }
    void line(const QJsonObject& object) { line(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

private:
    std::mutex m_mutex;
};

} // namespace dmsc::cli
