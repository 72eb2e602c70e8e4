// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// The directory files of a PKCS#15 application (PKCS #15 v1.1 clause 6, ISO/IEC 7816-15), as far as data objects need
/// them. What is not understood is left where it stands: changes are made in the bytes that were read.
namespace dmsc::pkcs15 {

/// RID and "PKCS-15".
inline constexpr std::array<std::uint8_t, 12> kAid = {
    0xA0, 0x00, 0x00, 0x00, 0x63, 0x50, 0x4B, 0x43, 0x53, 0x2D, 0x31, 0x35};
inline constexpr std::uint16_t kOdfFile = 0x5031;
inline constexpr std::uint16_t kTokenInfoFile = 0x5032;
/// 2.23.43.9.1, LwM2M bootstrap (OMA LwM2M core, appendix G.3.3).
inline constexpr std::array<std::uint8_t, 4> kLwm2mBootstrapOid = {0x67, 0x2B, 0x09, 0x01};

/// Where something lies: a file, and a part of it where there is an index.
struct Path
{
    Bytes file; ///< two bytes per file id; from the MF if it begins with 3F00, else from the application's DF
    std::optional<std::uint32_t> index; ///< offset in bytes
    std::optional<std::uint32_t> length; ///< bytes
    friend bool operator==(const Path&, const Path&) = default;
};

/// What an entry of EF.ODF points to; the value is the number of its tag [0] to [8].
enum class Kind : std::uint8_t {
    PrivateKeys,
    PublicKeys,
    TrustedPublicKeys,
    SecretKeys,
    Certificates,
    TrustedCertificates,
    UsefulCertificates,
    DataObjects,
    AuthObjects,
};

struct Directory
{
    Kind kind = Kind::DataObjects;
    Path path;
    friend bool operator==(const Directory&, const Directory&) = default;
};

/// One entry of a data object directory (EF.DODF).
struct DataObject
{
    QString label;
    bool isPrivate = false; ///< a PIN must be verified before reading
    bool modifiable = false;
    Bytes authId; ///< of the PinObject that opens a private one; empty: not told
    QString applicationName;
    Bytes applicationOid; ///< content octets; empty: none
    Path path; ///< without a file where the value stands in the directory itself
    std::size_t entry = 0; ///< position in the directory, set by readDodf()

    /// What to call it: label, application name or OID.
    [[nodiscard]] QString name() const;
    friend bool operator==(const DataObject&, const DataObject&) = default;
};

/// One PIN of an authentication object directory (EF.AODF): digits, padded with FF to the stored length.
struct PinObject
{
    QString label;
    Bytes authId; ///< by which objects name it
    std::uint8_t reference = 0; ///< P2 of VERIFY
    std::uint32_t minLength = 0;
    std::uint32_t storedLength = 0;
    bool canBeDisabled = false;
    Bytes path; ///< of the directory that must be selected to verify it
};

struct DataObjects
{
    std::vector<DataObject> objects;
    std::vector<QString> warnings; ///< entries that could not be read, with their offset
};

struct TokenInfo
{
    std::uint32_t version = 0;
    Bytes serial;
    QString manufacturer;
    QString label;
    Bytes flags; ///< of a BIT STRING: unused bits, then the bits
    friend bool operator==(const TokenInfo&, const TokenInfo&) = default;
};

/// Entries of kinds and forms that we do not know are passed over. Errors name the offset.
[[nodiscard]] Result<std::vector<Directory>> readOdf(ByteView file);
[[nodiscard]] Result<DataObjects> readDodf(ByteView file);
[[nodiscard]] Result<TokenInfo> readTokenInfo(ByteView file);

[[nodiscard]] Bytes writeOdf(const std::vector<Directory>& directories);
/// OpaqueDO entries; the OID stands in the class attributes, where readers look for it.
[[nodiscard]] Bytes writeDodf(const std::vector<DataObject>& objects);
[[nodiscard]] Bytes writeAodf(const std::vector<PinObject>& pins);
[[nodiscard]] Bytes writeTokenInfo(const TokenInfo& info);

/// The directory `file` with another length for one entry; as it was where that entry has none. Unused bytes at its
/// end make room. Full error where there are too few.
[[nodiscard]] Result<Bytes> withObjectLength(ByteView file, std::size_t entry, std::uint32_t length);

[[nodiscard]] bool isLwm2mBootstrap(const DataObject& object);

[[nodiscard]] QString oidText(ByteView content); ///< "2.23.43.9.1", hex where it is malformed
[[nodiscard]] Result<Bytes> oidOf(const QString& text); ///< content octets of "2.23.43.9.1"

} // namespace dmsc::pkcs15
