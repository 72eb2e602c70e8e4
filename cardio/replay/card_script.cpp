// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/card_script.h"

#include "cardio/apdu/apdu.h"
#include "cardio/apdu/cla.h"
#include "cardio/channel/scp03_protocol.h"
#include "cardio/channel/scp11_protocol.h"
#include "cardio/replay/replay.h"
#include "model/byte_array.h"
#include "model/recording/run_variance.h"

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

/// How far behind a protected command its unprotected row can be: what fetched the answer, told twice by a relay.
constexpr std::uint32_t kMostBehind = 1'024;
/// Commands of one handshake, chained certificates included.
constexpr std::size_t kMostOfHandshake = 64;

/// 0 beyond the end: the bytes come from outside.
std::uint8_t byteAt(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

/// A command of a recording by its header.
struct Header
{
    explicit Header(const RecordView& row)
        : cla(byteAt(row.request, 0))
        , ins(byteAt(row.request, 1))
        , p1(byteAt(row.request, 2))
        , p2(byteAt(row.request, 3))
    {
    }
    std::uint8_t cla;
    std::uint8_t ins;
    std::uint8_t p1;
    std::uint8_t p2;

    [[nodiscard]] bool opensScp03() const { return isProprietary(cla) && ins == scp03::kInsInitializeUpdate; }
    [[nodiscard]] bool endsScp03() const { return isProprietary(cla) && ins == scp03::kInsExternalAuthenticate; }
    [[nodiscard]] bool asksForCertificate() const
    {
        return ins == scp11::kInsGetData && p1 == scp11::kStoreP1 && p2 == scp11::kStoreP2;
    }
    [[nodiscard]] bool showsCertificate() const
    {
        return isProprietary(cla) && ins == scp11::kInsPerformSecurityOperation
            && (p2 & ~scp11::kMoreCertificates) == scp11::kAuthorityKeyId;
    }
    [[nodiscard]] std::optional<HandshakeMethod> endsScp11() const
    {
        const bool agrees = ins == scp11::kInsMutualAuthenticate || ins == scp11::kInsInternalAuthenticate;
        return isProprietary(cla) && agrees ? scp11::methodOfKeyId(p2) : std::nullopt;
    }
};

bool isGood(const RecordView& row)
{
    return row.status == QByteArrayView("9000");
}

class ScriptReader
{
public:
    ScriptReader(const Recording& recording, const RecordSelection& rows)
        : m_store(&recording.store)
    {
        for (const RecordNo row : rows) {
            const RecordView view = m_store->at(row);
            if (!sentPart(ReplayTarget::Card, view))
                ++m_script.skipped;
            else if (view.layer == Layer::SecureChannel)
                m_plain.push_back(row);
            else
                m_rows.push_back(row);
        }
    }

    CardScript read()
    {
        while (m_at < m_rows.size()) {
            if (const RecordView row = m_store->at(m_rows[m_at]); row.layer == Layer::Reader)
                take(CardStep::Kind::Reset, 1);
            else if (!takeHandshake() && !takeSecured(row))
                take(CardStep::Kind::Plain, 1);
        }
        // Unprotected rows whose protected ones were not selected cannot be said alone.
        for (const CardStep& step : m_script.steps)
            m_used += step.isPlainSelected ? 1U : 0U;
        m_script.skipped += m_plain.size() - m_used;
        return std::move(m_script);
    }

private:
    CardStep& take(CardStep::Kind kind, std::size_t count)
    {
        CardStep& step = m_script.steps.emplace_back();
        step.kind = kind;
        const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(m_at);
        step.rows.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
        m_at += count;
        return step;
    }

    [[nodiscard]] bool isCommand(std::size_t at) const
    {
        return at < m_rows.size() && m_store->at(m_rows[at]).layer == Layer::Apdu;
    }
    [[nodiscard]] Header headerAt(std::size_t at) const { return Header(m_store->at(m_rows[at])); }
    [[nodiscard]] bool fetches(std::size_t at) const { return isCommand(at) && fetchesAnswer(m_store->at(m_rows[at])); }
    /// The first row behind what fetches the answer to the command at `at`.
    [[nodiscard]] std::size_t behind(std::size_t at) const
    {
        do
            ++at;
        while (fetches(at));
        return at;
    }

    bool takeHandshake()
    {
        const Header first = headerAt(m_at);
        RecordedHandshake found;
        std::size_t end = 0;
        if (first.opensScp03())
            end = endOfScp03(found);
        else if (first.asksForCertificate() || first.showsCertificate() || first.endsScp11())
            end = endOfScp11(found);
        if (end == 0 || !isGood(m_store->at(m_rows[end - 1])))
            return false;
        take(CardStep::Kind::Handshake, end - m_at).handshake = std::move(found);
        return true;
    }

    [[nodiscard]] std::size_t endOfScp03(RecordedHandshake& found) const
    {
        const std::size_t second = behind(m_at);
        if (!isCommand(second) || !headerAt(second).endsScp03())
            return 0;
        const RecordView row = m_store->at(m_rows[m_at]);
        constexpr qsizetype kVersionPlace = 10; // behind the diversification data (Amendment D 7.1.1.6)
        const Header opening(row);
        found.keyVersion = opening.p1;
        const bool isOpen = !hasSecureMessaging(opening.cla);
        if (found.keyVersion == 0 && isOpen && row.response.size() > kVersionPlace)
            found.keyVersion = byteAt(row.response, kVersionPlace);
        const auto command = parseCommand(viewOf(row.request.toByteArray()));
        if (isOpen && command)
            found.challengeSize = command->data.size();
        found.level = headerAt(second).p1;
        return behind(second);
    }

    [[nodiscard]] std::size_t endOfScp11(RecordedHandshake& found) const
    {
        for (std::size_t at = m_at; isCommand(at) && at - m_at < kMostOfHandshake; at = behind(at)) {
            const Header header = headerAt(at);
            if (const auto method = header.endsScp11()) {
                found.method = *method;
                found.keyVersion = header.p1;
                return behind(at);
            }
            if (header.showsCertificate()) {
                const auto shown = parseCommand(viewOf(m_store->at(m_rows[at]).request.toByteArray()));
                if (shown)
                    found.certificates += toByteArray(shown->data);
            } else if (!header.asksForCertificate()) {
                return 0;
            }
        }
        return 0;
    }

    bool takeSecured(const RecordView& row)
    {
        if (!isSecured(byteAt(row.request, 0)))
            return false;
        CardStep& step = take(CardStep::Kind::Secured, behind(m_at) - m_at);
        step.plain = plainOf(step.rows.back());
        step.isPlainSelected = step.plain && std::ranges::binary_search(m_plain, *step.plain);
        return true;
    }

    /// The next row that tells the command unprotected, before another one to the card.
    [[nodiscard]] std::optional<RecordNo> plainOf(RecordNo last) const
    {
        const std::size_t end = std::min<std::size_t>(m_store->size(), std::size_t{last.value} + kMostBehind);
        for (std::size_t i = std::size_t{last.value} + 1; i < end; ++i) {
            const RecordNo number{static_cast<std::uint32_t>(i)};
            const RecordView row = m_store->at(number);
            if (!sentPart(ReplayTarget::Card, row))
                continue;
            if (row.layer == Layer::SecureChannel)
                return number;
            if (!fetchesAnswer(row))
                return std::nullopt;
        }
        return std::nullopt;
    }

    const RecordStore* m_store;
    std::vector<RecordNo> m_rows;
    std::vector<RecordNo> m_plain;
    std::size_t m_at = 0;
    std::size_t m_used = 0;
    CardScript m_script;
};

} // namespace

