// SPDX-License-Identifier: Apache-2.0
#include "model/uicc/object_tag.h"

#include "model/bytes.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::uint32_t kTagList = 0x5C;
constexpr std::uint8_t kMore = 0x80;

tl::unexpected<Error> noTag(const QString& why)
{
    return fail(ErrorKind::BadValue, why);
}

/// How many bytes the tag has by what they say themselves; 0 where they end before it does.
std::size_t lengthOf(ByteView bytes)
{
    if ((bytes[0] & 0x1FU) != 0x1F)
        return 1;
    for (std::size_t i = 1; i < bytes.size(); ++i)
        if ((bytes[i] & kMore) == 0)
            return i + 1;
    return 0;
}

/// Tag numbers have their shortest form: 31 and more two bytes, 128 and more three.
bool isShortest(ByteView bytes)
{
    return bytes.size() == 1 || (bytes.size() == 2 ? bytes[1] >= 0x1F : bytes[1] > kMore);
}

} // namespace

Result<std::uint32_t> objectTag(const QString& hex)
{
    const auto bytes = fromHex(hex);
    if (!bytes || bytes->empty() || bytes->size() > 3)
        return noTag(QCoreApplication::translate("ObjectTag", "a tag has 1 to 3 bytes in hex"));
    if (bytes->front() == 0)
        return noTag(QCoreApplication::translate("ObjectTag", "no tag begins with 00"));
    const std::size_t length = lengthOf(*bytes);
    if (length == 0)
        return noTag(QCoreApplication::translate("ObjectTag", "these bytes say that more of the tag follows"));
    if (const int wanted = static_cast<int>(length); length != bytes->size())
        return noTag(QCoreApplication::translate("ObjectTag", "a tag that begins so has %n byte(s)", nullptr, wanted));
    if (!isShortest(*bytes))
        return noTag(QCoreApplication::translate("ObjectTag", "the tag's number must have its shortest form"));
    std::uint32_t tag = 0;
    for (const std::uint8_t byte : *bytes)
        tag = tag << 8U | byte;
    if (tag == kTagList)
        return noTag(QCoreApplication::translate("ObjectTag", "5C stands for the list of tags"));
    return tag;
}

QString objectLabel(std::uint32_t tag)
{
    return QCoreApplication::translate("CardFiles", "tag %1").arg(hexDigits(tag));
}

} // namespace dmsc
