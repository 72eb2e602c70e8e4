// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace dmsc {

/// What kind of thing went wrong; programs branch on this, people read Error::what.
enum class ErrorKind {
    Io, ///< a file, socket or reader could not be read or written
    Syntax, ///< input is not what its format demands
    Limit, ///< input or tree is larger or deeper than we accept
    NotFound, ///< no such node, file, command
    Exists, ///< a sibling of that name is there already
    NotAllowed, ///< Format, DDF, ACL or state forbids it
    BadValue, ///< the value does not fit its Format
    Unsupported, ///< a feature or version that we do not have
    Conflict, ///< the old value is not the one that was expected
    Damaged, ///< an image or message whose integrity check fails
    Security, ///< authentication or secure messaging failed
    Card, ///< the card answered with an error status word
    Full, ///< no memory left in card, device or file
    Cancelled, ///< the user stopped it
};

/// An error as a value: what is wrong, in a sentence without full stop that says what was expected,
/// and where (file, line, offset, URI, APDU). `what` is in the user's language.
struct Error
{
    ErrorKind kind = ErrorKind::Io;
    QString what;
    QString where;

    /// "what, where", or "what" alone.
    [[nodiscard]] QString text() const;
    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> fail(ErrorKind kind, QString what, QString where = {});

/// The same error with `where` put in front of what it already says about the place.
[[nodiscard]] tl::unexpected<Error> at(Error error, const QString& where);

} // namespace dmsc
