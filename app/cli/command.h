// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>

namespace dmsc::cli {

class CommandRecorder;
class ReceiptFiles;

/// Exit codes of dmsc, fixed: scripts rely on them.
enum class Exit : int { Same = 0, Different = 1, Trouble = 2 };

/// What a command was given, checked against what it takes.
struct Arguments
{
    QStringList positional;
    bool json = false;
    bool demo = false;
    bool uicc = false; ///< --uicc
    QString iccid; ///< --iccid, digits
    QString uri; ///< --uri, empty = not given
    QString to; ///< --to
    QString from; ///< --from
    QString profile; ///< --profile
    QString vpcd; ///< --vpcd
    QString keys; ///< --keys, a file
    QString as; ///< --as, an entity or the id of a stored credential
    QString method; ///< --method
    QString level; ///< --level, hex
    QString receipt; ///< --receipt, a file to write
    QString ca; ///< --ca, a file of certificates
    QString set; ///< --set, a file
    QString resetTries; ///< --reset-tries, a key version
    QString keyVersion; ///< --key-version, hex
    QString label; ///< --label
    QString request; ///< --request, blocks or bytes with a unit
    QString extend; ///< --extend
    QString reduce; ///< --reduce
    bool release = false; ///< --release
    bool del = false; ///< --delete
    // A card's files and keys
    QString in; ///< --in, a file
    QString part; ///< --part, a record's number or a tag
    bool change = false; ///< --change
    bool unblock = false; ///< --unblock
    // DM sessions
    QString handset; ///< --handset, handset:FILE or FILE
    QString card; ///< --card, a WHERE
    QString server; ///< --server, a URL
    QString answer; ///< --answer: yes, no, ask, or a file of answers
    QString out; ///< --out, a folder
    QString listen; ///< --listen, HOST:PORT
    QString push; ///< --push, HOST:PORT
    QString ui; ///< --ui: background, inform, ask
    QString resync; ///< --resync: zeros, text
    QString script; ///< --script, a file
    QString files; ///< --files, a folder
    QString user; ///< --user
    QString secret; ///< --secret: the client's password
    QString serverSecret; ///< --server-secret: the server's password
    QString auth; ///< --auth: none, basic, md5, hmac
    QString certificate; ///< --certificate, a PEM file
    QString key; ///< --key, a PEM file
    QString mo; ///< --mo, an MO identifier or URI
    QString package; ///< --package, a file
    QString signature; ///< --signature, a file
    bool reject = false; ///< --reject
    bool xml = false; ///< --xml
    bool wbxml = false; ///< --wbxml
    bool once = false; ///< --once
    bool proveByCard = false; ///< --prove-by-card: the card has the passwords of the DM account
    bool windows = false; ///< --windows: the client's dialect
    // Session logs
    QString filter; ///< --filter
    QString row; ///< --row
    QStringList edits; ///< --edit, as often as given
    bool pcap = false; ///< --pcap
    bool html = false; ///< --html
    bool text = false; ///< --text
    bool reveal = false; ///< --reveal: secrets are shown
    bool follow = false; ///< --follow: what is recorded meanwhile, too
    QString record; ///< --record, a file to make
    std::shared_ptr<CommandRecorder> recorder; ///< that keeps what is said in it; null: nobody does
    std::shared_ptr<ReceiptFiles> receipts; ///< that keeps the sessions' receipts; null: nobody does
};

/// Everything that a command says goes to standard output at its end, in one piece.
struct Answer
{
    std::string output;
    Exit exit = Exit::Same;
    QString note; ///< one line on standard error; empty: none
};

inline constexpr qsizetype kSome = -1;

/// One word of the command line: "show", "card create", ...
struct Command
{
    const char* name;
    const char* usage; ///< what follows the name
    const char* summary;
    qsizetype positionals; ///< how many words it takes; kSome: one or more
    const char* options; ///< the long options that it knows, separated by blanks
    Result<Answer> (*run)(const Arguments&);
};

Result<Answer> show(const Arguments& arguments);
Result<Answer> convert(const Arguments& arguments);
Result<Answer> diffSides(const Arguments& arguments);
Result<Answer> copy(const Arguments& arguments);
Result<Answer> createCard(const Arguments& arguments);
Result<Answer> serveCard(const Arguments& arguments);
Result<Answer> cardInfo(const Arguments& arguments);
Result<Answer> cardFiles(const Arguments& arguments);
Result<Answer> readCardFile(const Arguments& arguments);
Result<Answer> previewCardFile(const Arguments& arguments);
Result<Answer> cardPin(const Arguments& arguments);
Result<Answer> sendApdus(const Arguments& arguments);
Result<Answer> createHandset(const Arguments& arguments);
Result<Answer> ejectCard(const Arguments& arguments);
Result<Answer> readers(const Arguments& arguments);
Result<Answer> handshake(const Arguments& arguments);
Result<Answer> memory(const Arguments& arguments);
Result<Answer> listCredentials(const Arguments& arguments);
Result<Answer> importCredential(const Arguments& arguments);
Result<Answer> removeCredential(const Arguments& arguments);
Result<Answer> cardPolicy(const Arguments& arguments);
Result<Answer> putCardKeys(const Arguments& arguments);
Result<Answer> verifyReceipt(const Arguments& arguments);
Result<Answer> runSession(const Arguments& arguments);
Result<Answer> serveDm(const Arguments& arguments);
Result<Answer> runClient(const Arguments& arguments);
Result<Answer> notify(const Arguments& arguments);
Result<Answer> listConsents(const Arguments& arguments);
Result<Answer> revokeConsents(const Arguments& arguments);
Result<Answer> approve(const Arguments& arguments);
Result<Answer> exchangeMessages(const Arguments& arguments);
Result<Answer> showLog(const Arguments& arguments);
Result<Answer> decodeLog(const Arguments& arguments);
Result<Answer> exportLog(const Arguments& arguments);
Result<Answer> replayLog(const Arguments& arguments);
Result<Answer> compareLogs(const Arguments& arguments);

} // namespace dmsc::cli
