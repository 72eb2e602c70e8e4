// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/dmsc_application.h"
#include "cardio/link/card_endpoint.h"
#include "cardio/uicc/answer_queue.h"
#include "cardio/uicc/authentication.h"
#include "cardio/uicc/file_commands.h"
#include "cardio/uicc/issuer_domain.h"
#include "cardio/uicc/pin_store.h"
#include "cardio/uicc/toolkit.h"
#include "cardio/uicc/uicc_files.h"

#include <array>
#include <memory>

namespace dmsc {

/// The emulated card: a UICC (ETSI TS 102 221) with a file system, the DM_SC application of CARD-INTERFACE.md, PKCS#15
/// and the issuer's domain, on an image. Nothing but APDUs goes in and out.
class UiccCard final : public CardEndpoint
{
public:
    [[nodiscard]] static Result<std::unique_ptr<UiccCard>> open(
        const QString& path, const CardOutside& outside = {}, StoreProbe probe = {});

    [[nodiscard]] Bytes process(ByteView bytes) override;
    void reset() override;
    [[nodiscard]] Bytes atr() const override;

    /// What the card wants from the user, and what it was answered: not part of the image.
    [[nodiscard]] CardToolkit& toolkit() { return m_toolkit; }

private:
    enum class Application : std::uint8_t { Files, Dmsc, Issuer };
    /// A logical channel (ETSI TS 102 221 8.7): what is selected on it, and what is under way.
    struct Channel
    {
        bool open = false;
        Application application = Application::Files;
        Bytes aid; ///< of the application selected last, empty: none
        FileSelection selection;
        CommandChain chain{kMaxChain};
        AnswerQueue answers;
    };
    static constexpr std::size_t kChannels = 20;
    static constexpr std::size_t kMaxChain = std::size_t{1} << 20U;

    explicit UiccCard(CardImage image, CardOutside outside);

    [[nodiscard]] ResponseApdu handle(const CommandApdu& command, Channel& channel);
    [[nodiscard]] ResponseApdu plain(const CommandApdu& command, Channel& channel);
    [[nodiscard]] ResponseApdu execute(const CommandApdu& command, Channel& channel);
    [[nodiscard]] Bytes getResponse(const CommandApdu& command, Channel& channel);
    /// 91xx instead of 9000 on the basic channel where a toolkit command waits; DM_SC's answers stay as they are.
    [[nodiscard]] Bytes withToolkit(Bytes answer, const Channel& channel) const;
    [[nodiscard]] static StatusWord answerToLink(const CommandApdu& command, const Channel& channel);
    void startAt(Channel& opened, const Channel& opener) const;
    [[nodiscard]] ResponseApdu endSession(const CommandApdu& command, Channel& channel);
    [[nodiscard]] ResponseApdu manageChannel(const CommandApdu& command);
    [[nodiscard]] ResponseApdu select(const CommandApdu& command, Channel& channel);
    [[nodiscard]] ResponseApdu selectByName(const CommandApdu& command, Channel& channel);
    [[nodiscard]] ResponseApdu start(const Bytes& aid, const CommandApdu& command, Channel& channel);
    /// AIDs in the order in which "next occurrence" goes through them.
    [[nodiscard]] std::vector<Bytes> applications() const;
    [[nodiscard]] CardResources resources() const;
    [[nodiscard]] Bytes toolkitFile() const;
    void leave(Channel& channel);

    CardImage m_image;
    CardOutside m_outside;
    std::unique_ptr<DmscApplication> m_dmsc;
    std::unique_ptr<UiccFiles> m_files;
    PinStore m_pins;
    Authentication m_authentication;
    IssuerDomain m_domain;
    CardToolkit m_toolkit;
    std::array<Channel, kChannels> m_channels;
};

} // namespace dmsc
