import { memberAliases, namesType, propertyAliases, singleElementTypes } from "./aliases.js";
import { inputBounds, isTooLong } from "./bounds.js";
import { excerpt } from "./excerpt.js";
import type { InputType, StructuredType } from "./input-type.js";
import type { ModelIssue, ModelIssueCode } from "./model-error.js";

/** How an input is read: `strict` drops annotations and reports doubtful aliases, `tolerant` keeps what it can. */
export type ReadMode = "strict" | "tolerant";

/** A plain copy of an input with aliases rewritten, not yet checked against a schema. */
export interface ReadInput {
  readonly value: unknown;
  readonly issues: readonly ModelIssue[];
  /** Whether an issue makes the copy incomplete, so that checking it further would mislead. */
  readonly isIncomplete: boolean;
  /** Paths at which `@odata.type` named a derived type, joined by `/`. */
  readonly derivedTypes: ReadonlyMap<string, string>;
}

/** Issues reported of one input; an input of a million unknown properties must not cost a million reports. */
export const maximumIssues = 100;

/**
 * Copies an input, guided by its declared type: bounds are checked, aliases rewritten, annotations judged. Never throws:
 * what cannot be read (a getter that throws, a value JSON does not know) becomes an issue.
 */
export function readInput(input: unknown, type: StructuredType, mode: ReadMode): ReadInput {
  const reader = new Reader(mode);
  let value: unknown;
  try {
    value = reader.read(input, type, 1);
  } catch {
    reader.report("wrongType", "cannot be read", { name: reader.name, value: "unreadable" });
    reader.isIncomplete = true;
  }
  return { value, issues: reader.issues, isIncomplete: reader.isIncomplete, derivedTypes: reader.derivedTypes };
}

class Reader {
  readonly issues: ModelIssue[] = [];
  readonly derivedTypes = new Map<string, string>();
  isIncomplete = false;
  readonly #mode: ReadMode;
  readonly #path: (string | number)[] = [];

  constructor(mode: ReadMode) {
    this.#mode = mode;
  }

  get name(): string {
    return String(this.#path.findLast((segment) => typeof segment === "string") ?? "");
  }

  report(code: ModelIssueCode, message: string, parameters: ModelIssue["parameters"]): void {
    if (this.issues.length < maximumIssues) this.issues.push({ code, path: [...this.#path], message, parameters });
  }

  read(input: unknown, type: InputType | undefined, depth: number): unknown {
    switch (typeof input) {
      case "string":
        return this.#readString(input, type);
      case "number":
        return this.#readNumber(input, type);
      case "boolean":
        return input;
      case "object":
        if (input === null) return null;
        if (depth > inputBounds.depth) {
          return this.#refuse("tooDeep", `is nested deeper than ${inputBounds.depth} levels`, {
            limit: inputBounds.depth,
          });
        }
        if (Array.isArray(input)) return this.#readArray(input, type, depth);
        return isPlain(input) ? this.#readObject(input, type, depth) : this.#refuseKind(input);
      default:
        return this.#refuseKind(input);
    }
  }

  #readString(input: string, type: InputType | undefined): unknown {
    if (isTooLong(input)) {
      const limit = inputBounds.stringBytes;
      return this.#refuse("stringTooLong", `is longer than ${limit} bytes`, { limit, value: excerpt(input) });
    }
    if (type?.kind !== "primitive" || type.members === undefined) return input;
    const key = input.toLowerCase();
    return type.members.get(key) ?? memberAliases.get(type.type)?.get(key) ?? input;
  }

  #readNumber(input: number, type: InputType | undefined): unknown {
    // JSON can be read as -0 but never written as that.
    if (Number.isFinite(input)) return input === 0 ? 0 : input;
    // JSON's 1e400 is read as infinite. A declared type refuses it by its own name; where none is declared, nobody would.
    if (type !== undefined) return input;
    return this.#refuse("wrongType", "is not a finite number", { value: String(input) });
  }

