import { type ProvisioningObjectSummary, provisioningObjectSummaryDescription } from "@org/models";
import { type BoundExpression, bindFilter, evaluate, parseFilter } from "@org/odata";
import { StoreError } from "../../src/store-error.js";
import { RandomFilters } from "./random-filter.js";
import { createRandomSource } from "./random-source.js";
import { randomSummary } from "./random-summary.js";
import { RandomTexts } from "./random-values.js";

/** Something that holds summaries and answers filters. */
export interface FilterEngine {
  /** Replaces everything held. */
  load(summaries: readonly ProvisioningObjectSummary[]): Promise<void>;
  /** The ids of those that pass. */
  find(filter: BoundExpression): Promise<readonly string[]>;
}

/** Where an engine and the evaluator say different things. */
export interface Disagreement {
  readonly filter: string;
  /** Of the documents on which they differ, the first one as JSON; or the error. */
  readonly about: string;
  readonly expected: boolean;
}

export interface DifferentialOptions {
  readonly seed: number;
  readonly filters: number;
  /** How many summaries each filter is asked of. */
  readonly summaries: number;
  /** How many filters are asked of the same summaries. */
  readonly perLoad: number;
  /** After how many disagreements to stop; default 5. */
  readonly enough?: number;
}

export interface DifferentialReport {
  readonly compared: number;
  /** Filters the engine refused with `unsupportedQuery`. */
  readonly refused: number;
  /** Filters that some summaries passed and others did not: only those show much. */
  readonly telling: number;
  readonly disagreements: readonly Disagreement[];
}

/** Asks random filters of random summaries, and compares the engine with the evaluator. */
export async function compareWithEvaluator(
  engine: FilterEngine,
  options: DifferentialOptions,
): Promise<DifferentialReport> {
  const random = createRandomSource(options.seed);
  let filters: RandomFilters | undefined;
  const disagreements: Disagreement[] = [];
  let [compared, refused, telling] = [0, 0, 0];
  let documents: ReadonlyMap<string, unknown> = new Map();
  for (let index = 0; index < options.filters && disagreements.length < (options.enough ?? 5); index += 1) {
    if (filters === undefined || index % options.perLoad === 0) {
      const texts = new RandomTexts(random);
      filters = new RandomFilters(random, texts);
      const summaries = Array.from({ length: options.summaries }, (_, number) =>
        randomSummary(random, texts, `id-${number}`),
      );
      await engine.load(summaries);
      // As JSON has it: what a document says once it has been written.
      documents = new Map(summaries.map((summary) => [summary.id, JSON.parse(JSON.stringify(summary))]));
    }
    const text = filters.next();
    const filter = bind(text);
    const expected = new Set(
      [...documents].filter(([, document]) => evaluate(filter, document) === true).map(([id]) => id),
    );
    try {
      const found = new Set(await engine.find(filter));
      compared += documents.size;
      if (expected.size > 0 && expected.size < documents.size) telling += 1;
      const wrong = [...documents].find(([id]) => expected.has(id) !== found.has(id));
      if (wrong !== undefined) {
        disagreements.push({ filter: text, about: JSON.stringify(wrong[1]), expected: expected.has(wrong[0]) });
      }
    } catch (error) {
      if (StoreError.isInstance(error) && error.code === "unsupportedQuery") refused += 1;
      else disagreements.push({ filter: text, about: String(error), expected: true });
    }
  }
  return { compared, refused, telling, disagreements };
}

function bind(text: string): BoundExpression {
  try {
    return bindFilter(parseFilter(text), provisioningObjectSummaryDescription);
  } catch (cause) {
    throw new Error(`The random filter does not bind: ${text}`, { cause });
  }
}
