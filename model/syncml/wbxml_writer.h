// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"
#include "model/syncml/wbxml_tokens.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dmsc::wbxml {

/// Version to string table of a WBXML 1.3 document. `strings` go first in the table, at the indexes they had.
[[nodiscard]] Bytes documentHeader(Vocabulary vocabulary, std::uint32_t charset, std::string_view strings);

/// Writes a WBXML 1.3 document in UTF-8: tokens and inline strings, no string table but for a public id that has no
/// number (TNDS). Elements are written as they come; an element that got no content takes one byte.
class Writer
{
public:
    explicit Writer(Vocabulary vocabulary);

    void start(Tag tag);
    /// Attribute of the element just started, before any content (PROV only; the shortest token wins).
    void attribute(std::string_view name, std::string_view value);
    /// STR_I; must not hold NUL. Empty text writes nothing.
    void text(std::string_view text);
    /// OPAQUE; any octets. Empty data writes nothing.
    void opaque(std::string_view octets);
    void end();

    /// start, text, end.
    void element(Tag tag, std::string_view text);
    /// start and end.
    void element(Tag tag);

    /// Bytes written so far.
    [[nodiscard]] std::size_t size() const { return m_out.size(); }

    /// The document; an error if a text held NUL, an attribute has no token, or elements were left open.
    [[nodiscard]] Result<Bytes> finish() &&;

private:
    struct OpenElement
    {
        std::size_t tagAt = 0;
        bool attributes = false;
        bool content = false;
    };

    void beginContent();
    void closeAttributes();
    void switchPage(std::uint8_t& current, std::uint8_t page);
    void inlineString(std::string_view text);
    void refuse(const QString& what);

    Bytes m_out;
    std::vector<OpenElement> m_open;
    std::uint8_t m_tagPage = 0;
    std::uint8_t m_attributePage = 0;
    bool m_inAttributes = false;
    std::optional<Error> m_error;
};

} // namespace dmsc::wbxml
