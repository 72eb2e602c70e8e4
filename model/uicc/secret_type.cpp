// SPDX-License-Identifier: Apache-2.0
#include "model/uicc/secret_type.h"

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

/// Letters and digits alone, in small letters: AUTH-SECRET, AuthSecret and Auth_Secret are one word.
std::string plainWord(std::string_view name)
{
    std::string word;
    for (const char letter : name) {
        if (letter >= 'A' && letter <= 'Z')
            word += static_cast<char>(letter - 'A' + 'a');
        else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            word += letter;
    }
    return word;
}

// What objects call their secrets beside "...secret" and "...password".
constexpr std::array<std::string_view, 22> kSecretWords{
    "aauthdata", // DMAcc, w7: the nonce
    "clientpw", "serverpw", "clientnonce", "servernonce", // accounts of DM 1.1.2
    "authsecr", // connection objects: PAP, CHAP
    "pxauthpw", "basauthpw", // and their proxies
    "passwordaaa", "passwordha", // CDMA data sessions
    "psk", "presharedkey", "wepkey", "wpakey", "networkkey", // WLAN
    "passphrase", "privatekey", "secretkey", // EAP, LwM2M
    "pwd", "pw", // mail and the like
    "ki", "opc", // of a SIM
};

} // namespace

bool isSecretName(std::string_view name)
{
    constexpr std::size_t kLongest = 64;
    const std::string word = plainWord(name.substr(0, kLongest));
    return word.ends_with("secret") || word.ends_with("password")
        || std::find(kSecretWords.begin(), kSecretWords.end(), word) != kSecretWords.end();
}

bool isSecret(const Tree& tree, NodeId leaf)
{
    if (tree.isInterior(leaf))
        return false;
    // "AllowPassword" and the like tell nothing.
    return tree.type(leaf) == kSecretType || (tree.format(leaf) != Format::Bool && isSecretName(tree.name(leaf)));
}

} // namespace dmsc
