import type { OrderbyText } from "./orderby-text.js";

/** What this client needs of `fetch`. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** A token, or a function that gives one; asked again before every attempt, so that a long wait does not outlive it. */
export type AccessToken = string | (() => string | Promise<string>);

/** `directoryProvisioning` is the older name and exists on beta only. */
export type EntitySet = "directoryProvisioning" | "provisioning";

/** The first segment of every path. It also decides which properties an event has. */
export type GraphVersion = "beta" | "v1.0";

/** Where the service is, who calls it, and everything the outside world gives. */
export interface ConnectionOptions {
  /** Without version; a path before it is kept. Default `https://graph.microsoft.com`. */
  readonly baseUrl?: string | undefined;
  readonly accessToken: AccessToken;
  /** Where entities are read and addressed by id. Default `directoryProvisioning` on beta, `provisioning` on v1.0. */
  readonly entitySet?: EntitySet | undefined;
  /** How often a read is repeated after 429, 503, 504 or a broken-off answer. Writes never are. Default 3. */
  readonly maxRetries?: number | undefined;
  /**
   * Seconds that one read may spend waiting, all attempts together. A `Retry-After` beyond what is left is thrown at
   * once, not shortened: requests made too early count against the caller. Default 180.
   */
  readonly maxRetryWait?: number | undefined;
  /** A longer answer is a {@link ResponseShapeError}. Default 64 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Default: the global one. */
  readonly fetch?: FetchLike | undefined;
  /** Resolves after that many milliseconds, rejects when the signal aborts. Default: a timer. */
  readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
  /** From 0 to below 1, for the jitter of waits. Default: the system's. */
  readonly random?: (() => number) | undefined;
  /** Makes a `client-request-id`. Default: a random UUID. */
  readonly newRequestId?: (() => string) | undefined;
}

/** The head of an answer, for callers that need more than the body. */
export interface ResponseHead {
  readonly status: number;
  /** As on the wire, quotes included; hand it to `ifMatch`. */
  readonly etag: string | undefined;
  /** Address of what was created. */
  readonly location: string | undefined;
  /** Value of `Preference-Applied`. */
  readonly preferenceApplied: string | undefined;
  readonly requestId: string | undefined;
  readonly clientRequestId: string;
  /** Lower case, cookies redacted. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, a wait between attempts included; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the head of every successful answer, before the promise resolves. */
  readonly onResponse?: ((head: ResponseHead) => void) | undefined;
}

/** For `delete`. */
export interface DeleteOptions extends CallOptions {
  /** An etag, with or without its quotes, or `*` for "must exist". A mismatch is a `GraphError` with status 412. */
  readonly ifMatch?: string | undefined;
}

/** For `create`. */
export interface CreateOptions extends CallOptions {
  /** `minimal` asks for an answer without body: the call resolves to undefined. */
  readonly return?: "minimal" | "representation" | undefined;
}

/** For `update` and `updateByContract`: the condition of a delete and the answer of a create, and when to create. */
export interface UpdateOptions extends DeleteOptions, CreateOptions {
  /** `*`: only if no such id is stored. */
  readonly ifNoneMatch?: "*" | undefined;
  /** `Prefer: create-if-missing`: an unknown id with a whole body is created under that id. */
  readonly createIfMissing?: boolean | undefined;
}

/**
 * A condition made by a builder, such as `where` of `@org/client` or `createWhere` of `@org/odata`. Its text is what
 * `toString` gives, unencoded.
 */
export interface ListFilter {
  readonly tree: object;
  toString(): string;
}

/** What all reads of the collection take that name events. */
interface FilterOptions extends CallOptions {
  /** `$filter` as Graph takes it, unencoded, or a condition made by a builder. */
  readonly filter?: string | ListFilter | undefined;
}

/** For `count`. */
export interface CountOptions extends FilterOptions {}

/**
 * For `list` and `pages`. None is checked here: what the service does not take is a `GraphError` with status 400. Graph
 * documents `top`, `orderby` and `filter` for this log.
 */
