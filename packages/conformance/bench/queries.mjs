import { stat } from "node:fs/promises";
import { join } from "node:path";
import { exchange, expectSame, set, toAnswer, visitMark } from "./exchange.mjs";
import { fillStore } from "./fill.mjs";
import { startBare, startMock } from "./processes.mjs";

const sizes = [
  { label: "1 k", rows: 1_000 },
  { label: "100 k", rows: 100_000 },
  { label: "1 M", rows: 1_000_000 },
];
const kinds = [
  { kind: "asked again", aim: 1.7 },
  { kind: "first time", aim: 1.7 },
  { kind: "new text", aim: undefined },
];

/** The newest hundred failures out of files of several sizes. */
export function createQueries({ million }) {
  const included = sizes.filter(({ rows }) => million || rows < 1_000_000);
  return {
    cases: included.flatMap(({ label }) =>
      kinds.map(({ kind, aim }) => ({
        name: `failures of ${label}, ${kind}`,
        kind: `${label} ${kind}`,
        group: kind,
        size: label,
        aim,
        log: "off",
        bare: `bare ${label}`,
        server: `file of ${label}`,
      })),
    ),

    async start(context) {
      const servers = new Map();
      const requests = new Map();
      for (const { label, rows } of included) {
        const data = await fillFile(context.dataFolder, rows);
        const ours = context.keep(await startMock(["--data", data, "--log", "off"], context.nodeFlags));
        const bare = context.keep(await startBare());
        servers.set(`file of ${label}`, ours).set(`bare ${label}`, bare);
        const made = makeQueries();
        await agreeOnAnswer(ours, bare, made);
        const named = (of) => Object.fromEntries(kinds.map(({ kind }) => [`${label} ${kind}`, of[kind]]));
        requests.set(`file of ${label}`, named(made));
        // Bare knows one address; what changes in it is as long as what changes in ours.
        requests.set(`bare ${label}`, named({ ...made, "new text": made["first time"] }));
      }
      return { servers, requests };
    },
  };
}

/** A file of that many events, filled unless the folder has it from an earlier run. */
export async function fillFile(folder, rows) {
  const path = join(folder, `${rows}.db`);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return path;
  const onProgress = (made) => process.stderr.write(`\rfilling a file: ${made} of ${rows} `);
  await fillStore(path, { rows, onProgress });
  process.stderr.write("\n");
  return path;
}

/** The newest hundred failures, asked in three ways. */
export function makeQueries() {
  const failed = "provisioningStatusInfo/status eq 'failure'";
  const query = (filter) => `${set}?$filter=${encodeURIComponent(filter)}&$orderby=activityDateTime%20desc&$top=100`;
  const path = query(failed);
  // Eight digits of a fraction, which no event reaches: another filter for every reader of it, and the same events.
  const newText = query(`${failed} and activityDateTime lt 2030-01-01T00:00:00.MARKZ`).replace("MARK", visitMark);
  return {
    "asked again": [{ method: "GET", path, key: path }],
    "first time": [{ method: "GET", path: `${path}&visit=${visitMark}`, key: path }],
    "new text": [{ method: "GET", path: newText, key: path }],
  };
}

/** Teaches bare the answer, and throws unless it is a full page of failures that every form of the query finds. */
async function agreeOnAnswer(ours, bare, queries) {
  const [one] = queries["asked again"];
  const answer = await exchange(ours.url, one);
  const found = foundIn(answer);
  if (found.length !== 100 || found.some((event) => event.provisioningStatusInfo?.status !== "failure")) {
    throw new Error(`expected 100 failures, got ${answer.status}: ${answer.body.subarray(0, 400)}`);
  }
  await bare.tell({ answers: [toAnswer(one, answer)] });
  expectSame(answer, await exchange(bare.url, one), one.path);
  for (const [{ method, path }] of Object.values(queries)) {
    const other = await exchange(ours.url, { method, path: path.replace(visitMark, "0".repeat(visitMark.length)) });
    if (JSON.stringify(foundIn(other)) !== JSON.stringify(found)) throw new Error(`${path} finds other events`);
  }
}

function foundIn({ body }) {
  return JSON.parse(body).value ?? [];
}
