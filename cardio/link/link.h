// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <memory>

namespace dmsc {

/// Carries raw APDUs to one card: in process, through a reader, recorded, faulty. Used by one thread at a time.
class Link
{
public:
    virtual ~Link() = default;

    /// Sends one command of 4 to 65535 bytes and returns the answer, data and status word, 2 to 65535 bytes.
    /// BadValue or Limit error for a command outside these bounds (nothing was sent), Io when the card did not answer.
    [[nodiscard]] virtual Result<Bytes> transmit(ByteView command) = 0;
    /// Resets the card: it forgets selections, authentications and half-sent chains. atr() is fresh afterwards.
    [[nodiscard]] virtual Result<void> reset() = 0;
    /// Answer to reset, ISO/IEC 7816-3 8; empty when there is no card.
    [[nodiscard]] virtual Bytes atr() const = 0;
    /// The card takes lengths of two bytes (ISO/IEC 7816-4 8.1.1.2.7, historical bytes).
    [[nodiscard]] virtual bool extendedLength() const = 0;

    /// Other programs may send commands to the card between ours.
    [[nodiscard]] virtual bool isShared() const { return false; }
    /// Keeps them away until release(), as often as it was called; see LinkClaim.
    [[nodiscard]] virtual Result<void> claim() { return {}; }
    virtual void release() { }

protected:
    Link() = default;
    Link(const Link&) = default;
    Link(Link&&) = default;
    Link& operator=(const Link&) = default;
    Link& operator=(Link&&) = default;
};

/// Holds a link's card for several commands that belong together. While it lives, no other program's command comes in
/// between.
class LinkClaim
{
public:
    [[nodiscard]] static Result<LinkClaim> take(Link& link);

private:
    struct Release
    {
        void operator()(Link* link) const { link->release(); }
    };
    explicit LinkClaim(Link& link)
        : m_link(&link)
    {
    }
    std::unique_ptr<Link, Release> m_link;
};

/// What every link checks before it sends: below 4 bytes readers hang, above 65535 they drop the card.
[[nodiscard]] Result<void> checkCommandSize(ByteView command);
/// What every link checks before it hands on an answer; a pulled card answers with 0 bytes.
[[nodiscard]] Result<void> checkResponseSize(ByteView response);

} // namespace dmsc
