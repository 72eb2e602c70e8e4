// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1String>
#include <QString>

#include <string>

namespace dmsc {

/// A JSON object on one line, written as QJsonDocument writes it but without the object: members must be given in the
/// order of their names.
class JsonLine
{
public:
    /// `before` stands in front of the object, which has about so many bytes.
    JsonLine(QByteArrayView before, qsizetype bytes);

    void add(QLatin1String name, qint64 value);
    void add(QLatin1String name, double value);
    void add(QLatin1String name, bool value);
    /// What is no UTF-8 is replaced, as QString does.
    void add(QLatin1String name, QByteArrayView utf8);
    void add(QLatin1String name, const QString& text);
    /// Text in which nothing has to be escaped.
    void addPlain(QLatin1String name, QByteArrayView text);

    [[nodiscard]] QByteArray take();

private:
    void append(QByteArrayView text);
    void addName(QLatin1String name);
    void addEscaped(QByteArrayView utf8);

    std::string m_text; // appends several times as fast as QByteArray
    bool m_isFirst = true;
};

} // namespace dmsc
