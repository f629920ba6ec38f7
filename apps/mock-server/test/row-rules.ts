/*
 * The contract table (design of docs/update-directory-provisioning.md) stated a second time, as look-up tables, so that
 * rows.json does not come from the code it tests. Nothing here may import from src.
 */

export const addressNames = [
  "/beta",
  "unversioned",
  "/beta/{stored}",
  "/beta/{unknown}",
  "/v1.0/{stored}",
  "/v1.0/{unknown}",
] as const;
export const idNames = ["absent", "stored", "unknown", "null", "empty", "number"] as const;
export const bodyNames = ["whole", "twins", "placeholders", "partial", "{}"] as const;
export const preferNames = ["none", "minimal", "create-if-missing", "both"] as const;
export const ifMatchNames = ["none", "good", "stale", "*"] as const;

export type AddressName = (typeof addressNames)[number];
export type IdName = (typeof idNames)[number];
export type BodyName = (typeof bodyNames)[number];
export type PreferName = (typeof preferNames)[number];
export type IfMatchName = (typeof ifMatchNames)[number];
export type Effect = "none" | "update" | "create" | "upsert";

/** Request, then the row it lands in, the status and what happens to the store. */
export type RowCase = [AddressName, IdName, BodyName, PreferName, IfMatchName, number, number, Effect];
const columns = ["address", "id", "body", "prefer", "ifMatch", "row", "status", "effect"] as const;

type Verdict = [row: number, status: number, effect: Effect];
type Meant = "stored" | "unknown" | "nothing";

/** Which event the address and the body's id mean together; a text where row 5 answers. */
const meant: Record<"collection" | "{stored}" | "{unknown}", Record<IdName, Meant | "row 5">> = {
  collection: {
    absent: "nothing",
    stored: "stored",
    unknown: "unknown",
    null: "row 5",
    empty: "row 5",
    number: "row 5",
  },
  "{stored}": { absent: "stored", stored: "stored", unknown: "row 5", null: "row 5", empty: "row 5", number: "row 5" },
  "{unknown}": {
    absent: "unknown",
    stored: "row 5",
    unknown: "unknown",
    null: "row 5",
    empty: "row 5",
    number: "row 5",
  },
};

/** What a body is worth at an address: all of the page's properties, fewer, or a type error. */
const worth: Record<"contract" | "beta item" | "v1.0 item", Record<BodyName, "whole" | "partial" | "row 8">> = {
  contract: { whole: "whole", twins: "whole", placeholders: "whole", partial: "partial", "{}": "partial" },
  "beta item": { whole: "whole", twins: "whole", placeholders: "row 8", partial: "partial", "{}": "partial" },
  // v1.0 knows only the twins' names.
  "v1.0 item": { whole: "row 8", twins: "whole", placeholders: "row 8", partial: "partial", "{}": "partial" },
};

const ifMatchHolds: Record<IfMatchName, Record<Meant, boolean>> = {
  none: { stored: true, unknown: true, nothing: true },
  good: { stored: true, unknown: false, nothing: false },
  stale: { stored: false, unknown: false, nothing: false },
  "*": { stored: true, unknown: false, nothing: false },
};

const outcome: Record<Meant, Record<"whole" | "partial", Record<PreferName, Verdict>>> = {
  stored: {
    whole: {
      none: [1, 200, "update"],
      minimal: [7, 204, "update"],
      "create-if-missing": [1, 200, "update"],
      both: [7, 204, "update"],
    },
    partial: {
      none: [1, 200, "update"],
      minimal: [7, 204, "update"],
      "create-if-missing": [1, 200, "update"],
      both: [7, 204, "update"],
    },
  },
  unknown: {
    whole: {
      none: [2, 404, "none"],
      minimal: [2, 404, "none"],
      "create-if-missing": [2, 201, "upsert"],
      both: [7, 204, "upsert"],
    },
    partial: {
      none: [2, 404, "none"],
      minimal: [2, 404, "none"],
      "create-if-missing": [4, 400, "none"],
      both: [4, 400, "none"],
    },
  },
  nothing: {
    whole: {
      none: [3, 200, "create"],
      minimal: [7, 204, "create"],
      "create-if-missing": [3, 200, "create"],
      both: [7, 204, "create"],
    },
    partial: {
      none: [4, 400, "none"],
      minimal: [4, 400, "none"],
      "create-if-missing": [4, 400, "none"],
      both: [4, 400, "none"],
    },
  },
};

const kinds: Record<AddressName, [keyof typeof meant, keyof typeof worth]> = {
  "/beta": ["collection", "contract"],
  unversioned: ["collection", "contract"],
  "/beta/{stored}": ["{stored}", "beta item"],
  "/beta/{unknown}": ["{unknown}", "beta item"],
  "/v1.0/{stored}": ["{stored}", "v1.0 item"],
  "/v1.0/{unknown}": ["{unknown}", "v1.0 item"],
};

function judge(address: AddressName, id: IdName, body: BodyName, prefer: PreferName, ifMatch: IfMatchName): Verdict {
  const [place, service] = kinds[address];
  const target = meant[place][id];
  if (target === "row 5") return [5, 400, "none"];
  const value = worth[service][body];
  if (value === "row 8") return [8, 400, "none"];
  return ifMatchHolds[ifMatch][target] ? outcome[target][value][prefer] : [6, 412, "none"];
}

/** The whole product of cases. */
export function buildRows(): RowCase[] {
  const rows: RowCase[] = [];
  for (const address of addressNames) {
    for (const id of idNames) {
      for (const body of bodyNames) {
        for (const prefer of preferNames) {
          for (const ifMatch of ifMatchNames) {
            rows.push([address, id, body, prefer, ifMatch, ...judge(address, id, body, prefer, ifMatch)]);
          }
        }
      }
    }
  }
  return rows;
}

/** The text of rows.json: one case a line. */
export function renderRows(rows: readonly RowCase[]): string {
  const inline = (values: readonly unknown[]) => `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  const lines = rows.map((row) => `    ${inline(row)}`).join(",\n");
  return `{\n  "columns": ${inline(columns)},\n  "rows": [\n${lines}\n  ]\n}\n`;
}