CardScript cardScript(const Recording& recording, const RecordSelection& rows)
{
    return ScriptReader(recording, rows).read();
}

std::vector<bool> unplayable(
    const Recording& recording, const std::vector<CardStep>& steps, const std::function<bool(RecordNo)>& isMasked)
{
    std::vector<bool> found(steps.size(), false);
    std::size_t begin = 0; // of the chain that goes on
    constexpr int kNone = -1;
    int chained = kNone; // its instruction
    bool isUnknown = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const CardStep& step = steps[i];
        if (step.kind != CardStep::Kind::Plain && step.kind != CardStep::Kind::Secured) {
            chained = kNone;
            isUnknown = false;
            continue;
        }
        const RecordNo row = step.plain.value_or(step.rows.front());
        const RecordView view = recording.store.at(row);
        if (step.kind == CardStep::Kind::Plain && fetchesAnswer(view)) {
            found[i] = isUnknown;
            continue;
        }
        const Header header(view);
        if (chained != header.ins) {
            begin = i;
            isUnknown = false;
        }
        isUnknown = isUnknown || isMasked(row);
        if (isUnknown)
            std::fill(found.begin() + static_cast<std::ptrdiff_t>(begin),
                found.begin() + static_cast<std::ptrdiff_t>(i) + 1, true);
        chained = isChained(header.cla) ? int{header.ins} : kNone;
    }
    return found;
}

} // namespace dmsc