  #readArray(input: readonly unknown[], type: InputType | undefined, depth: number): unknown {
    if (input.length > inputBounds.elements) {
      const limit = inputBounds.elements;
      return this.#refuse("tooManyElements", `has more than ${limit} elements`, { limit, value: input.length });
    }
    if (type?.kind === "structured" && singleElementTypes.has(type.type) && input.length <= 1) {
      return input.length === 0 ? null : this.read(input[0], type, depth);
    }
    const element = type?.kind === "collection" ? type.element : undefined;
    const result: unknown[] = [];
    for (let index = 0; index < input.length; index += 1) {
      this.#path.push(index);
      result.push(this.read(input[index], element, depth + 1));
      this.#path.pop();
    }
    return result;
  }

  #readObject(input: Readonly<Record<string, unknown>>, type: InputType | undefined, depth: number): unknown {
    const structured = type?.kind === "structured" ? type : undefined;
    const aliases = structured === undefined ? undefined : propertyAliases.get(structured.type);
    const result: Record<string, unknown> = {};
    for (const name of Object.keys(input)) {
      const value = input[name];
      if (value === undefined) continue;
      this.#path.push(name);
      const property = structured?.properties.get(name);
      if (property !== undefined) {
        result[name] = this.read(value, property, depth + 1);
      } else if (name === "__proto__") {
        this.#refuse("forbiddenKey", "is not allowed as a property name", {});
      } else if (isTooLong(name)) {
        const limit = inputBounds.stringBytes;
        this.#refuse("stringTooLong", `has a name longer than ${limit} bytes`, { limit });
      } else if (structured !== undefined && isAnnotation(name, structured)) {
        this.#readAnnotation(name, value, structured, result, depth);
      } else if (aliases?.has(name) !== true) {
        result[name] = this.read(value, undefined, depth + 1);
      }
      this.#path.pop();
    }
    if (structured !== undefined && aliases !== undefined) this.#readAliases(input, structured, aliases, result, depth);
    return result;
  }

  #readAliases(
    input: Readonly<Record<string, unknown>>,
    type: StructuredType,
    aliases: ReadonlyMap<string, string>,
    result: Record<string, unknown>,
    depth: number,
  ): void {
    for (const [alias, name] of aliases) {
      const given = Object.hasOwn(input, alias) ? input[alias] : undefined;
      if (given === undefined) continue;
      this.#path.push(alias);
      const value = this.read(given, type.properties.get(name), depth + 1);
      if (!Object.hasOwn(result, name)) result[name] = value;
      else if (result[name] !== value) {
        if (this.#mode === "tolerant") result[alias] = value;
        else {
          const message = `is another name of ${name} and differs from it`;
          this.report("aliasDisagrees", message, {
            name: alias,
            expected: name,
            type: type.type,
            value: excerpt(value),
          });
        }
      }
      this.#path.pop();
    }
  }

  #readAnnotation(
    name: string,
    value: unknown,
    type: StructuredType,
    result: Record<string, unknown>,
    depth: number,
  ): void {
    if (name === "@odata.type" || name === "@type") {
      const types = [type.type, ...type.derivedTypes];
      const known = typeof value === "string" ? types.find((candidate) => namesType(value, candidate)) : undefined;
      if (known !== undefined) {
        if (known !== type.type) this.derivedTypes.set(this.#path.slice(0, -1).join("/"), known);
        if (this.#mode === "tolerant") result[name] = `#${known}`;
        return;
      }
      if (this.#mode === "strict") {
        const expected = types.join(" or ");
        const message = `names another type than ${expected}`;
        this.report("odataType", message, { name, expected, type: type.type, value: excerpt(value) });
        return;
      }
    }
    const copy = this.read(value, undefined, depth + 1);
    if (this.#mode === "tolerant") result[name] = copy;
  }

  #refuseKind(input: unknown): null {
    const kind = typeof input === "object" ? "an object that JSON does not know" : typeof input;
    return this.#refuse("wrongType", `is ${kind}`, { value: typeof input });
  }

  #refuse(code: ModelIssueCode, message: string, parameters: ModelIssue["parameters"]): null {
    this.report(code, message, { name: this.name, ...parameters });
    this.isIncomplete = true;
    return null;
  }
}

// A prototype that has none itself is some realm's Object.prototype; class instances have longer chains.
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// Names in an open type may hold an @ of their own, so only what OData writes counts: `@x`, `y@odata.x`, `declared@x`.
function isAnnotation(name: string, type: StructuredType): boolean {
  const at = name.indexOf("@");
  return at === 0 || (at > 0 && (name.includes("@odata.", at) || type.properties.has(name.slice(0, at))));
}
