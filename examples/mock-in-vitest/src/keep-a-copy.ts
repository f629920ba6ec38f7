import type { BetaProvisioningClient } from "@org/client";

/** Ids copied so far, and where to go on; plain data, to be written to a file or a table in one piece. */
export interface Copy {
  readonly ids: readonly string[];
  readonly checkpoint?: string;
}

/**
 * Copies the failures of the log a page at a time. `save` gets the page together with its checkpoint: whenever this is
 * stopped, the next run goes on behind the last page that was saved.
 */
export async function keepACopy(
  client: BetaProvisioningClient,
  copy: Copy,
  save: (copy: Copy) => Promise<void>,
): Promise<void> {
  const ids = [...copy.ids];
  const filter = "provisioningStatusInfo/status eq 'failure'";
  const { checkpoint } = copy;
  for await (const page of client.pages({ filter, select: ["id"], top: 10, checkpoint })) {
    ids.push(...page.items.map(({ id }) => id));
    await save({ ids: [...ids], checkpoint: page.checkpoint });
  }
}
