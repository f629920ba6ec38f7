import {
  type Acknowledged,
  findLost,
  type MockProcess,
  readAll,
  readFirstPage,
  readOn,
  startMockProcess,
  writeUntil,
} from "./three-servers.js";

/** What one round of killing showed. */
export interface KillReport {
  /** Writes that the killed server acknowledged, and the two others after it was gone. */
  readonly byTheKilled: number;
  readonly afterwards: number;
  /** Acknowledged events that one of the servers did not show. */
  readonly lost: readonly string[];
  /** Ids by way of a page of the killed server and the link on it, at each other server; and all ids in one page. */
  readonly continued: readonly (readonly string[])[];
  readonly all: readonly string[];
}

/** Three servers start at once on one database and take writes; one is killed while it does, and started again at the end. */
export async function killOneServer(databaseUrl: string, round: number): Promise<KillReport> {
  const servers = await Promise.all([1, 2, 3].map(() => startMockProcess(databaseUrl)));
  const [victim, ...others] = servers;
  let again: MockProcess | undefined;
  try {
    if (victim === undefined) throw new Error("There is no server.");
    const first = await readFirstPage(victim);
    const acknowledged: Acknowledged = new Map();
    const byVictim: Acknowledged = new Map();
    let isOver = false;
    const writers = (server: MockProcess, name: string, notes: Acknowledged) =>
      [0, 1, 2, 3].map((writer) => writeUntil(server, `${round}-${name}-${writer}`, notes, () => isOver));
    const victims = writers(victim, "a", byVictim);
    const rest = others.flatMap((server, index) => writers(server, `b${index}`, acknowledged));
    await Promise.race([reach(byVictim, 40), Promise.all(victims)]);
    await victim.kill();
    await Promise.all(victims);
    const before = acknowledged.size;
    await Promise.race([reach(acknowledged, before + 40), Promise.all(rest)]);
    isOver = true;
    await Promise.all(rest);
    again = await startMockProcess(databaseUrl);
    const everything = new Map([...acknowledged, ...byVictim]);
    const lost = await Promise.all([...others, again].map((server) => findLost(server, everything)));
    return {
      byTheKilled: byVictim.size,
      afterwards: acknowledged.size - before,
      lost: lost.flat(),
      continued: await Promise.all(
        others.map(async (server) => [...first.ids, ...(await readOn(server, first.nextQuery))]),
      ),
      all: await readAll(again),
    };
  } finally {
    for (const server of [...servers, again]) await server?.kill();
  }
}

/** Resolves when so many events were acknowledged; how long that takes is up to the machine. */
async function reach(acknowledged: Acknowledged, count: number): Promise<void> {
  while (acknowledged.size < count) await new Promise((resolve) => setTimeout(resolve, 10));
}
