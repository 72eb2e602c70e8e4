// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QByteArray>

#include <memory>

class QFile;

namespace dmsc {

/// A folder's files as a DM server gives them away: GET /files/NAME, for firmware packages and their signatures. Only
/// regular files below it; links are not followed.
class HttpFiles
{
public:
    static constexpr const char* kPath = "/files/";

    [[nodiscard]] static Result<HttpFiles> of(const QString& folder);
    HttpFiles(const HttpFiles&) = delete;
    HttpFiles& operator=(const HttpFiles&) = delete;
    HttpFiles(HttpFiles&& other) noexcept;
    HttpFiles& operator=(HttpFiles&& other) noexcept;
    ~HttpFiles();

    /// What an URL's path names, open for reading; null: nothing that is given away.
    [[nodiscard]] std::unique_ptr<QFile> open(const QByteArray& path) const;

private:
    explicit HttpFiles(int folder)
        : m_folder(folder)
    {
    }
    int m_folder; ///< descriptor; below 0: moved away
};

} // namespace dmsc
