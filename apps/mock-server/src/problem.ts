import type { ModelError } from "@org/models";
import type { EntityDescription, ODataError } from "@org/odata";
import type { StoreError } from "@org/store";
import type { IdFault } from "./judge-id.js";

/** A query option whose value is a little language of its own. */
export type ExpressionOption = "filter" | "orderby" | "select" | "expand";

/** Everything the routes can find wrong with a request; `words/word-problem.ts` puts it into Graph's words. */
export type Problem =
  // Credentials
  | { readonly kind: "tokenMissing"; readonly token: string }
  | { readonly kind: "tokenEmpty" }
  | {
      readonly kind: "tokenUnreadable";
      /** Whether the credential has dots, as a JWT would. */
      readonly hasDots: boolean;
    }
  // The request as such
  | { readonly kind: "malformedRequest" }
  | { readonly kind: "malformedUrl" }
  | { readonly kind: "urlTooLong" }
  | { readonly kind: "headersTooLarge" }
  | { readonly kind: "requestTimeout" }
  | { readonly kind: "notAcceptable" }
  | { readonly kind: "contentEncoding"; readonly encoding: string }
  | { readonly kind: "bodyTooLarge"; readonly limit: number }
  // The address
  | { readonly kind: "invalidVersion"; readonly version: string }
  | {
      readonly kind: "segmentNotFound";
      readonly segment: string;
      readonly known: readonly string[];
      /** The version that has the segment, where this one has not. */
      readonly version?: string | undefined;
    }
  | { readonly kind: "methodNotAllowed"; readonly allowed: readonly string[]; readonly readOnly: boolean }
  | { readonly kind: "idNotFound"; readonly id: string; readonly creatable: boolean }
  // Query options
  | {
      readonly kind: "optionNotServed";
      readonly name: string;
      /** What this address takes instead, each with its `$`. */
      readonly served: readonly string[];
    }
  | { readonly kind: "optionOnWrite"; readonly name: string }
  | { readonly kind: "orderbyNotServed"; readonly path: string }
  | {
      readonly kind: "query";
      readonly error: ODataError;
      /** The option whose value is wrong, and the value; absent when it is the query string as such. */
      readonly option?: ExpressionOption | undefined;
      readonly text?: string | undefined;
      /** What names were looked up in. */
      readonly description?: EntityDescription | undefined;
    }
  | { readonly kind: "topTooLarge"; readonly limit: number; readonly value: number }
  | { readonly kind: "formatNotJson"; readonly value: string }
  | { readonly kind: "countNotText"; readonly accept: string }
  | { readonly kind: "badSkipToken"; readonly skipToken: string }
  // The body
  | { readonly kind: "contentTypeMissing" }
  | { readonly kind: "contentTypeNotJson" }
  | { readonly kind: "bodyEmpty" }
  | { readonly kind: "bodyNotJson"; readonly reason: string }
  | { readonly kind: "bodyNotObject"; readonly found: string }
  | { readonly kind: "deltaPayload" }
  | { readonly kind: "idInBody"; readonly reason: IdFault | "differs" }
  | { readonly kind: "notWhole"; readonly missing: readonly string[]; readonly id: string | undefined }
  | { readonly kind: "propertyOfBeta"; readonly name: string; readonly instead: string }
  | { readonly kind: "model"; readonly error: ModelError; readonly placeholders: readonly string[] }
  // Conditions and the store
  | {
      readonly kind: "conditionFailed";
      readonly header: "If-Match" | "If-None-Match";
      readonly stored: boolean;
      /** Whether the header could have fitted an etag of ours at all. */
      readonly hasForm: boolean;
    }
  | {
      readonly kind: "store";
      readonly error: StoreError;
      readonly id?: string | undefined;
      readonly skipToken?: string | undefined;
    }
  | { readonly kind: "unforeseen" };

/** Carries a problem from where it was found to the one place that answers it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.name = "ProblemError";
    this.problem = problem;
  }
}
