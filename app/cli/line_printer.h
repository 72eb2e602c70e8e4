// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <mutex>
#include <utility>

namespace dmsc::cli {

/// Lines for standard output from any thread, for commands that run until Ctrl+C. Only flush() waits for whoever reads
/// them: sessions do not.
class LinePrinter
{
public:
    void line(const QByteArray& text)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting += text + '\n';
    }
    void line(const QJsonObject& object) { line(QJsonDocument(object).toJson(QJsonDocument::Compact)); }
    void flush()
    {
        QByteArray text;
        {
            const std::lock_guard lock(m_mutex);
            text = std::exchange(m_waiting, {});
        }
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
        std::fflush(stdout);
    }

private:
    std::mutex m_mutex;
    QByteArray m_waiting;
};

} // namespace dmsc::cli
