// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/pair_apply.h"

#include "cardio/session/tree_client.h"
#include "model/syncml/status_code.h"

#include <QCoreApplication>

namespace dmsc {

using syncml::StatusCode;

namespace {

/// The operations of one side and where they stand in the plan.
struct Part
{
    std::vector<Operation> operations;
    std::vector<std::size_t> places;
};

Part partFor(Side side, const std::vector<Operation>& operations)
{
    Part part;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        if (operations[i].side != side)
            continue;
        part.operations.push_back(operations[i]);
        part.places.push_back(i);
    }
    return part;
}

class PairApply
{
public:
    PairApply(std::array<SideSession*, 2> sides, const std::vector<Operation>& operations, const Progress& progress)
        : m_sides(sides)
        , m_progress(progress)
    {
        for (std::size_t i = 0; i < operations.size(); ++i)
            m_outcome.results.push_back(answer(i, StatusCode::NotExecuted));
    }

    /// Does one side's part; false when it is refused, with the outcome telling why.
    bool run(Side side, const Part& part)
    {
        if (part.operations.empty())
            return true;
        SideSession* session = m_sides[indexOf(side)];
        if (!session) {
            m_outcome.error = Error{ErrorKind::NotFound,
                QCoreApplication::translate("Desk", "there is nothing open on the side that the plan changes"), {}};
            return false;
        }
        auto results = session->apply(part.operations, m_progress);
        if (!results) {
            m_outcome.error = results.error();
            return false;
        }
        for (const OperationResult& result : *results)
            put(part.places[result.operation], result);
        if (allGood(*results))
            return true;
        m_outcome.error = firstFailure(*results, part.operations);
        return false;
    }

    void takeBack(Side side, const Part& part)
    {
        SideSession* session = m_sides[indexOf(side)];
        if (part.operations.empty() || !session)
            return;
        const auto results = session->apply(inverse(part.operations), {});
        const bool back = results && allGood(*results);
        for (const std::size_t place : part.places)
            put(place, answer(place, back ? StatusCode::AtomicRolledBack : StatusCode::AtomicRollBackFailed));
        if (!back)
            m_outcome.error = Error{ErrorKind::Card,
                QCoreApplication::translate(
                    "Desk", "the device refused its part (%1) and the card could not be set back: the card is changed")
                    .arg(m_outcome.error ? m_outcome.error->what : QString()),
                m_outcome.error ? m_outcome.error->where : QString()};
    }

    [[nodiscard]] ApplyOutcome take() { return std::move(m_outcome); }

private:
    static OperationResult answer(std::size_t place, StatusCode code)
    {
        return {place, static_cast<int>(code), syncml::describe(code)};
    }
    void put(std::size_t place, OperationResult result)
    {
        result.operation = place;
        m_outcome.results[place] = std::move(result);
    }

    std::array<SideSession*, 2> m_sides;
    const Progress& m_progress;
    ApplyOutcome m_outcome;
};

} // namespace

ApplyOutcome applyToPair(
    std::array<SideSession*, 2> sides, const std::vector<Operation>& operations, const Progress& progress)
{
    const Part card = partFor(Side::Card, operations);
    const Part device = partFor(Side::Device, operations);
    PairApply work(sides, operations, progress);
    if (!work.run(Side::Card, card))
        return work.take();
    if (!work.run(Side::Device, device))
        work.takeBack(Side::Card, card);
    return work.take();
}

} // namespace dmsc
