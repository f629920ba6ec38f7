import type { Requirements } from "../requirement.js";

const pasted = "answers of the live gateway pasted in public issues, 2018 to 2026";

/** What the profiles change. */
export const profiles = {
  "profile:strict:options": {
    source: "microsoftgraph/microsoft-graph-devx-api#1250",
    basis: "observed",
    statements: [86],
    behaviour: "strict refuses $select, $count and $skip with the sentence that signIns answered $select with",
    difference: { graph: "Observed on the sign-ins; unknown for this set", here: "`--profile strict` only" },
  },
  "profile:strict:operators": {
    source: "learn.microsoft.com/graph/api/provisioningobjectsummary-list",
    basis: "inferred",
    statements: [86],
    behaviour: "strict takes the documented operators of each property and answers any other `Invalid filter clause`",
    difference: { graph: "Scripts use ge without complaint", here: "Refused with `--profile strict` only" },
  },
  "profile:strict:top": {
    source: "learn.microsoft.com/graph/paging",
    basis: "inferred",
    statements: [87],
    behaviour: "strict refuses $top over 1000; the other profiles clamp it",
  },
  "profile:legacy:filter": {
    source: pasted,
    basis: "observed",
    statements: [85],
    behaviour: "legacy answers every wrong filter `Invalid filter clause`, and gives the reason in the hint alone",
  },
  "profile:legacy:uri": {
    source: pasted,
    basis: "observed",
    statements: [85],
    behaviour: "legacy answers unknown segments and wrong selections with the code `RequestBroker--ParseUri`",
  },
  "profile:legacy:token": {
    source: pasted,
    basis: "observed",
    statements: [85],
    behaviour: "legacy words a token that cannot be read as the gateway did",
  },
} as const satisfies Requirements;
