import type { Expression, SqlBool } from "kysely";
import type { StoredDocument } from "../stored-document.js";
import type { Position, Walk } from "./index-walk.js";
import { type RowSource, scan, WalkSource } from "./scan.js";
import { Search, type SearchTools } from "./search.js";

/** Index entries that one piece passes over when no document has to be asked. */
const stride = 20_000;

/** Documents in the order of time: what of a walk passes, without the first `skip`, at most `limit`. */
export interface TimeSearch {
  readonly walk: Walk;
  readonly condition: Expression<SqlBool> | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** Every document is as it was when the walk came by; one that moves meanwhile is given once at most. */
export async function searchByTime(tools: SearchTools, request: TimeSearch): Promise<StoredDocument[]> {
  const { walk, condition, skip, limit } = request;
  if (condition !== undefined) return Search.run(tools, (search) => ask(search, request, condition));
  return Search.run(tools, async (search) => {
    const after = await passOver(search, walk, skip);
    return after === undefined ? [] : search.piece(() => firstOf(tools, { ...walk, after }, limit));
  });
}

/** How many rows of a walk there are, or how many of them pass. */
export async function countByTime(
  tools: SearchTools,
  walk: Walk,
  condition: Expression<SqlBool> | undefined,
): Promise<number> {
  return Search.run(tools, async (search) => {
    if (condition !== undefined) return countRows(search, walk.tenant, new WalkSource(tools, walk), condition);
    let counted = 0;
    for (let after = walk.after; ; counted += stride) {
      const next = await search.piece(() => tools.walks.position({ ...walk, after }, stride - 1));
      if (next === undefined) return counted + (await search.piece(() => tools.walks.count({ ...walk, after })));
      after = next;
    }
  });
}

/** How many rows of a source pass. */
export async function countRows(
  search: Search,
  tenant: string,
  source: RowSource,
  condition: Expression<SqlBool>,
): Promise<number> {
  let counted = 0;
  await scan(search, {
    tenant,
    source,
    statement: search.tools.conditions.counting(condition),
    limit: () => 0,
    take(answer) {
      counted += Number(answer[0]?.[0]);
      return false;
    },
  });
  return counted;
}

/** The first documents of a walk, all of which pass. */
export function firstOf({ engine, walks }: SearchTools, walk: Walk, limit: number): StoredDocument[] {
  return engine.documents(walk.tenant, walks.rows(walk, limit));
}

/** The entry behind which a walk goes on when its first `count` are left out; undefined when it has no more. */
async function passOver(search: Search, walk: Walk, count: number): Promise<Position | undefined> {
  let { after } = walk;
  for (let left = count; left > 0; left -= stride) {
    const step = Math.min(left, stride);
    const next = await search.piece(() => search.tools.walks.position({ ...walk, after }, step - 1));
    if (next === undefined) return undefined;
    after = next;
  }
  return after;
}

async function ask(search: Search, request: TimeSearch, condition: Expression<SqlBool>): Promise<StoredDocument[]> {
  const { engine, conditions } = search.tools;
  const { walk, limit } = request;
  let { skip } = request;
  const found = new Map<number, StoredDocument>();
  await scan(search, {
    tenant: walk.tenant,
    source: new WalkSource(search.tools, walk),
    statement: conditions.selecting(condition),
    limit: () => skip + limit - found.size,
    take(answer) {
      const rows = JSON.parse(String(answer[0]?.[0])) as number[];
      const kept = rows.slice(skip);
      skip -= rows.length - kept.length;
      // At once: later the row may be gone, or be another's.
      for (const document of engine.documents(walk.tenant, kept)) {
        if (!found.has(document.row)) found.set(document.row, document);
      }
      return found.size >= limit;
    },
  });
  return [...found.values()];
}
