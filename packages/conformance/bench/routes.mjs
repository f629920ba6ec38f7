import { join } from "node:path";
import { exchange, expectSame, makeRequests, toAnswer } from "./exchange.mjs";
import { startBare, startMock } from "./processes.mjs";

const bare = "bare";

/** The routes over a store of a thousand events: in memory, in a file, and in a file that waits for the disk. */
export const routes = {
  cases: [
    { name: "GET by id", kind: "get", store: "memory", aim: 1.4 },
    { name: "page of 100, asked again", kind: "page", store: "memory", aim: 1.5 },
    { name: "page of 100, first time", kind: "fresh", store: "memory", aim: 1.5 },
    { name: "PATCH in memory", kind: "patch", store: "memory" },
    { name: "PATCH on a file", kind: "patch", store: "file", aim: 5 },
    { name: "PATCH, full durability", kind: "patch", store: "full" },
  ]
    .flatMap((one) => [
      { ...one, log: "off" },
      { ...one, log: "json", aim: undefined },
    ])
    .map((one) => ({ ...one, bare, server: `${one.store}, log ${one.log}` })),

  async start(context) {
    const servers = await startServers(this.cases, context);
    return { servers, requests: await agreeOnAnswers(servers) };
  },
};

/** The bare server, and one of ours for each combination of store and log. */
async function startServers(cases, { folder, nodeFlags, keep }) {
  const servers = new Map([[bare, keep(await startBare())]]);
  for (const one of cases) {
    if (servers.has(one.server)) continue;
    const data = one.store === "memory" ? ":memory:" : join(folder, `${one.store}-${one.log}.db`);
    const durability = one.store === "full" ? "full" : "normal";
    const settings = { data, durability, log: one.log, scenario: "steady", seed: "1", count: "1000" };
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    servers.set(one.server, keep(await startMock(flags, nodeFlags)));
  }
  return servers;
}

/**
 * Brings every server to one state, teaches the bare one the answers, and throws unless all answer alike. Gives the
 * requests of each server: skip tokens are signed by the store that made them, everything else is the same.
 */
async function agreeOnAnswers(servers) {
  const { bare, ...ours } = Object.fromEntries(servers);
  const requests = new Map();
  for (const [name, server] of Object.entries(ours)) {
    requests.set(name, await makeRequests(server));
    for (const one of requests.get(name).patch) await exchange(server.url, one);
  }
  const first = "memory, log off";
  requests.set("bare", requests.get(first));
  const known = new Set();
  for (const one of Object.values(requests.get(first)).flat()) {
    if (known.has(one.key)) continue;
    known.add(one.key);
    const answer = await exchange(ours[first].url, one);
    await bare.tell({ answers: [toAnswer(one, answer)] });
    expectSame(answer, await exchange(bare.url, one), `${one.method} ${one.path}`);
  }
  const [patch] = requests.get(first).patch;
  const expected = await exchange(bare.url, patch);
  for (const [name, server] of Object.entries(ours)) {
    expectSame(await exchange(server.url, patch), expected, `PATCH, ${name}`);
  }
  return requests;
}
