/** One case of rows.json. */
export type Case = readonly [
  address: string,
  id: string,
  body: string,
  prefer: string,
  ifMatch: string,
  row: number,
  status: number,
  effect: string,
];

const contract = "/beta";
const item = ["/beta/{stored}", "/beta/{unknown}"] as const;
const v1Item = ["/v1.0/{stored}", "/v1.0/{unknown}"] as const;

const idTexts: Readonly<Record<string, string>> = {
  absent: "no `id`",
  stored: "`id` of a stored event",
  unknown: "`id` that is not stored",
  null: "`id: null`",
  empty: '`id: ""`',
  number: "`id: 5`",
};
const bodyTexts: Readonly<Record<string, string>> = {
  whole: "whole",
  twins: "whole, v1.0 names",
  placeholders: "the page's example",
  partial: "some properties",
  "{}": "nothing else",
};
const effectTexts: Readonly<Record<string, string>> = {
  none: "",
  update: " updated",
  create: " created",
  upsert: " created under that id",
};

/**
 * docs/update-directory-provisioning.md: what a PATCH does, with every table read from the cases the tests run.
 * @param answer What the server answers to the page's example.
 */
export function renderContractPage(cases: readonly Case[], answer: Readonly<Record<string, unknown>>): string {
  const grid = (addresses: readonly string[], prefer: string, ifMatch: string) =>
    renderGrid(cases.filter((one) => addresses.includes(one[0]) && one[3] === prefer && one[4] === ifMatch));
  return `${renderPreamble(answer)}
## By id and body

Every cell is the status and, in brackets, the row; where nothing else stands, nothing changes. Both addresses answer alike.

${grid([contract], "none", "none")}

### With \`Prefer: create-if-missing\`

${grid([contract], "create-if-missing", "none")}

### With \`Prefer: return=minimal\`

${grid([contract], "minimal", "none")}

### With both preferences

${grid([contract], "both", "none")}

## By id and If-Match

With a whole body and no preference. \`good\` is the stored event's ETag, \`stale\` an earlier one.

${renderConditions(cases.filter((one) => one[0] === contract && one[2] === "whole" && one[3] === "none"))}

With \`Prefer: create-if-missing\`: a condition forbids a create.

${renderConditions(cases.filter((one) => one[0] === contract && one[2] === "whole" && one[3] === "create-if-missing"))}

## At \`/beta/auditLogs/{directoryProvisioning|provisioning}/{id}\`

The address has the id; in the body it may be missing or the same. The page's placeholders are type errors here.

When the event is stored:

${grid([item[0]], "none", "none")}

When it is not:

${grid([item[1]], "none", "none")}

When it is not, with \`Prefer: create-if-missing\`:

${grid([item[1]], "create-if-missing", "none")}

## At \`/v1.0/auditLogs/provisioning/{id}\`

As on beta, but \`action\` and \`statusInfo\` are unknown properties: only the v1.0 names are whole.

When the event is stored:

${grid([v1Item[0]], "none", "none")}

When it is not, with \`Prefer: create-if-missing\`:

${grid([v1Item[1]], "create-if-missing", "none")}

## The cases by row

${renderCounts(cases)}
`;
}

const ruleHeader = ["#", "Request", "Answer"];
const rules = [
  [
    "8",
    "no or bad token; no or non-JSON Content-Type; broken JSON; an unknown property, a wrong type, twins that disagree, a null `activityDateTime`; more than 1 MiB",
    "Graph's error, nothing changes",
  ],
  [
    "5",
    "an array, a text, a number, a delta payload; an `id` that is null, empty, no text, no Unicode or over 1,024 bytes; a query option that begins with `$`",
    "`400`, nothing changes",
  ],
  [
    "6",
    "`If-Match` that does not fit or has nothing to fit; `If-None-Match: *` on a stored id, or a list with its ETag, weak or strong; an `If-None-Match` that is neither",
    "`412`, nothing changes",
  ],
  ["1", "the `id` of a stored event", "merged: `200` and the whole object"],
  ["2", "an `id` that is not stored", "`404`; with `Prefer: create-if-missing` and a whole body `201` under that id"],
  [
    "3",
    "no `id`, whole",
    "stored under a new id: `200`, `Content-Location` and the whole object, as the page's example",
  ],
  ["4", "no `id`, not whole", "`400`, nothing changes; the hint lists what is missing"],
  [
    "7",
    "`Prefer: return=minimal` with rows 1 to 3",
    "the same with `204`; a create adds `Location` and `OData-EntityId`",
  ],
];

