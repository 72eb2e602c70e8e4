// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/standard_error.h"
#include "app/cli/stop_signals.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/where.h"
#include "cardio/vpcd/vpcd_plug.h"

#include <QCoreApplication>

#include <mutex>

namespace dmsc::cli {

namespace {

/// What the plug told last, from its thread to ours.
class LastState
{
public:
    void set(const PlugState& state)
    {
        const std::lock_guard lock(m_mutex);
        m_state = state;
        m_new = true;
    }
    std::optional<PlugState> takeNew()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_new, false) ? std::optional(m_state) : std::nullopt;
    }

private:
    std::mutex m_mutex;
    PlugState m_state;
    bool m_new = false;
};

} // namespace

Result<Answer> serveCard(const Arguments& arguments)
{
    const auto where = Where::parse(arguments.positional[0]);
    if (!where)
        return tl::unexpected(where.error());
    if (where->kind != Where::Kind::Card)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "only an emulated card can be served; expected card:FILE"),
            arguments.positional[0]);
    const auto address =
        VpcdAddress::parse(arguments.vpcd.isEmpty() ? qEnvironmentVariable("DMSC_VPCD") : arguments.vpcd);
    if (!address)
        return tl::unexpected(address.error());
    const StopSignals signals;
    LastState last;
    {
        const VpcdPlug plug(
            *address, [&where] { return EmulatedCard::open(where->name); },
            [&last](const PlugState& state) { last.set(state); });
        while (!signals.wait()) {
            const auto state = last.takeNew();
            if (state && state->phase == PlugState::Phase::Pulled)
                return fail(ErrorKind::Io, state->text);
            if (state)
                announce(state->text);
        }
    }
    if (const auto state = last.takeNew())
        announce(state->text);
    return Answer{};
}

} // namespace dmsc::cli
