/** One error as it goes out: Graph's part, and what the mock has to add to it. */
export interface GraphText {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Advice of the mock's own; never part of `message`. */
  readonly hint?: string | undefined;
  readonly details?: readonly { readonly code: string; readonly message: string }[];
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

const maxShown = 200;

/** Text of a stranger, short enough to be repeated. */
export function clip(value: string | number | undefined): string {
  const text = String(value ?? "");
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

export function badRequest(message: string, hint?: string): GraphText {
  return { status: 400, code: "BadRequest", message, hint };
}

export function notFound(id: string, hint?: string): GraphText {
  const message = `Resource '${clip(id)}' does not exist or one of its queried reference-property objects are not present.`;
  return { status: 404, code: "Request_ResourceNotFound", message, hint };
}

export function invalidQuery(reason: string, hint?: string): GraphText {
  return badRequest(`The query specified in the URI is not valid.${reason === "" ? "" : ` ${reason}`}`, hint);
}

export function badSkipToken(skipToken: string): GraphText {
  return badRequest(
    `Unable to parse the skiptoken value '${clip(skipToken)}'. Skiptoken value should always be server generated.`,
    "A token goes with the query and the tenant it was made for: follow @odata.nextLink as it is.",
  );
}

export function unknownProperty(name: string, type: string): string {
  return `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`;
}

/** The entity type that is served, as messages name it. */
export const entityType = "microsoft.graph.provisioningObjectSummary";
