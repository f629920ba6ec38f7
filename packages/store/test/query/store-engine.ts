import { type ProvisioningObjectSummary, provisioningObjectSummaryDescription } from "@org/models";
import { type BoundExpression, type BoundOrder, bindOrderby, compareEntities, parseOrderby } from "@org/odata";
import type { SummaryStore, TenantStore } from "../../src/index.js";
import type { FilterEngine } from "./differential.js";
import { createRandomSource, type RandomSource } from "./random-source.js";
import { randomSummary } from "./random-summary.js";
import { RandomTexts } from "./random-values.js";

const tenantId = "contoso";

/** A store as its users ask it: page by page. */
export function createStoreEngine(store: SummaryStore): FilterEngine {
  const tenant = store.forTenant(tenantId);
  return {
    async load(summaries) {
      await tenant.clear();
      await tenant.insertMany(summaries);
    },
    async find(filter) {
      const ids = await listIds(tenant, { filter, orderby: [], top: 7 });
      const count = await tenant.count(filter);
      if (count !== ids.length) throw new Error(`The count is ${count}, and the pages hold ${ids.length}.`);
      return ids;
    },
  };
}

interface ListOptions {
  readonly filter?: BoundExpression | undefined;
  readonly orderby: readonly BoundOrder[];
  readonly top: number;
}

/** The ids of all pages, in their order. */
async function listIds(tenant: TenantStore, options: ListOptions): Promise<string[]> {
  const ids: string[] = [];
  let skipToken: string | undefined;
  do {
    const page = await tenant.list({ ...options, skipToken }, "beta");
    for (const { members } of page.summaries) {
      ids.push((JSON.parse(`{${Buffer.from(members).toString()}`) as { readonly id: string }).id);
    }
    skipToken = page.skipToken;
  } while (skipToken !== undefined);
  return ids;
}

/** Texts of `$orderby` over paths of every type. */
function randomOrderby(random: RandomSource): string {
  const paths = [
    "id",
    "activityDateTime",
    "tenantId",
    "jobId",
    "action",
    "durationInMilliseconds",
    "provisioningAction",
    "provisioningStatusInfo/status",
    "provisioningStatusInfo/errorInformation/reason",
    "statusInfo/status",
    "servicePrincipal/displayName",
    "initiatedBy/initiatorType",
    "sourceIdentity/id",
    "targetIdentity/displayName",
  ];
  const items = Array.from({ length: 1 + random.below(3) }, () => {
    const [path = ""] = paths.splice(random.below(paths.length), 1);
    return `${path} ${random.pick(["asc", "desc"])}`;
  });
  return items.join(",");
}

/** An order in which the store's pages come otherwise than the evaluator has it; undefined when there is none. */
export async function findWrongOrder(
  store: SummaryStore,
  options: { readonly seed: number; readonly rounds: number; readonly orders: number },
): Promise<
  { readonly orderby: string; readonly found: readonly string[]; readonly expected: readonly string[] } | undefined
> {
  const random = createRandomSource(options.seed);
  for (let round = 0; round < options.rounds; round += 1) {
    const texts = new RandomTexts(random);
    const summaries = Array.from({ length: 40 }, (_, index) => randomSummary(random, texts, `id-${index}`));
    const tenant = store.forTenant(`tenant ${round}`);
    await tenant.insertMany(summaries);
    for (let index = 0; index < options.orders; index += 1) {
      const text = randomOrderby(random);
      const orderby = bindOrderby(parseOrderby(text), provisioningObjectSummaryDescription);
      const found = await listIds(tenant, { orderby, top: 5 + random.below(20) });
      const expected = sortIds(summaries, orderby);
      if (found.join() !== expected.join()) return { orderby: text, found, expected };
    }
  }
  return undefined;
}

/** The ids of the summaries in the order that the evaluator gives them; ties by id, in the direction of the last item. */
function sortIds(summaries: readonly ProvisioningObjectSummary[], orderby: readonly BoundOrder[]): string[] {
  const compare = compareEntities(orderby);
  const sign = orderby.at(-1)?.descending === true ? -1 : 1;
  return [...summaries]
    .map((summary) => JSON.parse(JSON.stringify(summary)) as ProvisioningObjectSummary)
    .sort((left, right) => compare(left, right) || (left.id < right.id ? -sign : sign))
    .map(({ id }) => id);
}
