// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "model/record/record_no.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

class QHBoxLayout;

namespace dmsc {

/// How a row of the log belongs to another.
enum class RecordRelation : std::uint8_t {
    CarriedBy, ///< the APDUs that carried this message
    Carries, ///< the message that this APDU is a part of
    Answers, ///< the command of this Status or Results
    AnsweredBy, ///< the Status of this command
    WrappedAs, ///< the command as it went over the link
    Unwrapped, ///< the same command without secure messaging
    SameExchange, ///< tied together in another way
};

/// Other rows that belong to the one that is shown, as one run of numbers.
struct RecordLink
{
    RecordRelation relation = RecordRelation::SameExchange;
    RecordNo first;
    RecordNo last; ///< equal to `first` for a single row
    friend bool operator==(const RecordLink&, const RecordLink&) = default;
};

/// "carried by rows 12 to 18", in the user's language.
[[nodiscard]] QString linkText(const RecordLink& link);

/// The links of a record, a button each; hidden when there are none.
class RecordLinks : public QWidget
{
    Q_OBJECT

public:
    explicit RecordLinks(QWidget* parent = nullptr);

    void setLinks(const std::vector<RecordLink>& links);

Q_SIGNALS:
    /// The user follows a link: to the first of its rows.
    void activated(dmsc::RecordNo number);

private:
    QHBoxLayout* m_layout;
};

} // namespace dmsc
