// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/trace/trace_progress.h"

#include <QByteArrayView>
#include <QJsonParseError>

#include <functional>

namespace dmsc {

/// Goes through the members of a long JSON object and the elements of its arrays one by one, and tells how far it is,
/// so that none but the piece at hand is parsed. It looks for where each piece ends; what is in it is for
/// QJsonDocument.
class JsonWalk
{
public:
    /// What is found is parts of `json`.
    JsonWalk(QByteArrayView json, const TraceProgress& progress);

    /// Of the whole text, which must be an object. A visitor leaves a member's value as value() or elements().
    using MemberVisitor = std::function<Result<void>(QByteArrayView name)>;
    [[nodiscard]] Result<void> members(const MemberVisitor& visit);
    /// Of the array that comes next.
    using ElementVisitor = std::function<Result<void>(QByteArrayView element)>;
    [[nodiscard]] Result<void> elements(const ElementVisitor& visit);
    /// All of what comes next.
    [[nodiscard]] Result<QByteArrayView> value();

    /// What comes next, without what is blank; 0 at the end.
    [[nodiscard]] char next();

    /// What is wrong `at` so many bytes into a part of the text.
    [[nodiscard]] tl::unexpected<Error> wrong(
        QByteArrayView part, qsizetype at, QJsonParseError::ParseError error) const;

private:
    [[nodiscard]] tl::unexpected<Error> wrongHere(QJsonParseError::ParseError error) const;
    [[nodiscard]] bool take(char one);
    /// After a member or an element: whether there is another one.
    [[nodiscard]] Result<bool> goesOn(char end, QJsonParseError::ParseError unterminated);
    [[nodiscard]] bool goesOnReading();
    void skipString();

    QByteArrayView m_json;
    qsizetype m_at = 0;
    qsizetype m_told = 0;
    ReadingWatch m_watch;
};

} // namespace dmsc
