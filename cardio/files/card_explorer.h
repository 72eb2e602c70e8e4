// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/access_rule.h"
#include "cardio/files/fcp.h"
#include "cardio/files/file_client.h"
#include "cardio/files/known_files.h"
#include "cardio/files/pkcs15.h"
#include "model/uicc/card_file.h"

#include <map>
#include <optional>
#include <vector>

namespace dmsc {

/// What a program needs to know about a file beyond what CardFile tells people.
struct FileDetails
{
    FileAddress address;
    Fcp fcp;
    std::vector<AccessRule> rules; ///< empty where the card tells none: then only trying shows
    const KnownFile* known = nullptr;
    CardApplication application = CardApplication::None;
};

/// A PKCS#15 data object, the file it lies in, and the directory that lists it.
struct Pkcs15Entry
{
    pkcs15::DataObject object;
    QString path; ///< CardFile::path of its file
    QString directory;
};

struct ExploredCard
{
    CardFileTree tree;
    std::vector<FileDetails> details; ///< one per file of the tree
    std::vector<Pkcs15Entry> objects;
    std::vector<QString> oddities; ///< files whose parameters cannot be read, a line each

    [[nodiscard]] std::optional<std::size_t> find(const QString& path) const;
};

/// Finds what is on a card, by SELECT of what standards place there and of what EF.DIR and PKCS#15 directories name:
/// service tables do not say the truth (see CardFile::findings). One APDU per file sought, EF.ARR records are read
/// once.
class CardExplorer
{
public:
    explicit CardExplorer(FileClient& client)
        : m_client(&client)
    {
    }

    /// Progress counts files sought. Cancelled error when it says so; Io when the link fails.
    [[nodiscard]] Result<ExploredCard> run(const Progress& progress);

private:
    Result<void> addMf();
    Result<std::vector<Bytes>> applicationsInDirectory();
    Result<void> addApplication(const Bytes& aid, const QString& label);
    Result<void> addKnown(CardApplication application, const FileAddress& at, int parent);
    Result<void> addPkcs15(const FileAddress& application, int parent);
    Result<void> addObjects(const FileAddress& application, int parent, const pkcs15::Directory& directory);
    /// The index of the file, or none where it is not there.
    Result<std::optional<int>> seek(const FileAddress& address, int parent, CardApplication application);
    int add(const FileAddress& address, int parent, CardApplication application, const Bytes& fcp);
    Result<void> addRules();
    Result<std::vector<AccessRule>> rulesOf(const FileDetails& details);
    Result<std::vector<AccessRule>> record(const FileAddress& file, std::uint8_t number);
    Result<void> addPins();
    Result<void> addFreeMemory();
    void compareIsim();
    [[nodiscard]] FileAddress addressOf(const pkcs15::Path& path, const FileAddress& application) const;
    Result<Bytes> readWhole(int file);
    Result<void> step();

    FileClient* m_client;
    Progress m_progress;
    std::size_t m_sought = 0;
    ExploredCard m_card;
    std::map<QString, int> m_byPath;
    std::map<QString, QString> m_labels; ///< of applications, by AID
    std::map<std::pair<QString, std::uint8_t>, std::vector<AccessRule>> m_records;
};

/// The key that a condition asks for and that is not verified; 0: none.
[[nodiscard]] std::uint8_t missingKey(const AccessCondition& condition, const std::vector<CardPin>& pins);

} // namespace dmsc
