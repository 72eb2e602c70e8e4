// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/mgmt_tree_slots.h"
#include "model/formats/tnds.h"
#include "model/tree/tree_builder.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dmsc {

/// What went wrong while a document was read, and the place as its reader counts (byte offset or line).
struct ReadFailure
{
    Error error;
    std::size_t position = 0;
};

/// The one reader of MgmtTree documents, TNDS and DDF: is told elements and text by an XML or WBXML parser and builds
/// the tree in one pass. Every call returns false when the document is refused: stop, and see failure().
class MgmtTreeReader
{
public:
    /// `trusted`: all text is known to be UTF-8 without NUL (XML); else it is checked.
    MgmtTreeReader(MgmtTreeReadOptions options, bool trusted);

    /// Makes room for the tree of a document of this size.
    void expect(std::size_t documentBytes);

    bool start(wbxml::Tag tag, std::string_view name, std::size_t position);
    bool startForeign(std::string_view name, std::size_t position);
    /// An element inside a Value; `openTag` is its start tag without the final '>'.
    bool startMarkup(std::string_view openTag, std::string_view name, std::size_t position);
    bool text(std::string_view text, std::size_t position);
    bool octets(std::string_view octets, std::size_t position); ///< text that is not encoded for transport
    bool end(std::size_t position);

    /// An element that starts now lies inside a Value.
    [[nodiscard]] bool inValue() const { return m_open.back() == mgmt::Slot::Value || inMarkup(); }
    /// An element that starts now lies inside one that is skipped.
    [[nodiscard]] bool inForeign() const { return m_open.back() == mgmt::Slot::Foreign; }
    [[nodiscard]] const std::optional<ReadFailure>& failure() const { return m_failure; }
    void warn(const QString& what, std::size_t position);

    /// After the last end(); `place` puts a position in words.
    [[nodiscard]] Result<MgmtTreeContent> finish(const std::function<QString(std::size_t)>& place);

private:
    /// A Node that is open.
    struct Frame
    {
        std::size_t position = 0;
        std::optional<Format> format; ///< RTProperties
        std::optional<Format> described; ///< DFProperties
        NodeRule* rule = nullptr;
        std::size_t placeholders = 0; ///< children that have no name
        bool named = false;
        bool typed = false;
        bool typeIsMime = false;
        bool hasValue = false;
        bool valueIsMarkup = false;
        bool valueIsOctets = false;
        bool hasChildren = false;
        bool isRoot = false;
    };

    [[nodiscard]] bool inMarkup() const { return m_open.back() == mgmt::Slot::Markup; }
    bool startNode();
    bool startValue();
    bool startRule();
    void word(mgmt::Slot slot, wbxml::Tag tag);
    bool endText(mgmt::Slot slot);
    bool endNodeName(std::string_view name);
    bool endPath(std::string_view path);
    bool endType(std::string_view type, bool mime);
    bool endVerNo(std::string_view text);
    void endLimit(std::string_view text);
    void endMarkup();
    bool strayText(std::string_view text);
    bool appendText(std::string_view text);
    bool appendEscaped(std::string_view text); ///< beside elements inside a Value
    bool endNode();
    bool nameNode(Frame& frame);
    bool settleNode(Frame& frame);
    bool settleValue(const Frame& frame, Format format);
    bool decodeBase64(const Frame& frame);
    bool closeNode(const Frame& frame);
    bool check(const Result<void>& result);
    bool refuse(ErrorKind kind, const QString& what, const QString& where = {});
    bool refuseAt(Error error, std::size_t position);

    MgmtTreeReadOptions m_options;
    bool m_trusted;
    TreeBuilder m_builder;
    Description m_description;
    bool m_isDescription = false;
    std::vector<mgmt::Slot> m_open{mgmt::Slot::Document};
    wbxml::Tag m_tag = wbxml::Tag::None; ///< of the innermost element that holds text
    std::vector<Frame> m_frames;
    std::vector<std::uint32_t> m_positions{0}; ///< of nodes, by NodeId
    std::size_t m_topPlaceholders = 0;
    std::string m_text; ///< of the innermost element that holds text
    std::string m_value; ///< of the innermost Node
    std::string m_path; ///< of the top Node that is open
    std::string m_scratch;
    std::vector<std::string> m_markup; ///< names of open elements inside a Value
    bool m_markupTagOpen = false;
    bool m_octets = false; ///< m_text came as octets
    std::size_t m_position = 0;
    std::size_t m_foreign = 0;
    std::size_t m_foreignPosition = 0;
    std::string m_foreignName;
    std::size_t m_modelPosition = 0; ///< of Man or Mod
    std::vector<std::pair<QString, std::size_t>> m_warnings;
    std::optional<ReadFailure> m_failure;
};

} // namespace dmsc
