// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/card_files.h"
#include "cardio/files/mo_codec.h"
#include "cardio/session/operation_result.h"
#include "model/compare/operation.h"

#include <memory>
#include <vector>

namespace dmsc {

/// The Management Objects that a UICC keeps in files, as one tree: below "." an MO root per file, per object of
/// EF_MCS_CONFIG and per PKCS#15 data object.
class UiccMos
{
public:
    /// Reads the files that explore() found. What cannot be read is missing from the tree, and warnings() says why.
    Result<void> read(CardFiles& files, const Progress& progress);

    [[nodiscard]] const std::shared_ptr<const Tree>& tree() const { return m_tree; }
    [[nodiscard]] const std::vector<QString>& warnings() const { return m_warnings; }
    /// Some of them are about files that a key would open.
    [[nodiscard]] bool isLocked() const { return m_locked; }

    /// What operations on the tree come to: a result per operation (200, or why the file cannot take it, with the
    /// others 215) and, where all are good, the writes in the order in which they are sent. Properties that a file does
    /// not keep (Title, ACL, Type, Format of a TLV file) are passed over, and their result says so.
    struct Planned
    {
        std::vector<OperationResult> results;
        std::vector<CardFileWrite> writes;
    };
    [[nodiscard]] Result<Planned> plan(CardFiles& files, const std::vector<Operation>& operations) const;

private:
    /// Where an MO stands.
    struct Place
    {
        QString path; ///< of the file
        CardFileKind kind = CardFileKind::Transparent;
        std::uint32_t tag = 0; ///< of the object in a BER-TLV file
        MoCodec codec;
        std::string name; ///< of the root
        std::string type;
        QByteArray part; ///< the whole file, or the object
        std::size_t offset = 0; ///< of the content in the part
        std::size_t size = 0;
        bool padded = false; ///< the codec takes the content without the unused rest
        std::optional<std::uint32_t> encodingTag; ///< object that says how the document is encoded
        bool hidden = false; ///< without content, shown when there is some
        QString readOnly; ///< why, empty: it is not
        std::optional<Pkcs15Entry> entry;
    };

    Result<void> addKnown(CardFiles& files, const Progress& progress);
    Result<void> addObjects(CardFiles& files, const Progress& progress);
    [[nodiscard]] static Place joined(const std::vector<Place>& parts, const QString& label);
    Result<void> addFile(CardFiles& files, std::size_t file, const Progress& progress);
    Result<void> addTlvFile(CardFiles& files, std::size_t file, const CardFileContent& content);
    Result<void> warnUnread(const Error& error, const QString& object = {});
    void addPlace(Place place);
    void decode(Place& place);
    [[nodiscard]] bool isShadowed(const CardFiles& files, std::size_t file) const;
    [[nodiscard]] const Place* placeOf(const std::string& root) const;
    [[nodiscard]] const Place* placeFor(const Operation& operation) const;
    [[nodiscard]] Result<Bytes> encode(const Place& place, const Tree& wanted, const std::string& root) const;
    Result<void> addWrites(
        CardFiles& files, const Place& place, const Bytes& content, std::vector<CardFileWrite>& out) const;
    [[nodiscard]] ByteView contentOf(const Place& place) const;

    std::vector<Place> m_places;
    std::vector<QString> m_warnings;
    bool m_locked = false;
    Tree m_building;
    std::shared_ptr<const Tree> m_tree = std::make_shared<const Tree>();
};

} // namespace dmsc
