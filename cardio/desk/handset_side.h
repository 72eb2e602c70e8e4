// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/tree_client.h"

namespace dmsc {

/// An emulated handset as a side.
class HandsetSide final : public SideSession
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(
        const Where& where, const SideOptions& options, const Progress& progress);

    Result<void> reload(const Progress& progress) override;
    Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress) override;
    EmulatedHandset* handset() override { return m_handset.get(); }

private:
    std::unique_ptr<EmulatedHandset> m_handset;
    std::optional<TreeClient> m_client;
};

} // namespace dmsc
