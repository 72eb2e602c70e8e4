// SPDX-License-Identifier: Apache-2.0
#include "model/formats/provisioning.h"

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

namespace {

void check(const Result<Characteristic>& document)
{
    if (!document)
        return;
    const auto tree = treeOfProvisioning(*document);
    if (!tree)
        std::abort(); // every document that was read has a tree
    const auto back = provisioningOfTree(*tree);
    if (!back)
        return;
    (void)writeProvisioningWbxml(*back);
    if (const auto xml = writeProvisioningXml(*back); xml && !readProvisioningXml(*xml))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView document(data, size);
    check(readProvisioningXml(document));
    check(readProvisioningWbxml(document));
    return 0;
}
