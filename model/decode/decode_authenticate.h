// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/apdu_decoder.h"

namespace dmsc {

/// AUTHENTICATE of a USIM (3GPP TS 31.102 7.1.2), RUN GSM ALGORITHM of a SIM (TS 51.011 8.16).
void authenticateParameters(const ApduCommand& command, Field& p1, Field& p2);
void authenticateData(const ApduCommand& command, const Window& data, Field& field);
void authenticateAnswer(const ApduCommand& command, const Window& data, Field& field);

/// What a USIM answers, known by its tag and lengths where GET RESPONSE fetched it.
[[nodiscard]] bool looksLikeAuthentication(const Window& answer);
void addAuthentication(const Window& answer, Field& field);

} // namespace dmsc
