// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/file_documents.h"
#include "model/decode/key_files.h"
#include "model/decode/message_secrets.h"
#include "model/record/record.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace dmsc {

/// Finds secrets in the pairs of one card and one host in their order: the parts of a chain are one command, and what
/// GET RESPONSE fetches answers the command before it.
class ApduSecrets
{
public:
    /// `inClear`: secure messaging that the class byte tells of was taken off.
    [[nodiscard]] std::vector<ByteRange> next(
        QByteArrayView command, QByteArrayView response, bool inClear, MessageMemory& memory);

private:
    static constexpr int kNoBlock = -2; ///< no other comes after it

    void begin(QByteArrayView command);
    void findInCommand(QByteArrayView command);
    void findInAnswer(QByteArrayView response);
    void findInCredential(QByteArrayView data, ByteRange place);
    void findInFile(QByteArrayView content, ByteRange place);
    void findInDmMessage(QByteArray& soFar, QByteArrayView fresh, ByteRange place, bool goesOn);
    [[nodiscard]] bool storesKeys(QByteArrayView command, QByteArrayView data);
    [[nodiscard]] bool isSecretCommand(QByteArrayView command, QByteArrayView data, bool fits);

    QByteArray m_header; ///< of the command under way
    bool m_chained = false; ///< more of it follows
    bool m_clear = false; ///< no secure messaging is on it
    QByteArray m_sent; ///< message in the parts of a DM MESSAGE so far
    QByteArray m_received; ///< message in the answers to it
    qsizetype m_digestLeft = 0; ///< bytes of its digest that come before the message
    KeyFiles m_files;
    FileDocuments m_documents;
    bool m_keyTemplate = false; ///< the chain under way brings keys
    bool m_keyContent = false; ///< the command under way reads or writes a file of keys
    int m_keyBlock = kNoBlock; ///< the last STORE DATA, if it held keys

    MessageMemory* m_memory = nullptr; ///< of the pair that is looked at
    std::vector<ByteRange> m_found;
};

} // namespace dmsc
