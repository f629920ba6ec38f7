import type { AttributeName } from "./applications.js";

/** A fault that needs a human, by the story behind it. */
export type ProblemKind =
  | "duplicate-account"
  | "licence-limit"
  | "missing-family-name"
  | "address-taken"
  | "telephone-refused";

/** A standing fault of one person in one application: something a human has to put right. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Index of the application. */
  readonly application: number;
  readonly action: "create" | "update";
  /** Only an export of this attribute meets the problem; undefined: every export does. */
  readonly attribute: AttributeName | undefined;
  /** Error code, or the skip reason where `skipped` is true. */
  readonly code: string;
  readonly skipped: boolean;
  /** In one sentence of our own, for the ground truth. */
  readonly cause: string;
  /** Failures until somebody has fixed the cause; undefined when attempts alone never end it. */
  readonly fixedAfter: number | undefined;
}

const duplicateAccount: Problem = {
  kind: "duplicate-account",
  application: 1,
  action: "create",
  attribute: undefined,
  code: "SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering",
  skipped: false,
  cause: "Airtable already has an account with the person's address that no one has matched.",
  fixedAfter: 4,
};

const licenceLimit: Problem = {
  kind: "licence-limit",
  application: 2,
  action: "create",
  attribute: undefined,
  code: "LicenseLimitExceeded",
  skipped: false,
  cause: "All paid seats of Dropbox were taken when the person joined.",
  fixedAfter: 3,
};

const missingFamilyName: Problem = {
  kind: "missing-family-name",
  application: 0,
  action: "create",
  attribute: undefined,
  code: "AttributeValidationFailed",
  skipped: true,
  cause: "The source directory held no family name, which Fabrikam SCIM requires.",
  fixedAfter: undefined,
};

const addressTaken: Problem = {
  kind: "address-taken",
  application: 0,
  action: "update",
  attribute: "userPrincipalName",
  code: "EntryConflict",
  skipped: false,
  cause: "After a change of name the new address belongs to an old account in Fabrikam SCIM.",
  fixedAfter: 2,
};

const telephoneRefused: Problem = {
  kind: "telephone-refused",
  application: 0,
  action: "update",
  attribute: "telephone",
  code: "UnprocessableEntity",
  skipped: false,
  cause: "Fabrikam SCIM takes telephone numbers without blanks only.",
  fixedAfter: 2,
};

/** Problems of later joiners, dealt at random. */
export const problems: readonly [Problem, ...Problem[]] = [
  duplicateAccount,
  licenceLimit,
  missingFamilyName,
  addressTaken,
  telephoneRefused,
];

/** Problems of the first fifty, by seat: every kind occurs, and one is never put right. */
export const firstProblems: ReadonlyMap<number, Problem> = new Map([
  [3, duplicateAccount],
  [8, { ...duplicateAccount, fixedAfter: undefined }],
  [15, licenceLimit],
  [22, missingFamilyName],
  [29, addressTaken],
  [36, telephoneRefused],
]);

/** A fault of the target system that passes by itself; the next cycle tries again. */
export const passingFaults = [
  "InternalServerError",
  "TooManyRequests",
  "Timeout",
  "WebExceptionProtocolError",
] as const;
export type PassingFault = (typeof passingFaults)[number];

/** Why nothing was exported, as `SkipReason` names it. */
export type SkipReason =
  | "RedundantExport"
  | "NotEffectivelyEntitled"
  | "AttributeValidationFailed"
  | "UnableToResolveReferenceAttributeValue";
