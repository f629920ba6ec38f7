import type { Problem } from "../problem.js";
import type { Profile } from "../profile.js";
import type { GraphText } from "./graph-text.js";

type TokenProblem = Extract<Problem, { kind: "tokenMissing" | "tokenEmpty" | "tokenUnreadable" }>;

/** What is wrong with the credentials. */
export function wordToken(problem: TokenProblem, profile: Profile): GraphText {
  switch (problem.kind) {
    case "tokenMissing":
      return unauthenticated(
        "Access token is empty.",
        `Add a bearer token: -H "Authorization: Bearer ${problem.token}"`,
      );
    case "tokenEmpty":
      return unauthenticated("UnableToParseTokens", "A token has to follow the word Bearer; here any text will do.");
    case "tokenUnreadable":
      return unauthenticated(
        unreadable(problem.hasDots, profile),
        "The Authorization header has to begin with Bearer; the token after it may be any text.",
      );
  }
}

/** Until 2022 a parser's number, then the library's own complaint about dots, and today neither. */
function unreadable(hasDots: boolean, profile: Profile): string {
  if (profile !== "legacy") return "Protocol 'Bearer' failed to validate because The token could not be read.";
  return hasDots
    ? "CompactToken parsing failed with error code: 80049217"
    : "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.";
}

function unauthenticated(message: string, hint: string): GraphText {
  return { status: 401, code: "InvalidAuthenticationToken", message, hint };
}
