// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/where.h"
#include "model/access/handshake_step.h"
#include "model/access/owners.h"
#include "model/compare/side.h"
#include "model/formats/description.h"
#include "model/prompts/prompt.h"
#include "model/tree/tree.h"
#include "model/uicc/card_file.h"

#include <memory>
#include <optional>

namespace dmsc {

/// What a card says about itself, for people.
struct CardFacts
{
    QString iccid;
    QString epoch; ///< hex
    std::uint32_t seq = 0;
    std::uint32_t oldestSeq = 0; ///< the journal leads from here to seq
    std::uint64_t memorySize = 0; ///< bytes
    std::uint64_t memoryUsed = 0;
    std::uint64_t memoryFree = 0;
    std::uint64_t nodes = 0;
    QString interfaceVersion; ///< "1.0"
    int keyVersion = 0;
    std::uint64_t pairsToFind = 0; ///< command pairs of the last reading before values were fetched
    std::uint64_t pairs = 0; ///< and in all
};

/// What one side of the desk has open, by value.
struct SideState
{
    Where where;
    QString title; ///< "Demo card", the file's name, ...
    QString detail; ///< ICCID, DevId, path
    std::shared_ptr<const Tree> tree; ///< as the side has it now
    std::shared_ptr<const DescriptionSet> descriptions; ///< DDF rules known for its MOs, never null
    bool secured = false; ///< read through a secure channel
    QString security; ///< "SCP03 0x33", empty without channel
    std::vector<OfferedMethod> offers; ///< what the card's policy accepts, from SELECT
    std::optional<AccessConditions> access; ///< what the card lets us do, told after the handshake
    std::optional<MemoryMap> memory; ///< how its memory is divided, as far as we may know
    std::shared_ptr<const Owners> owners; ///< who stored which node, null where the side has no owners
    bool demoCredentials = false; ///< the published test keys were used, because no others were named
    std::uint64_t bytesUsed = 0; ///< card: of its MO store
    std::uint64_t bytesTotal = 0; ///< 0 = not limited
    bool writable = true;
    bool modified = false; ///< a document that was changed since it was read or saved
    std::optional<CardFacts> card; ///< cards only
    std::shared_ptr<const CardFileTree> files; ///< a UICC's files, null where the side has none
    std::vector<QString> warnings; ///< a document's tolerated oddities, with their line or offset; what a card keeps
    std::vector<QString> oddities; ///< of a card's files: what it said of them that cannot be, or warned of itself
    bool locked = false; ///< some warnings are about files that a key would open
};

/// Who asks when the card's toolkit does: nothing proves who the card is.
[[nodiscard]] PromptAsker toolkitAsker(const SideState& state);

} // namespace dmsc
