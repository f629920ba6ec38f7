import { excerpt } from "./excerpt.js";

/** Why an input is refused. Stable: programs may branch on it. */
export type ModelIssueCode =
  | "unknownProperty"
  | "wrongType"
  | "unknownMember"
  | "nullNotAllowed"
  | "int32"
  | "dateTimeOffset"
  | "badId"
  | "twinsDisagree"
  | "aliasDisagrees"
  | "odataType"
  | "tooDeep"
  | "tooManyElements"
  | "stringTooLong"
  | "forbiddenKey"
  | "missing"
  | "notAnObject";

/** One reason why an input is refused. */
export interface ModelIssue {
  readonly code: ModelIssueCode;
  /** Property names and element numbers from the root down; empty for the root itself. */
  readonly path: readonly (string | number)[];
  /** The reason in plain words, to be read after the path. Holds no more than excerpts of the input. */
  readonly message: string;
  /** Facts for a caller that words the reason itself: `name`, `type` (qualified), `value`, `expected` and the like. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

const brand: unique symbol = Symbol.for("org.provisioning.ModelError") as never;

/** The only error this package throws: an input that is not what it should be, with every reason found. */
export class ModelError extends Error {
  readonly [brand] = true;
  /** At least one, at most 100; unknown properties first, the outermost ahead. */
  readonly issues: readonly ModelIssue[];

  constructor(issues: readonly ModelIssue[]) {
    super(describe(issues));
    this.name = "ModelError";
    this.issues = issues;
  }

  /** Recognises a ModelError of any installed copy of this package. */
  static isInstance(value: unknown): value is ModelError {
    return typeof value === "object" && value !== null && brand in value;
  }
}

/** A path as people write it: `provisioningSteps[2].status`. */
function formatPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "number") text += `[${segment}]`;
    else text += text === "" ? excerpt(segment) : `.${excerpt(segment)}`;
  }
  return text === "" ? "the value" : text;
}

function describe(issues: readonly ModelIssue[]): string {
  const shown = issues.slice(0, 3).map((issue) => `${formatPath(issue.path)} ${issue.message}`);
  const more = issues.length - shown.length;
  return more > 0 ? `${shown.join("; ")}; and ${more} more` : shown.join("; ");
}
