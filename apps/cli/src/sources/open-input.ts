import { InputError } from "../errors.js";
import type { System } from "../system.js";

export interface Input {
  /** As messages call it. */
  readonly name: string;
  /** @throws InputError while it is read, when it cannot be. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A file, or stdin for `-`; nothing is opened before it is read. */
export function openInput(system: System, path: string): Input {
  if (path === "-") return { name: "stdin", chunks: system.stdin };
  return { name: path, chunks: readable(system.readFile(path), path) };
}

async function* readable(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    throw new InputError(`${path} cannot be read: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "permission denied";
  return error instanceof Error ? error.message : String(error);
}
