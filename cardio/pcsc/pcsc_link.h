// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/link.h"
#include "cardio/pcsc/patience.h"
#include "cardio/pcsc/pcsc_context.h"

#include <chrono>
#include <memory>

namespace dmsc {

/// A link to the card in a reader of pcscd, shared with other programs. Nothing can end a transmit() before the card
/// answers or is pulled; while that or anything else lasts long the sink hears of it. After any error reset() starts
/// afresh: with the card that is in the reader then, also when pcscd was restarted meanwhile.
class PcscLink final : public Link
{
public:
    /// The reader that `name` names (see chooseReader()).
    [[nodiscard]] static Result<std::unique_ptr<PcscLink>> open(const QString& name, const WaitingSink& waiting = {});
    ~PcscLink() override;

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override;
    [[nodiscard]] Bytes atr() const override { return m_atr; }
    /// The card says so, the reader does not deny it, and T=1 is spoken.
    [[nodiscard]] bool extendedLength() const override { return m_extended; }
    [[nodiscard]] bool isShared() const override { return true; }
    /// A transaction of PC/SC. Io error when another program has one.
    [[nodiscard]] Result<void> claim() override;
    void release() override;
    [[nodiscard]] const QString& reader() const { return m_reader; }

private:
    PcscLink(PcscContext context, QString reader, const WaitingSink& waiting);
    // These do not tell that they wait: who calls them does.
    Result<void> connect();
    void disconnect();
    Result<void> learn();
    [[nodiscard]] bool isHeldByAnother() const;
    [[nodiscard]] tl::unexpected<Error> failed(PcscCode code) const;

    PcscContext m_context;
    QString m_reader;
    std::optional<long> m_card; ///< SCARDHANDLE
    unsigned long m_protocol = 0;
    Bytes m_atr;
    bool m_extended = false;
    int m_claims = 0; ///< taken and not released
    Bytes m_answer; ///< room for the longest
    std::chrono::steady_clock::time_point m_lastUsed{};
    std::unique_ptr<Patience> m_patience; ///< null: nobody wants to know
};

} // namespace dmsc
