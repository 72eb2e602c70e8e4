// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/operation.h"

namespace dmsc {

/// What the user wants done, in order, not yet carried out. A value.
class Plan
{
public:
    [[nodiscard]] const std::vector<Operation>& operations() const { return m_operations; }
    [[nodiscard]] bool empty() const { return m_operations.empty(); }
    [[nodiscard]] std::vector<Operation> forSide(Side side) const;
    [[nodiscard]] std::size_t bytesToStore(Side side) const; ///< name and value bytes that the operations write

    void append(std::vector<Operation> operations);
    void removeLast(std::size_t count);
    /// Takes one operation out, and those after it that cannot be carried out on `device` and `card` (as they are
    /// before the plan) without it.
    /// Gives back how many went.
    std::size_t remove(std::size_t position, const Tree& device, const Tree& card);
    void clear() { m_operations.clear(); }

private:
    std::vector<Operation> m_operations;
};

} // namespace dmsc
