// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/card_endpoint.h"
#include "model/error.h"

#include <QString>

#include <memory>

namespace dmsc {

/// The emulated card on its image, which may be in several hands at once: open on a side, plugged into PC/SC, used by
/// the command line. They take turns, command by command. Where another one has changed the image it is opened again,
/// which for the host is a card that was reset: its session is over (6985), what it reads next is new. takeNotice()
/// says so where the host had begun something.
class EmulatedCard final : public CardEndpoint
{
public:
    [[nodiscard]] static Result<std::unique_ptr<CardEndpoint>> open(const QString& path);
    ~EmulatedCard() override;
    EmulatedCard(const EmulatedCard&) = delete;
    EmulatedCard& operator=(const EmulatedCard&) = delete;

    [[nodiscard]] Bytes process(ByteView command) override;
    void reset() override;
    [[nodiscard]] Bytes atr() const override { return m_atr; }
    [[nodiscard]] QString takeNotice() override;

private:
    class Image;

    EmulatedCard(QString path, std::unique_ptr<Image> image, std::unique_ptr<CardEndpoint> card);
    /// False when the image cannot be opened any more.
    bool bringUpToDate();
    void noticeProblem(const QString& text);

    QString m_path;
    std::unique_ptr<Image> m_image;
    std::unique_ptr<CardEndpoint> m_card; ///< null: it could not be opened again
    Bytes m_atr;
    bool m_isUsed = false; ///< there were commands since it was opened or reset
    QString m_notice;
    QString m_problem; ///< why it could not be opened again, told once
};

} // namespace dmsc
