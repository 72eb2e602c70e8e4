// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/tree/tree.h"

#include <QString>

#include <vector>

namespace dmsc {

/// Content of a file, or of one data object in it, as nodes below an MO's root and back. decode() adds the nodes below
/// `root`, which stands in `tree` already with name and Type, and gives back what is odd about the content. encode()
/// makes the new content from the old one and the tree as it should be: what has not changed keeps its bytes and its
/// place, so that encode(x, decode(x)) is x. Content of a transparent file is the whole file, unused bytes included,
/// and keeps its size: Full error where it would not fit. NotAllowed for a node that has no place in the file, BadValue
/// for a value that does not fit.
struct MoCodec
{
    using Findings = std::vector<QString>;

    Result<Findings> (*decode)(ByteView content, Tree& tree, NodeId root) = nullptr;
    /// nullptr: shown, not written.
    Result<Bytes> (*encode)(ByteView before, const Tree& tree, NodeId root) = nullptr;
    /// The file keeps names and values only; Title, ACL, Type and Format are not its own.
    bool valuesOnly = true;
};

/// EF_NASCONFIG, 3GPP TS 31.102 4.2.94 and TS 24.368.
[[nodiscard]] MoCodec nasConfigCodec();
/// Object 80 of EF_XCAPConfigData, TS 31.102 and TS 24.424.
[[nodiscard]] MoCodec xcapConfigCodec();
/// EF_3GPPPSDATAOFF, TS 31.102 4.2.109: leaves of five MOs.
[[nodiscard]] MoCodec psDataOffCodec();
/// EF_ACL, TS 31.102 4.2.48: the list of allowed access points.
[[nodiscard]] MoCodec accessPointsCodec();
/// LwM2M bootstrap information, OMA LwM2M core appendix G.3.4; read-only.
[[nodiscard]] MoCodec lwm2mBootstrapCodec();
/// A document in the encoding found: TNDS in XML or WBXML, bare or in a DM message, or WAP provisioning. Anything else
/// is one leaf "Document".
[[nodiscard]] MoCodec documentCodec();

/// `name`, or name-2, name-3, ... where `parent` has such a child already.
[[nodiscard]] std::string freeName(const Tree& tree, NodeId parent, const std::string& name);

} // namespace dmsc
