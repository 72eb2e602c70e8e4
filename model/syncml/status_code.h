// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace dmsc::syncml {

/// Status codes (Status/Data), SyncML RepPro 1.2 clause 10 as DM uses it. Others may arrive: any int can be cast.
enum class StatusCode : int {
    None = 0,
    InProgress = 101,
    Ok = 200,
    ItemAdded = 201,
    Accepted = 202,
    NoContent = 204,
    Authenticated = 212, ///< for the whole session
    ChunkAccepted = 213, ///< chunked item accepted and buffered
    Cancelled = 214, ///< by the user
    NotExecuted = 215, ///< because of user interaction before it in the Sequence
    AtomicRolledBack = 216,
    NotModified = 304, ///< the user said no
    BadRequest = 400,
    Unauthorized = 401,
    PaymentRequired = 402,
    Forbidden = 403,
    NotFound = 404,
    NotAllowed = 405,
    NotSupported = 406, ///< optional feature
    AuthenticationRequired = 407,
    Timeout = 408,
    Conflict = 409,
    Gone = 410,
    SizeRequired = 411,
    IncompleteCommand = 412,
    TooLarge = 413,
    UriTooLong = 414,
    UnsupportedTypeOrFormat = 415,
    RequestedSizeTooBig = 416, ///< cannot be displayed
    RetryLater = 417,
    AlreadyExists = 418,
    ConflictServerWon = 419,
    DeviceFull = 420,
    UnknownSearchGrammar = 421,
    BadCgi = 422,
    SoftDeleteConflict = 423,
    SizeMismatch = 424,
    PermissionDenied = 425, ///< the ACL forbids it
    CommandFailed = 500,
    NotImplemented = 501,
    ServiceUnavailable = 503,
    DtdVersionUnsupported = 505,
    ProcessingError = 506,
    AtomicFailed = 507,
    RefreshRequired = 508,
    DataStoreFailure = 510,
    ServerFailure = 511,
    ProtocolVersionUnsupported = 513,
    OperationCancelled = 514,
    AtomicRollBackFailed = 516,
    AtomicResponseTooLarge = 517,
};

/// Alert/Data, RepPro 1.2 clause 5.
enum class AlertCode : int {
    None = 0,
    Display = 1100,
    ConfirmOrReject = 1101,
    TextInput = 1102,
    SingleChoice = 1103,
    MultipleChoice = 1104,
    ServerInitiated = 1200,
    ClientInitiated = 1201,
    NextMessage = 1222,
    SessionAbort = 1223,
    ClientEvent = 1224,
    NoEndOfData = 1225,
    Generic = 1226,
};

[[nodiscard]] constexpr bool isSuccess(StatusCode code)
{
    return static_cast<int>(code) >= 200 && static_cast<int>(code) < 300;
}

/// Whether a Status asks whoever sent the message for a (better) proof.
[[nodiscard]] constexpr bool asksForProof(StatusCode code)
{
    return code == StatusCode::Unauthorized || code == StatusCode::AuthenticationRequired;
}

/// "404 not found", in the user's language; the bare number for a code that is not in the tables.
[[nodiscard]] QString describe(StatusCode code);
/// "1101 confirm or reject".
[[nodiscard]] QString describe(AlertCode code);

} // namespace dmsc::syncml
