import type { StandardIssue, StandardResult, StandardSchema } from "./standard-schema.js";

/** Makes the schema of events that have these members only, given in lower case. */
export type SelectedSchema<Summary> = (members: readonly string[]) => StandardSchema<Partial<Summary>>;

/**
 * Overlooks what a schema of whole events says of members that were not asked for. It then has no value to give, so the
 * event is the one that came.
 */
export function overlookUnselected<Summary>(schema: StandardSchema<Summary>): SelectedSchema<Summary> {
  return (members) =>
    derived<Summary, Partial<Summary>>(schema, (result, value) => {
      if (result.issues === undefined) return result;
      const issues = result.issues.filter((issue) => isOf(members, issue));
      return issues.length > 0 ? { issues } : { value: value as Partial<Summary> };
    });
}

/**
 * Gives a schema of whole events a valid value for each member it needs and nobody asked for, and takes it away again.
 * What the schema makes of the other members is kept.
 */
export function standInForUnselected<Summary extends object>(
  schema: StandardSchema<Summary>,
  standIns: Partial<Summary>,
): SelectedSchema<Summary> {
  return (members) => {
    const used = Object.entries(standIns).filter(([name]) => !members.includes(name.toLowerCase()));
    const absentFrom = (value: object) => used.filter(([name]) => !Object.hasOwn(value, name));
    const complete = (value: unknown) =>
      isObject(value) ? { ...value, ...Object.fromEntries(absentFrom(value)) } : value;
    return derived<Summary, Partial<Summary>>(
      schema,
      (result, value) => {
        if (result.issues !== undefined || !isObject(value)) return result;
        const names = new Set(absentFrom(value).map(([name]) => name));
        const kept = Object.entries(result.value).filter(([name]) => !names.has(name));
        return { value: Object.fromEntries(kept) as Partial<Summary> };
      },
      complete,
    );
  };
}

function derived<Summary, Result>(
  schema: StandardSchema<Summary>,
  after: (result: StandardResult<Summary>, value: unknown) => StandardResult<Result>,
  before: (value: unknown) => unknown = (value) => value,
): StandardSchema<Result> {
  const { vendor, validate } = schema["~standard"];
  return {
    "~standard": {
      version: 1,
      vendor,
      validate: async (value) => after(await validate(before(value)), value),
    },
  };
}

function isOf(members: readonly string[], { path = [] }: StandardIssue): boolean {
  const [first] = path;
  if (first === undefined) return true;
  return members.includes(String(typeof first === "object" ? first.key : first).toLowerCase());
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
