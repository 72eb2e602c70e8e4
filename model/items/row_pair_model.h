// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/compare_recordings.h"

#include <QAbstractTableModel>

#include <vector>

namespace dmsc {

/// The rows of two recordings beside each other. Text is made when it is asked for.
class RowPairModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LeftNumber, LeftName, LeftStatus, State, RightNumber, RightName, RightStatus, ColumnCount };
    enum Role {
        AgreementRole = Qt::UserRole, ///< Agreement as int
        GapRole, ///< bool: this side has no row here
    };

    explicit RowPairModel(QObject* parent = nullptr);

    void set(Recording left, Recording right, std::vector<RowPair> pairs);
    void setNames(const QString& left, const QString& right); ///< of the two recordings, for the header
    /// Only what is not the same is shown.
    void setSameHidden(bool hidden);

    [[nodiscard]] const Recording& left() const { return m_left; }
    [[nodiscard]] const Recording& right() const { return m_right; }
    [[nodiscard]] const RowPair& pairAt(int row) const { return m_pairs[m_shown[static_cast<std::size_t>(row)]]; }
    /// The next shown pair that is not the same, searched from `row` exclusive; -1: there is none.
    [[nodiscard]] int nextDifference(int row) const;
    [[nodiscard]] int previousDifference(int row) const;
    /// The row of a pair that has this row of the left recording, or comes next; -1: there is none.
    [[nodiscard]] int rowOf(RecordNo left) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    [[nodiscard]] QString cell(const RowPair& pair, int column) const;
    [[nodiscard]] static bool isGap(const RowPair& pair, int column);

    Recording m_left;
    Recording m_right;
    QString m_leftName;
    QString m_rightName;
    std::vector<RowPair> m_pairs;
    std::vector<std::uint32_t> m_shown; ///< places in m_pairs
    bool m_isSameHidden = false;
};

/// "= same", "(=) same": what differs is expected to, "# differs", "> only left", "< only right".
[[nodiscard]] QString agreementText(Agreement state, bool expected);
/// The same of a pair of rows, or what there is to say of it instead.
[[nodiscard]] QString agreementText(const RowPair& pair);
/// "42 rows same, 3 differ, 1 only left", in the user's language.
[[nodiscard]] QString verdictText(const ComparedRecordings& compared);

} // namespace dmsc
