import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import type { Profile } from "./profile.js";

/** Everything the mock server takes from outside. */
export interface MockServerOptions {
  /** Where events are kept: nothing or `:memory:` forgets them, `postgres://…` is a database, the rest a file. */
  readonly data?: string | undefined;
  /** The clock of error bodies, the `Date` header and created events. Default: the real time. */
  readonly now?: (() => Date) | undefined;
  /** Makes ids of requests and of created events. Default: random GUIDs. */
  readonly newId?: (() => string) | undefined;
  /** Makes bytes, for the key that signs skip tokens of a store in memory. Default: the platform's. */
  readonly random?: ((size: number) => Uint8Array) | undefined;
  /** `any` (default) asks for a bearer token and takes every one; `off` asks for none. */
  readonly auth?: "any" | "off" | undefined;
  /** Answers every write with 405; Graph documents this log as read-only. Default false. */
  readonly readOnly?: boolean | undefined;
  /**
   * Whose words errors have and what is refused: `current` (default) is Graph today; `legacy` the wording of older years;
   * `strict` also refuses what Graph does not document for this log: `$select`, `$count`, `$skip`, operators and orders.
   */
  readonly profile?: Profile | undefined;
  /** What links in answers begin with, without a slash at the end. Default: the address the client called. */
  readonly publicBaseUrl?: string | undefined;
  /** The tenant of tokens that name none. */
  readonly defaultTenantId?: string | undefined;
  /** A pino-like logger. Default: nothing is logged. */
  readonly logger?: FastifyBaseLogger | undefined;
  /** Speak TLS with this key and certificate. */
  readonly https?: HttpsOptions | undefined;
  /** `normal` (default): an answered write survives the death of the process; `full`: loss of power too. */
  readonly durability?: "normal" | "full" | undefined;
  /** How long a request may take to arrive whole, in milliseconds; then 408. Default 10,000. */
  readonly requestTimeout?: number | undefined;
}

/** A key and a certificate, both as PEM. */
export interface HttpsOptions {
  readonly key: string;
  readonly cert: string;
  /** The file of the certificate, for the commands on the page at `/`. */
  readonly certificatePath?: string | undefined;
}

/** The options with every default filled in. */
export type Settings = Pick<MockServerOptions, Optional> & {
  readonly [Name in Exclude<keyof MockServerOptions, Optional>]-?: NonNullable<MockServerOptions[Name]>;
};
type Optional = "data" | "random" | "publicBaseUrl" | "logger" | "https";

/** The tenant that `startMockServer` fills and whose token it gives out. */
const defaultTenantId = "00000000-0000-4000-8000-00000000c000";

/** The only place where the clock and randomness of the platform come in. */
export function resolveOptions(options: MockServerOptions): Settings {
  return {
    data: options.data,
    now: options.now ?? (() => new Date()),
    newId: options.newId ?? randomUUID,
    random: options.random,
    auth: options.auth ?? "any",
    readOnly: options.readOnly ?? false,
    profile: options.profile ?? "current",
    publicBaseUrl: options.publicBaseUrl?.replace(/\/+$/, ""),
    defaultTenantId: options.defaultTenantId ?? defaultTenantId,
    logger: options.logger,
    https: options.https,
    durability: options.durability ?? "normal",
    requestTimeout: options.requestTimeout ?? 10_000,
  };
}
