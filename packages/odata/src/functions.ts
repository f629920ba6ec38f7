/** What a function takes: `text` is a string or an enum member, `moment` a point in time with its date. */
export type ParameterKind = "text" | "integer" | "number" | "date" | "time" | "moment" | "duration" | "any";

/** One function of the language. */
export interface FunctionSignature {
  /** In the specification's spelling. */
  readonly name: string;
  readonly parameters: readonly ParameterKind[];
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
  /** Absent where the language has the function and this package only reads it. */
  readonly type?: string;
}

const signatures: readonly FunctionSignature[] = [
  { name: "contains", parameters: ["text", "text"], type: "Edm.Boolean" },
  { name: "startswith", parameters: ["text", "text"], type: "Edm.Boolean" },
  { name: "endswith", parameters: ["text", "text"], type: "Edm.Boolean" },
  { name: "length", parameters: ["text"], type: "Edm.Int32" },
  { name: "indexof", parameters: ["text", "text"], type: "Edm.Int32" },
  { name: "substring", parameters: ["text", "integer", "integer"], optional: 1, type: "Edm.String" },
  { name: "tolower", parameters: ["text"], type: "Edm.String" },
  { name: "toupper", parameters: ["text"], type: "Edm.String" },
  { name: "trim", parameters: ["text"], type: "Edm.String" },
  { name: "concat", parameters: ["text", "text"], type: "Edm.String" },
  { name: "year", parameters: ["date"], type: "Edm.Int32" },
  { name: "month", parameters: ["date"], type: "Edm.Int32" },
  { name: "day", parameters: ["date"], type: "Edm.Int32" },
  { name: "hour", parameters: ["time"], type: "Edm.Int32" },
  { name: "minute", parameters: ["time"], type: "Edm.Int32" },
  { name: "second", parameters: ["time"], type: "Edm.Int32" },
  { name: "fractionalseconds", parameters: ["time"], type: "Edm.Decimal" },
  { name: "date", parameters: ["moment"], type: "Edm.Date" },
  { name: "time", parameters: ["moment"], type: "Edm.TimeOfDay" },
  { name: "totaloffsetminutes", parameters: ["moment"], type: "Edm.Int32" },
  { name: "totalseconds", parameters: ["duration"], type: "Edm.Decimal" },
  { name: "mindatetime", parameters: [], type: "Edm.DateTimeOffset" },
  { name: "maxdatetime", parameters: [], type: "Edm.DateTimeOffset" },
  { name: "now", parameters: [], type: "Edm.DateTimeOffset" },
  { name: "round", parameters: ["number"], type: "Edm.Decimal" },
  { name: "floor", parameters: ["number"], type: "Edm.Decimal" },
  { name: "ceiling", parameters: ["number"], type: "Edm.Decimal" },
  // A stranger's pattern can take for ever, and the engines' dialects differ.
  { name: "matchesPattern", parameters: ["text", "text"] },
  { name: "case", parameters: ["any"] },
  { name: "cast", parameters: ["any", "any"], optional: 1 },
  { name: "isof", parameters: ["any", "any"], optional: 1 },
  { name: "hassubset", parameters: ["any", "any"] },
  { name: "hassubsequence", parameters: ["any", "any"] },
  { name: "geo.distance", parameters: ["any", "any"] },
  { name: "geo.length", parameters: ["any"] },
  { name: "geo.intersects", parameters: ["any", "any"] },
];

const byName: ReadonlyMap<string, FunctionSignature> = new Map(
  signatures.map((signature) => [signature.name.toLowerCase(), signature]),
);

/** The function of a name in any case. */
export function findFunction(name: string): FunctionSignature | undefined {
  return byName.get(name.toLowerCase());
}
