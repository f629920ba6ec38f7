import type { z } from "zod";
import { inputBounds } from "./bounds.js";
import { excerpt } from "./excerpt.js";
import { findIdFault } from "./id-fault.js";
import type { InputType, StructuredType } from "./input-type.js";
import type { ModelIssue } from "./model-error.js";

/** Rewords the issues a strict schema found, with the EDM names that a service's message needs. */
export function toModelIssues(issues: readonly z.core.$ZodIssue[], input: unknown, root: StructuredType): ModelIssue[] {
  return issues.flatMap((issue) => toModelIssue(issue, input, root));
}

function toModelIssue(issue: z.core.$ZodIssue, input: unknown, root: StructuredType): ModelIssue[] {
  const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  const { type, value } = locate(path, input, root);
  if (issue.code === "unrecognized_keys") {
    const owner = type?.kind === "structured" ? ownerOf(type, value) : root.type;
    return issue.keys.map((name) => ({
      code: "unknownProperty",
      path: [...path, name],
      message: `is not a property of ${owner}`,
      parameters: { name: excerpt(name), type: owner },
    }));
  }
  const name = String(path.findLast((segment) => typeof segment === "string") ?? "");
  const parameters = { name, type: type?.type ?? root.type, value: excerpt(value) };
  if (value === undefined && path.length > 0) {
    return [{ code: "missing", path, message: "is required", parameters: { name, type: parameters.type } }];
  }
  if (path.length === 0) {
    return [{ code: "notAnObject", path, message: `is not an object of type ${root.type}`, parameters }];
  }
  if (value === null) return [{ code: "nullNotAllowed", path, message: "must not be null", parameters }];
  if (path.length === 1 && name === "id" && typeof value === "string") {
    const message = findIdFault(value) ?? "is not an id";
    return [{ code: "badId", path, message, parameters: { ...parameters, limit: inputBounds.idBytes } }];
  }
  if (type?.kind === "primitive") {
    if (type.members !== undefined && typeof value === "string") {
      const expected = [...type.members.values()].join(", ");
      return [
        { code: "unknownMember", path, message: `is none of ${expected}`, parameters: { ...parameters, expected } },
      ];
    }
    if (type.type === "Edm.Int32" && typeof value === "number") {
      return [{ code: "int32", path, message: "is not a whole number of 32 bits", parameters }];
    }
    if (type.type === "Edm.DateTimeOffset" && typeof value === "string") {
      return [
        { code: "dateTimeOffset", path, message: "is not a DateTimeOffset such as 2026-03-02T08:14:05Z", parameters },
      ];
    }
  }
  const expected = expectationOf(type);
  return [{ code: "wrongType", path, message: `must be ${expected}`, parameters: { ...parameters, expected } }];
}

function locate(
  path: readonly (string | number)[],
  input: unknown,
  root: StructuredType,
): { type: InputType | undefined; value: unknown } {
  let type: InputType | undefined = root;
  let value = input;
  for (const segment of path) {
    if (type?.kind === "collection") type = type.element;
    else type = type?.kind === "structured" ? type.properties.get(String(segment)) : undefined;
    value = typeof value === "object" && value !== null ? Reflect.get(value, segment) : undefined;
  }
  return { type, value };
}

// A value counts as of the derived type when it has one of that type's own members.
function ownerOf(type: StructuredType, value: unknown): string {
  const [derived] = type.derivedTypes;
  if (derived === undefined || typeof value !== "object" || value === null) return type.type;
  return Object.keys(value).some((name) => name !== "status" && type.properties.has(name)) ? derived : type.type;
}

function expectationOf(type: InputType | undefined): string {
  if (type === undefined) return "another type";
  if (type.kind === "collection") return "an array";
  if (type.kind === "structured") return "an object";
  if (type.type === "Edm.Int32") return "a number";
  return "a string";
}
