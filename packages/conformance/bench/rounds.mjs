import { toBytes } from "./exchange.mjs";

/**
 * Warms every server up, then lets those that answer the same kind of request take turns. Gives, for each case, what its
 * bare server and ours took in each round.
 */
export async function playRounds({ cases, servers, requests, load, rounds, milliseconds, warmUp, connections }) {
  const measure = async (name, kind) => {
    const server = servers.get(name);
    const { port } = new URL(server.url);
    const before = await server.cpu();
    const ready = requests.get(name)[kind].map(toBytes);
    const job = { port, requests: ready, status: 200, connections, milliseconds };
    const { answered, seconds } = await load.run(job);
    const after = await server.cpu();
    return { cpu: (after.user + after.system - before.user - before.system) / answered, answered, seconds };
  };
  const warm = async (name, kind) => {
    for (let requests = 0, elapsed = 0; requests < warmUp.requests && elapsed < warmUp.seconds; ) {
      const { answered, seconds } = await measure(name, kind);
      requests += answered;
      elapsed += seconds;
    }
  };

  const samples = new Map(cases.map((one) => [one, []]));
  const kinds = new Set(cases.map(({ kind }) => kind));
  for (let round = -1; round < rounds; round += 1) {
    process.stderr.write(round < 0 ? "warming up" : `\rround ${round + 1} of ${rounds} `);
    for (const kind of kinds) {
      const ofKind = cases.filter((one) => one.kind === kind);
      const names = [...new Set(ofKind.flatMap(({ bare, server }) => [bare, server]))];
      const taken = new Map();
      // The order turns with the round, so that nobody always follows the same neighbour.
      for (const index of names.keys()) {
        const name = names[(index + round + 1) % names.length];
        if (round < 0) await warm(name, kind);
        else taken.set(name, await measure(name, kind));
      }
      if (round < 0) continue;
      for (const one of ofKind) samples.get(one).push({ bare: taken.get(one.bare), ours: taken.get(one.server) });
    }
  }
  process.stderr.write("\n");
  return samples;
}
