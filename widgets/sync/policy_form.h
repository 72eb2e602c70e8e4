// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/merge.h"

#include <QScrollArea>

#include <vector>

class QComboBox;
class QFormLayout;

namespace dmsc {

/// What decides conflicts: one policy for everything, and one for each MO that shall be treated in another way.
class PolicyForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit PolicyForm(QWidget* parent = nullptr);

    /// The MOs of this tree are offered; what was chosen for those that stay is kept.
    void setTree(const Tree* device);
    void setRules(const std::vector<PolicyRule>& rules);
    [[nodiscard]] std::vector<PolicyRule> rules() const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        Uri uri;
        QComboBox* box = nullptr;
    };
    QComboBox* addRow(const Uri& uri, const QString& label, const QString& spoken, bool everything);

    QFormLayout* m_form;
    std::vector<Row> m_rows; ///< the first is for everything
};

/// "Ask me", "Card wins", ... in the user's language.
[[nodiscard]] QString policyName(MergePolicy policy);

} // namespace dmsc