export interface ListOptions<Summary = object> extends FilterOptions {
  /** Page size, not a limit: the service may answer fewer or more. */
  readonly top?: number | undefined;
  /** `$orderby` as Graph takes it, `activityDateTime desc`, or its items: `["activityDateTime desc", "id"]`. */
  readonly orderby?: string | readonly OrderbyText<Summary>[] | undefined;
  /**
   * The members wanted. With a list of names the events have the type of just these, and only these are validated; a
   * text (`$select` as Graph takes it, nested paths included) makes every member optional.
   */
  readonly select?: string | readonly MemberName<Summary>[] | undefined;
  /** Asks for the number of all events that pass the filter, which the pages then have. Default false. */
  readonly count?: boolean | undefined;
  /** How many of the first events to leave out. */
  readonly skip?: number | undefined;
  /**
   * Continue behind the page that gave this checkpoint, be it in another process. The query is in it; what is given
   * beside it must be the same, and `select` must be given if there was one. @throws CheckpointError
   */
  readonly checkpoint?: string | undefined;
  /** Continue where an earlier page said so; the other query options are in it already and are ignored. */
  readonly nextLink?: string | undefined;
}

/** Names of a resource's own members. */
export type MemberName<Summary> = keyof Summary & string;

/** List options that name the members wanted. */
export type SelectingOptions<Summary, Name extends MemberName<Summary>> = ListOptions<Summary> & {
  readonly select: readonly Name[];
};

/** List options that ask for whole events. */
export type WholeOptions<Summary> = ListOptions<Summary> & { readonly select?: undefined };

/** One page; it may be empty and still have a next one. */
export interface SummaryPage<Summary> {
  readonly items: readonly Summary[];
  /** Keep it to go on later with `pages({ nextLink })`; undefined on the last page. */
  readonly nextLink: string | undefined;
  /** How many events pass the filter in all; undefined unless asked for and told. */
  readonly count: number | undefined;
  /**
   * JSON text to keep: `pages({ checkpoint })` goes on behind this page, and gives no page after the last one. Holds the
   * address and the query, not the access token.
   */
  readonly checkpoint: string;
}

/** Reads and writes provisioning events of one entity set; every answer has passed the schema. */
export interface ProvisioningClient<Summary, Create, Update> {
  /** Every event of every page, a page requested when it is needed. Each iteration starts anew. */
  list(options?: WholeOptions<Summary>): AsyncIterable<Summary>;
  list<const Name extends MemberName<Summary>>(
    options: SelectingOptions<Summary, Name>,
  ): AsyncIterable<Pick<Summary, Name>>;
  list(options: ListOptions<Summary>): AsyncIterable<Partial<Summary>>;
  /** Page by page, for progress and for going on later. Each iteration starts anew. */
  pages(options?: WholeOptions<Summary>): AsyncIterable<SummaryPage<Summary>>;
  pages<const Name extends MemberName<Summary>>(
    options: SelectingOptions<Summary, Name>,
  ): AsyncIterable<SummaryPage<Pick<Summary, Name>>>;
  pages(options: ListOptions<Summary>): AsyncIterable<SummaryPage<Partial<Summary>>>;
  /** How many events pass the filter: `GET …/$count`, which Graph does not document for this log. */
  count(options?: CountOptions): Promise<number>;
  get(id: string, options?: CallOptions): Promise<Summary>;
  /** Merges `change` into the stored event: what is absent stays, `null` clears, collections are replaced. */
  update(id: string, change: Update, options: UpdateOptions & { readonly return: "minimal" }): Promise<undefined>;
  update(
    id: string,
    change: Update,
    options?: UpdateOptions & { readonly return?: "representation" | undefined },
  ): Promise<Summary>;
  /** Not idempotent: after a {@link NetworkError} look before you repeat it. */
  create(summary: Create, options: CreateOptions & { readonly return: "minimal" }): Promise<undefined>;
  create(
    summary: Create,
    options?: CreateOptions & { readonly return?: "representation" | undefined },
  ): Promise<Summary>;
  delete(id: string, options?: DeleteOptions): Promise<void>;
}

/** A client of beta, which also has the documented `PATCH /auditLogs/directoryProvisioning`. */
export interface ContractClient<Summary, Create, Update> extends ProvisioningClient<Summary, Create, Update> {
  /**
   * Updates by the documented address, which carries no id. With an `id` in the body that event is updated; a body
   * without one is stored as a new event if it has every property of the documentation's table, else refused.
   */
  updateByContract(body: Update, options: UpdateOptions & { readonly return: "minimal" }): Promise<undefined>;
  updateByContract(
    body: Update,
    options?: UpdateOptions & { readonly return?: "representation" | undefined },
  ): Promise<Summary>;
}
