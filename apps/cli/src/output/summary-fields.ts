/** A value inside nested objects; undefined when a step is missing or no object. */
function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, name)) return undefined;
    current = Reflect.get(current, name);
  }
  return current;
}

/** What a row of a table says of one event; empty where the event says nothing. */
export interface SummaryFields {
  readonly time: string;
  readonly action: string;
  readonly status: string;
  readonly source: string;
  readonly target: string;
  readonly application: string;
  readonly id: string;
}

/** Reads either shape. The older `action` says more than `provisioningAction` where both are there. */
export function summaryFields(summary: unknown): SummaryFields {
  const text = (...path: string[]) => {
    const value = valueAt(summary, ...path);
    return typeof value === "string" ? value : "";
  };
  return {
    // Fractions of a second differ in length and would push the columns about.
    time: text("activityDateTime").replace(/\.\d+/, ""),
    action: text("action") || text("provisioningAction"),
    status: text("provisioningStatusInfo", "status") || text("statusInfo", "status"),
    source: text("sourceIdentity", "displayName") || text("sourceIdentity", "id"),
    target: text("targetIdentity", "displayName") || text("targetIdentity", "id"),
    application: text("servicePrincipal", "displayName") || text("servicePrincipal", "id"),
    id: text("id"),
  };
}
