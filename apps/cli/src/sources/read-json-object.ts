import { InputError } from "../errors.js";
import type { System } from "../system.js";
import { findUnsendable } from "./find-unsendable.js";
import { openInput } from "./open-input.js";
import { readJsonValues } from "./read-json-values.js";

/** The one object a file or stdin (`-`) holds. @throws InputError */
export async function readJsonObject(system: System, path: string): Promise<object> {
  const { name, chunks } = openInput(system, path);
  const objects: object[] = [];
  for await (const { location, ...entry } of readJsonValues(chunks, { layout: "document" })) {
    if (entry.kind === "problem") throw new InputError(`${name} ${entry.reason}`);
    if (location.index !== undefined) throw new InputError(`${name} holds a collection; an update is one object`);
    if (typeof entry.value !== "object" || entry.value === null) throw new InputError(`${name} holds no object`);
    objects.push(entry.value);
    if (objects.length > 1) break;
  }
  const [object] = objects;
  if (object === undefined) throw new InputError(`${name} holds no object`);
  if (objects.length > 1) throw new InputError(`${name} holds more than one object`);
  const fault = findUnsendable(object);
  if (fault !== undefined) throw new InputError(`${name}: ${fault}`);
  return object;
}
