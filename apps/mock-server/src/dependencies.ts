import type { ProvisioningObjectSummary } from "@org/models";
import type { SummaryStore } from "@org/store";
import type { Settings } from "./options.js";
import type { NoteAnswer } from "./plugins/request-journal.js";
import type { RequestJournal } from "./request-journal.js";

/** How an addition of many events is followed. */
export interface AddOptions {
  /** Told, after every transaction, how many events are stored for good: what is refused later does not undo them. */
  readonly onAdded?: ((added: number) => void) | undefined;
}

/** What a fresh store is filled with. */
export interface Filling extends AddOptions {
  readonly scenario: string;
  readonly seed: number;
  readonly count: number;
  /** Default: the server's default tenant. */
  readonly tenantId?: string | undefined;
  /** Told, before every event, how many there were; what it throws ends the filling. */
  readonly onProgress?: ((made: number) => void) | undefined;
}

/** What every plugin is given beside the app. */
export interface Dependencies {
  readonly settings: Settings;
  readonly store: SummaryStore;
  readonly journal: RequestJournal;
  readonly noteAnswer: NoteAnswer;
  readonly tenants: TenantRegistry;
  /** A bearer token of the default tenant. */
  readonly token: string;
  /**
   * Adds a scenario's events to a tenant; resolves to how many.
   * @throws RangeError for an unknown scenario, or a seed or count out of range.
   */
  fill(filling: Filling): Promise<number>;
  /** Adds events as they are, in the order given; resolves to how many. Rejects with what the store refuses. */
  add(tenantId: string, summaries: Iterable<ProvisioningObjectSummary>, options?: AddOptions): Promise<number>;
  /**
   * Empties the default tenant and every one written to since the start, then does again what `rememberFilling` was
   * told; resolves to how many events the default tenant then has. Writes of clients wait until that is done.
   */
  reset(): Promise<number>;
  /**
   * Fills after each reset with the same events, and now if the tenant holds none; resolves to how many were added now.
   */
  rememberFilling(filling: Filling): Promise<number>;
}

/** The tenants of this process, so that a reset finds them. */
export interface TenantRegistry {
  /** Has to be told before the first write of a tenant. */
  noteWrite(tenantId: string): void;
}
