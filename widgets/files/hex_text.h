// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/value_text.h"

#include <QByteArray>
#include <QPlainTextEdit>

namespace dmsc {

/// Bytes as offset, hex digits and characters, to read and copy. Bytes that differ are underlined and on a ground of
/// their own. Never mirrored.
class HexText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit HexText(QWidget* parent = nullptr);

    void setShown(const ShownValue& value);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintMarks();

    std::vector<TextSpan> m_marks;
};

[[nodiscard]] ShownValue shownHex(const QByteArray& bytes);
/// Both as dumps in which what differs is marked.
[[nodiscard]] ShownPair differingHex(const QByteArray& before, const QByteArray& after);
/// Bytes that are not the same at the same offset, counting those that only the longer one has.
[[nodiscard]] qsizetype differingBytes(const QByteArray& before, const QByteArray& after);

} // namespace dmsc
