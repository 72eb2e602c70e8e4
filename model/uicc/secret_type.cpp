// SPDX-License-Identifier: Apache-2.0
#include "model/uicc/secret_type.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace dmsc {

namespace {

/// A name in a URI may have characters as %53.
std::string withoutEscapes(std::string_view name)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                    : -1;
    };
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isEscape =
            name[i] == '%' && i + 2 < name.size() && digit(name[i + 1]) >= 0 && digit(name[i + 2]) >= 0;
        plain += isEscape ? static_cast<char>(digit(name[i + 1]) * 16 + digit(name[i + 2])) : name[i];
        i += isEscape ? 2 : 0;
    }
    return plain;
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isNumeral(char c)
{
    return c >= '0' && c <= '9';
}

/// A name by its words, in small letters: NewPINValue is new, pin, value, and AUTH-PW auth, pw.
class NameWords
{
public:
    explicit NameWords(std::string_view name)
    {
        for (std::size_t i = 0; i < name.size(); ++i) {
            if (!isUpper(name[i]) && !isLower(name[i]) && !isNumeral(name[i])) {
                m_isOpen = false;
                continue;
            }
            add(name, i);
        }
    }
    /// Letters and digits alone: AUTH-SECRET, AuthSecret and Auth_Secret are one.
    [[nodiscard]] std::string whole() const
    {
        std::string all;
        for (const std::string& word : m_words)
            all += word;
        return all;
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(m_words); }

private:
    void add(std::string_view name, std::size_t i)
    {
        const char before = i > 0 ? name[i - 1] : '\0';
        const bool endsAcronym = isUpper(before) && i + 1 < name.size() && isLower(name[i + 1]);
        if (!m_isOpen || (isUpper(name[i]) && (!isUpper(before) || endsAcronym)))
            m_words.emplace_back();
        m_isOpen = true;
        m_words.back() += isUpper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }

    std::vector<std::string> m_words;
    bool m_isOpen = false; ///< the next letter may go on with the last word
};

// The table of names by which a leaf, a parameter or an element is secret.

// What objects call their secrets that no rule below finds.
constexpr std::array<std::string_view, 27> kSecretNames{
    "aauthdata", // DMAcc, w7: the nonce
    "authsecr", // connection objects: PAP, CHAP
    "clientpw", "serverpw", "authpw", "proxypw", "userpw", "pxauthpw", "basauthpw", // in capitals alone
    "clientnonce", "servernonce", "passwordaaa", "passwordha", // CDMA data sessions
    "wepkey", "wpakey", "networkkey", "presharedkey", "privatekey", "secretkey", "sharedkey", // WLAN, EAP, LwM2M
    "pfxcertblob", "challenge", // certificates of Windows: PKCS#12, SCEP
    "ki", "opc", "kc", "kic", "kid", // of a SIM, and of its toolkit
};
// Words with which the name of a secret ends: DevicePIN, NextNonce, but neither PinnedTab nor TokenType.
constexpr std::array<std::string_view, 16> kSecretWords{"secret", "password", "passwd", "passphrase", "passcode", "pwd",
    "pw", "pin", "puk", "psk", "otp", "nonce", "token", "pkcs12", "kik", "pins"};
// Words behind these: NewPINValue, KeyMaterial.
constexpr std::array<std::string_view, 5> kTrailingWords{"value", "material", "data", "blob", "text"};
// What makes a key one that is kept secret: MasterKey, but neither PublicKey nor MonKey.
constexpr std::array<std::string_view, 44> kKeyWords{"master", "encryption", "decryption", "enc", "dec", "cipher",
    "mac", "shared", "private", "secret", "symmetric", "session", "transport", "network", "wep", "wpa", "wpa2", "wpa3",
    "psk", "auth", "authentication", "access", "root", "device", "client", "server", "user", "admin", "api", "card",
    "storage", "integrity", "signing", "wrapping", "dek", "kek", "pre", "group", "base", "product", "license", "unlock",
    "new", "old"};
// What a code opens: UnlockCode, but not ZipCode.
constexpr std::array<std::string_view, 9> kCodeWords{
    "unlock", "unblock", "access", "activation", "security", "pairing", "verification", "pin", "puk"};

template <std::size_t Count> bool isOneOf(const std::array<std::string_view, Count>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// PIN1 and Key_2 are a PIN and a key.
void dropNumerals(std::vector<std::string>& words)
{
    while (!words.empty() && !isOneOf(kSecretWords, words.back()) && isNumeral(words.back().back())) {
        words.back().pop_back();
        if (words.back().empty())
            words.pop_back();
    }
}

bool endsAsSecret(std::vector<std::string> words)
{
    dropNumerals(words);
    while (words.size() > 1 && isOneOf(kTrailingWords, words.back())) {
        words.pop_back();
        dropNumerals(words);
    }
    if (words.empty())
        return false;
    const std::string last = words.back();
    const std::string before = words.size() > 1 ? words[words.size() - 2] : std::string();
    return isOneOf(kSecretWords, last) || (last == "key" && (before.empty() || isOneOf(kKeyWords, before)))
        || (last == "code" && isOneOf(kCodeWords, before));
}

} // namespace

bool isSecretName(std::string_view name)
{
    constexpr std::size_t kLongest = 192;
    NameWords words(withoutEscapes(name.substr(0, kLongest)));
    const std::string whole = words.whole();
    return whole.ends_with("secret") || whole.ends_with("password") || isOneOf(kSecretNames, whole)
        || endsAsSecret(words.take());
}

bool isSecret(const Tree& tree, NodeId leaf)
{
    if (tree.isInterior(leaf))
        return false;
    // "AllowPassword" and the like tell nothing.
    return tree.type(leaf) == kSecretType || (tree.format(leaf) != Format::Bool && isSecretName(tree.name(leaf)));
}

} // namespace dmsc