const renderPreamble = (answer: Readonly<Record<string, unknown>>) => `# Update directoryProvisioning

<!-- Made from apps/mock-server/test/rows.json. Change scripts/render-contract-page.ts or the cases, then run
\`npx vitest run test/contract-page.test.ts --update\` in apps/mock-server. -->

What the mock server does with

\`\`\`http
PATCH /auditLogs/directoryProvisioning
PATCH /beta/auditLogs/directoryProvisioning
\`\`\`

In short, with the page's own example as the body, from the root of this repository:

\`\`\`sh
curl -i -X PATCH http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning -H 'Authorization: Bearer any' \\
  -H 'Content-Type: application/json' --data @packages/models/test/corpus/contract/example-request.json
\`\`\`

It answers \`200\`, \`Content-Location\`, and the whole object under its new id, here with line ends:

\`\`\`text
${renderStart(answer)}
\`\`\`

## The rules

The contract page prints a PATCH of a collection with one object, which no other Microsoft source describes. It is read
by these rules. They are **numbered** as in the rule table, \`rows.json\` and the tests, and **listed in the order they are checked**,
from top to bottom; the first one that applies answers, so the numbers do not run in order.

${renderTable(ruleHeader, rules)}

Of row 8, the token, the Content-Type and the JSON are looked at before row 5, properties and types after it.

**Whole** means that the sixteen properties of the page's table beside \`id\` are all there. The v1.0 name of \`action\` or
\`statusInfo\` counts (\`provisioningAction\`, \`provisioningStatusInfo\`), \`null\` counts except for \`activityDateTime\`, and
so does a placeholder.

**Merged** means as OData merges: what is left out stays; primitive values and collections are replaced; complex values are
merged; \`null\` clears a declared property and removes any other. \`{ "id": "…" }\` alone changes nothing.

**Placeholders.** The page's example says \`"String (timestamp)"\` in \`activityDateTime\` and \`"Integer"\` in
\`durationInMilliseconds\`. At these two addresses exactly these texts mean that no value is given: on create the clock gives
the time and the duration is null, on update the property keeps its value. They are never stored, and the answer says so in
\`x-mock-note\`.

**The answer** has the page's properties in the page's order, with \`@odata.type\` on the object and on every complex value
but \`detailsInfo\`, and a strong \`ETag\` header.

**Conditions.** Both headers take \`*\` or a list of ETags: \`"1000", "1001"\`. \`If-Match\` compares strongly, so
\`W/"1000"\` fits nothing; \`If-None-Match\` compares weakly. A header that is no such list keeps the write from
happening.
`;

/** The first lines of an answer. */
function renderStart(answer: Readonly<Record<string, unknown>>): string {
  return [...JSON.stringify(answer, undefined, 2).split("\n").slice(0, 9), "  …"].join("\n");
}

function renderGrid(cases: readonly Case[]): string {
  const bodies = unique(cases.map(([, , body]) => body));
  const cells = (id: string) => bodies.map((body) => renderCell(cases.find((one) => one[1] === id && one[2] === body)));
  return renderByIds(cases, ["", ...bodies.map((body) => bodyTexts[body] ?? body)], cells);
}

function renderConditions(cases: readonly Case[]): string {
  const conditions = unique(cases.map(([, , , , ifMatch]) => ifMatch));
  const cells = (id: string) =>
    conditions.map((condition) => renderCell(cases.find((one) => one[1] === id && one[4] === condition)));
  const header = conditions.map((condition) => (condition === "none" ? "no If-Match" : `\`${condition}\``));
  return renderByIds(cases, ["", ...header], cells);
}

/** Ids that fare alike share a line. */
function renderByIds(cases: readonly Case[], header: readonly string[], cellsOf: (id: string) => string[]): string {
  const lines = new Map<string, { readonly ids: string[]; readonly cells: readonly string[] }>();
  for (const id of unique(cases.map((one) => one[1]))) {
    const cells = cellsOf(id);
    const line = lines.get(cells.join()) ?? { ids: [], cells };
    line.ids.push(idTexts[id] ?? id);
    lines.set(cells.join(), line);
  }
  return renderTable(
    header,
    Array.from(lines.values(), ({ ids, cells }) => [ids.join(", "), ...cells]),
  );
}

function renderCounts(cases: readonly Case[]): string {
  const rows = unique(cases.map(([, , , , , row]) => row)).sort((a, b) => a - b);
  const outcomes = (row: number) =>
    unique(cases.filter((one) => one[5] === row).map((one) => `${one[6]}${effectTexts[one[7]] ?? one[7]}`));
  return renderTable(
    ["Row", "Cases", "Outcomes"],
    [
      ...rows.map((row) => [
        String(row),
        String(cases.filter((one) => one[5] === row).length),
        outcomes(row).join("; "),
      ]),
      ["all", String(cases.length), ""],
    ],
  );
}

function renderCell(one: Case | undefined): string {
  return one === undefined ? "" : `${one[6]} (${one[5]})${effectTexts[one[7]] ?? one[7]}`;
}

/** Padded, as the repository's formatter wants a table. */
function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, index) => Math.max(3, ...[header, ...rows].map((cells) => cells[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
