// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/selected_files.h"

#include <QByteArrayView>

#include <cstdint>

namespace dmsc {

/// Knows the files in which a USIM (TS 31.102) and a SIM (TS 51.011) keep keys.
///
/// As long as nobody has seen a DF being selected, a file counts as one of those whose identifier it has.
class KeyFiles
{
public:
    /// Whether the data of a command and of its answer are content of such a file.
    [[nodiscard]] bool isContent(QByteArrayView command) const;
    /// What a command that did not fail selects; `response` empty: none was noted.
    void follow(QByteArrayView command, QByteArrayView response) { m_files.follow(command, response); }

private:
    SelectedFiles m_files;
};

} // namespace dmsc
