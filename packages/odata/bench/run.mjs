// Filters read per second: `pnpm bench` or `node bench/run.mjs`, after a build. Medians of several rounds; compare
// figures of one run only.
import { performance } from "node:perf_hooks";
import { bindFilter, evaluate, parseFilter, printFilter } from "@org/odata";

const rounds = 7;
const text =
  "status eq 'failure' and activityDateTime ge 2026-03-02T08:14:05Z and contains(tolower(servicePrincipal/displayName),'scim')";

const description = {
  type: "bench.event",
  key: "id",
  structuredTypes: {
    "bench.event": {
      properties: {
        id: { type: "Edm.String" },
        status: { type: "bench.status" },
        activityDateTime: { type: "Edm.DateTimeOffset" },
        servicePrincipal: { type: "bench.servicePrincipal" },
      },
    },
    "bench.servicePrincipal": { properties: { displayName: { type: "Edm.String" } } },
  },
  enumTypes: { "bench.status": ["success", "failure", "skipped"] },
  pathAliases: {},
  policy: [],
};
const entity = {
  id: "1",
  status: "failure",
  activityDateTime: "2026-03-02T10:00:00Z",
  servicePrincipal: { displayName: "SCIM app" },
};

/** Median calls per second, each round a quarter of a second long. */
function rate(call) {
  const rates = [];
  for (let round = 0; round < rounds; round += 1) {
    let calls = 0;
    const start = performance.now();
    while (performance.now() - start < 250) {
      call();
      calls += 1;
    }
    rates.push((calls * 1_000) / (performance.now() - start));
  }
  return Math.round(rates.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

const tree = parseFilter(text);
const bound = bindFilter(tree, description);
console.table({
  parse: rate(() => parseFilter(text)),
  "parse + bind": rate(() => bindFilter(parseFilter(text), description)),
  print: rate(() => printFilter(tree)),
  evaluate: rate(() => evaluate(bound, entity)),
});
