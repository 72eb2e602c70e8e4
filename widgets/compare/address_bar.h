// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <functional>

class QCompleter;
class QStringListModel;

namespace dmsc {

/// The URI of the current row; takes another one, completed segment by segment, and jumps there in both trees.
class AddressBar : public QLineEdit
{
    Q_OBJECT

public:
    /// At most `max` URIs that continue what was typed.
    using Complete = std::function<QStringList(const QString& typed, int max)>;

    explicit AddressBar(QWidget* parent = nullptr);
    void setCompletion(Complete complete);
    /// Shows where the selection is, unless the user is typing.
    void showUri(const QString& uri);

Q_SIGNALS:
    void uriEntered(const QString& uri);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void complete(const QString& typed);

    Complete m_complete;
    QCompleter* m_completer;
    QStringListModel* m_candidates;
    QString m_shown;
};

} // namespace dmsc
