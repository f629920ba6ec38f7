import { ODataError } from "@org/odata";
import { addresses } from "../../src/entity-sets.js";
import { ProblemError } from "../../src/problem.js";
import type { Profile } from "../../src/profile.js";
import { createQueryReader } from "../../src/query/query-reader.js";
import type { GraphText } from "../../src/words/graph-text.js";
import { wordProblem } from "../../src/words/word-problem.js";

/** What a list answers to a query string that is wrong; undefined when it is right. */
export function refusalOf(raw: string, profile: Profile = "current", version = "v1.0"): GraphText | undefined {
  const { readList } = createQueryReader({ profile, now: () => new Date("2026-03-02T08:14:05Z") });
  const address = addresses.find(({ path }) => path === `/${version}/auditLogs/provisioning`);
  if (address === undefined) throw new Error(`there is no ${version}`);
  try {
    readList(raw, address);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return wordProblem(error.problem, profile);
    if (ODataError.isInstance(error)) return wordProblem({ kind: "query", error }, profile);
    throw error;
  }
}
