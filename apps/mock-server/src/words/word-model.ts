import type { ModelIssue } from "@org/models";
import { badRequest, clip, entityType, type GraphText, unknownProperty } from "./graph-text.js";

const maxIssues = 10;

/** What is wrong with the properties of a body: Graph's words for the first, advice for all. */
export function wordModel(issues: readonly ModelIssue[], placeholders: readonly string[]): GraphText {
  const [first] = issues;
  const hints = issues.slice(0, maxIssues).map((issue) => `${pathText(issue.path)} ${clip(issue.message)}`);
  if (issues.length > maxIssues) hints.push(`and ${issues.length - maxIssues} more`);
  for (const name of placeholders) hints.push(`${name} holds the documentation's placeholder; put a value there`);
  return badRequest(first === undefined ? "The request body is not valid." : wordIssue(first), hints.join("; "));
}

function wordIssue({ code, parameters }: ModelIssue): string {
  const name = clip(parameters["name"]);
  const value = clip(parameters["value"]);
  // Of an unknown property the type it was looked for on, else the type the value should have.
  const type = clip(parameters["type"] ?? entityType);
  switch (code) {
    case "unknownProperty":
      return unknownProperty(name, type);
    case "unknownMember":
      return `Requested value '${value}' was not found.`;
    case "nullNotAllowed":
      return `A null value was found for the property named '${name}', which has the expected type '${type}[Nullable=False]'. The expected type '${type}[Nullable=False]' does not allow null values.`;
    case "int32":
    case "dateTimeOffset":
    case "wrongType":
      return `Cannot convert the literal '${value}' to the expected type '${type}'.`;
    case "badId":
      return "Invalid value specified for property 'id' of resource 'provisioningObjectSummary'.";
    case "twinsDisagree":
    case "aliasDisagrees":
    case "missing":
    case "forbiddenKey":
    case "tooDeep":
    case "tooManyElements":
    case "stringTooLong":
    case "odataType":
    case "notAnObject":
      return "One or more property values specified are invalid.";
  }
}

function pathText(path: readonly (string | number)[]): string {
  return path.length === 0 ? "the body" : clip(path.join("/"));
}
