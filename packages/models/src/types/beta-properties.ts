import type { ProvisioningSystemDetails } from "./provisioning-system-details.js";
import type { StatusDetails, StatusDetailsInput } from "./status-details.js";

/** The properties that a summary has on beta alone or, as the systems, under another type's name. */
export interface BetaProperties {
  /** The system the object comes from. May be null. */
  sourceSystem?: ProvisioningSystemDetails | null | undefined;
  /** The system the object goes to. May be null. */
  targetSystem?: ProvisioningSystemDetails | null | undefined;
  /**
   * What was done, as a free text such as `Create`. Deprecated by Graph for `provisioningAction`, its twin; beta
   * only. May be null.
   */
  action?: string | null | undefined;
  /**
   * How the event ended: a `statusBase`, or a `statusDetails` as soon as it has reasons. Deprecated by Graph for
   * `provisioningStatusInfo`, its twin; beta only. May be null.
   */
  statusInfo?: StatusDetails | null | undefined;
}

/** Those properties as a writer gives them: known enum members only. */
export interface BetaPropertiesInput extends BetaProperties {
  /** How the event ended, in the older form; merged member by member, sets `provisioningStatusInfo` too, null clears both. */
  statusInfo?: StatusDetailsInput | null | undefined;
}
