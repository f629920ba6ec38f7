import { isDeepStrictEqual } from "node:util";
import { bindFilter, type Expression, evaluate, ODataError, printFilter } from "../../src/index.js";
import { parseCounting } from "../../src/parse-filter.js";
import { description, event } from "../event-description.js";
import { withoutPositions } from "../trees.js";
import { createRandom, makeInput } from "./inputs.js";

/** What is run; a test puts a broken part in its place to see that it is found. */
export interface Language {
  readonly parse: (text: string) => { readonly tree: Expression; readonly steps: number };
  readonly print: (tree: Expression) => string;
}

/** An input that broke a promise. `seed` and `index` make it again. */
export interface Finding {
  readonly seed: number;
  readonly index: number;
  readonly input: string;
  readonly reason: string;
}

export interface FuzzResult {
  readonly inputs: number;
  readonly parsed: number;
  readonly bound: number;
  /** Most characters and tokens looked at per character of an input. */
  readonly steps: number;
  readonly finding: Finding | undefined;
}

export const language: Language = { parse: parseCounting, print: printFilter };

/** Steps per character that count as linear, with an allowance for the shortest inputs. */
const maxSteps = 3;
const allowance = 20;

const now = new Date("2026-03-02T00:00:00Z");
const entities = [
  event,
  { id: "e2" },
  { ...event, name: null, tags: [], steps: [{}, { name: "x", size: 0, tags: ["y"] }] },
];

/** Runs inputs until one breaks a promise: only ODataError, linear work, print and parse agree, filters evaluate. */
export function fuzz(seed: number, count: number, { parse, print }: Language = language): FuzzResult {
  const random = createRandom(seed);
  let [parsed, bound, steps] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const input = makeInput(random);
    const fail = (reason: string): FuzzResult => ({
      inputs: index + 1,
      parsed,
      bound,
      steps,
      finding: { seed, index, input, reason },
    });
    try {
      const result = attempt(() => parse(input));
      if (result === undefined) continue;
      parsed += 1;
      steps = Math.max(steps, result.steps / (input.length + allowance));
      if (steps > maxSteps) return fail(`${result.steps} steps`);
      const text = print(result.tree);
      const again = parse(text).tree;
      if (!isDeepStrictEqual(withoutPositions(again), withoutPositions(result.tree))) return fail(`printed ${text}`);
      const filter = attempt(() => bindFilter(result.tree, description, { now }));
      if (filter === undefined) continue;
      bound += 1;
      const same = bindFilter(again, description, { now });
      for (const entity of entities) {
        if (evaluate(filter, entity) !== evaluate(same, entity)) return fail(`evaluates otherwise as ${text}`);
      }
    } catch (error) {
      return fail(String(error));
    }
  }
  return { inputs: count, parsed, bound, steps, finding: undefined };
}

/** Undefined for a refusal; any other error goes on. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (ODataError.isInstance(error)) return undefined;
    throw error;
  }
}
