import type { AttributeChange, Escrow } from "./story.js";

/** How one person or group stands with one application; the synchronization job's own memory. */
export interface Account {
  /** Key in the target system; empty before the first successful create and after a delete. */
  targetId: string;
  enabled: boolean;
  /** Whether the source has reported the object to this job before. */
  seen: boolean;
  /** Changes of the source that the target does not have yet. */
  pending: AttributeChange[];
  /** The cycle in which the object is next looked at; undefined when nothing has happened to it. */
  due: number | undefined;
  escrow: Escrow | undefined;
  /** The source has removed the object, so the target's copy has to go. */
  removed: boolean;
  /** Source ids of members that have no account of their own yet. Groups only. */
  unresolved: string[];
}

export function createAccount(): Account {
  return {
    targetId: "",
    enabled: false,
    seen: false,
    pending: [],
    due: undefined,
    escrow: undefined,
    removed: false,
    unresolved: [],
  };
}

/** Has the account looked at in `cycle`, unless a failed operation already waits for its own time. */
export function schedule(account: Account, cycle: number): void {
  if (account.escrow === undefined) account.due = cycle;
}

/** Keeps one change per single-valued attribute: the target has the first old value and needs the last new one. */
export function addPending(account: Account, change: AttributeChange): void {
  const position =
    change.attribute === "members" ? -1 : account.pending.findIndex(({ attribute }) => attribute === change.attribute);
  const earlier = account.pending[position];
  if (earlier === undefined) account.pending.push(change);
  else if (earlier.oldValue === change.newValue) account.pending.splice(position, 1);
  else account.pending[position] = { ...change, oldValue: earlier.oldValue };
}
