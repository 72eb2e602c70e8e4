// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/tree/tree.h"

#include <optional>
#include <string>
#include <vector>

/// WAP provisioning documents (OMA ProvCont 1.1) and what they are as a tree:
///   APPLICATION w7       -> ./DMAcc/w7, ./DMAcc/w7-2, ... of Type urn:oma:mo:oma-dm-dmacc:1.0 (w7 registration,
///   STD 7.1.3) every characteristic -> ./Provisioning/NAPDEF, ./Provisioning/NAPDEF-2, ... with a leaf a parm; a name
///   that was
///                           changed to be unique or to be a name keeps the document's word as Title; a parm without
///                           a value is a leaf of Format null
/// What a w7 characteristic says beyond the account MO stands below its Ext.
namespace dmsc {

struct ProvisioningParm
{
    std::string name;
    std::optional<std::string> value;
};

struct Characteristic
{
    std::string type; ///< of the document itself: its version
    std::vector<ProvisioningParm> parms;
    std::vector<Characteristic> children;
};

/// Errors name "line N" or "byte N".
[[nodiscard]] Result<Characteristic> readProvisioningXml(ByteView document);
[[nodiscard]] Result<Characteristic> readProvisioningWbxml(ByteView document);
[[nodiscard]] Result<Tree> treeOfProvisioning(const Characteristic& document);

/// The way back: every DM account and ./Provisioning at or below `from`. NotFound if there is neither.
[[nodiscard]] Result<Characteristic> provisioningOfTree(const Tree& tree, NodeId from = Tree::root());
[[nodiscard]] Result<Bytes> writeProvisioningXml(const Characteristic& document);
[[nodiscard]] Result<Bytes> writeProvisioningWbxml(const Characteristic& document);

} // namespace dmsc
