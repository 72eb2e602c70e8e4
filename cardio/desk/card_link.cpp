// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/card_link.h"

#include "cardio/desk/emulated_card.h"
#include "cardio/link/in_process_link.h"
#include "cardio/pcsc/pcsc_link.h"

#include <QCoreApplication>

namespace dmsc {

Result<std::unique_ptr<Link>> openCardLink(const Where& where, const WaitingSink& waiting)
{
    if (where.kind == Where::Kind::Card) {
        auto card = EmulatedCard::open(where.name);
        return card ? Result<std::unique_ptr<Link>>(std::make_unique<InProcessLink>(std::move(*card)))
                    : tl::unexpected(card.error());
    }
    if (where.kind == Where::Kind::Reader) {
        auto link = PcscLink::open(where.name, waiting);
        return link ? Result<std::unique_ptr<Link>>(std::move(*link)) : tl::unexpected(link.error());
    }
    return fail(ErrorKind::BadValue, QCoreApplication::translate("CardLink", "commands go to card:FILE or pcsc:READER"),
        where.text());
}

} // namespace dmsc
