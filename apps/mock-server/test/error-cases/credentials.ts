import { type ErrorCase, v1 } from "./error-case.js";

const refusedCredentials: readonly (readonly [string, string | undefined, string, string])[] = [
  ["no token", undefined, "Access token is empty.", '-H "Authorization: Bearer '],
  ["an empty Authorization header", "", "Access token is empty.", '-H "Authorization: Bearer '],
  ["the word Bearer alone", "Bearer", "UnableToParseTokens", "has to follow the word Bearer"],
  ["Bearer and a blank", "Bearer ", "UnableToParseTokens", "has to follow the word Bearer"],
  [
    "another scheme",
    "Basic YTpi",
    "Protocol 'Bearer' failed to validate because The token could not be read.",
    "begin with Bearer",
  ],
  [
    "a token without its scheme",
    "token x",
    "Protocol 'Bearer' failed to validate because The token could not be read.",
    "begin with Bearer",
  ],
];

/** Requests without a token, or with one that is none. */
export const credentials: readonly ErrorCase[] = refusedCredentials.map(
  ([name, authorization, message, hint]): ErrorCase => ({
    name,
    method: "GET",
    path: v1,
    call: { token: null, headers: authorization === undefined ? {} : { authorization } },
    status: 401,
    code: "InvalidAuthenticationToken",
    message,
    hint,
  }),
);
