// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// Who sends what in Items with MoreData.
struct ObjectPlace
{
    std::string sender;
    std::string session;
    std::string uri;
    friend bool operator==(const ObjectPlace&, const ObjectPlace&) = default;
};

/// Which Item of which message has a part of it.
struct PartPlace
{
    std::string message;
    std::size_t item = 0;
    friend bool operator==(const PartPlace&, const PartPlace&) = default;
};

/// An object that comes in parts.
class SplitObject
{
public:
    enum class Kind : std::uint8_t {
        Document, ///< or one may come of it
        Plain, ///< no document, so that nothing in it is secret
        Unknown, ///< nobody has seen how it begins, or it is too long to be read again with each part
    };

    /// What is known of the object before this part.
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const std::string& before() const { return m_text; }
    /// The object up to the end of this part.
    void add(const PartPlace& part, std::string_view text, Kind kind, bool goesOn);

private:
    friend class SplitObjects;
    struct Part
    {
        PartPlace place;
        std::size_t from = 0; ///< in the text
        Kind kind = Kind::Document; ///< before it
    };

    [[nodiscard]] bool has(const PartPlace& part) const;
    void dropFrom(const PartPlace& part);

    ObjectPlace m_place;
    std::vector<Part> m_parts;
    std::string m_text;
    Kind m_kind = Kind::Document;
    bool m_goesOn = true;
};

/// The objects that messages so far brought in parts. A message may be seen more than once, on its way and when it has
/// arrived.
class SplitObjects
{
public:
    [[nodiscard]] bool isEmpty() const { return m_objects.empty(); }
    /// The object that this may be a part of; null: none is under way. Good until the next call of begin().
    [[nodiscard]] SplitObject* find(const ObjectPlace& place, const PartPlace& part);
    [[nodiscard]] SplitObject& begin(const ObjectPlace& place);

private:
    std::deque<SplitObject> m_objects; ///< the newest last
};

} // namespace dmsc
