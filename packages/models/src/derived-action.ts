const derived = new WeakSet<object>();

/**
 * Remembers that the `action` of a parsed change was not given but made from `provisioningAction`, so that applying the
 * change may leave a stored text alone that already means the same.
 */
export function markDerivedAction(change: object): void {
  derived.add(change);
}

/** Whether the `action` of this very object was made from its twin. */
export function hasDerivedAction(change: object): boolean {
  return derived.has(change);
}
