import { type ProvisioningObjectSummary, provisioningObjectSummaryDescription, toWire } from "@org/models";
import {
  type BoundExpression,
  type BoundOrder,
  type BoundPath,
  type BoundQuery,
  bindFilter,
  bindOrderby,
  bindSelect,
  compareEntities,
  evaluate,
  parseFilter,
  parseOrderby,
  parseSelect,
} from "@org/odata";
import { build, timeAt } from "./summaries.js";

export const filterOf = (text: string): BoundExpression =>
  bindFilter(parseFilter(text), provisioningObjectSummaryDescription);

export const orderOf = (text: string): BoundOrder[] =>
  bindOrderby(parseOrderby(text), provisioningObjectSummaryDescription);

export const selectOf = (text: string): BoundPath[] | undefined =>
  bindSelect(parseSelect(text), provisioningObjectSummaryDescription);

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** Summaries in which every value that a query may ask for is met, missing, shared and strange somewhere. */
export function buildVaried(count: number): ProvisioningObjectSummary[] {
  return Array.from({ length: count }, (_, index) =>
    build(pick(["a", "B", "ä", "z", "𝄞"], index * 3) + String((index * 7) % count).padStart(3, "0"), {
      activityDateTime: timeAt((index * 13) % Math.ceil(count / 3)),
      jobId: pick(["job.1", "job.2", null], index),
      cycleId: pick(["cycle 1", "cycle'2", "", null], index),
      changeId: pick(["c1", "c\u00002", "c\ud8003", "c\\4", 'c"5', "é", "é".repeat(300), null], index),
      durationInMilliseconds: pick([0, 7, 10, 100, -1, null], index),
      provisioningAction: pick(["create", "update", "delete", "disable", null], index),
      provisioningStatusInfo: pick([{ status: "success" }, { status: "failure" }, { status: null }, null], index),
      servicePrincipal: {
        id: pick(["sp1", "sp2"], index),
        displayName: pick(["Contoso SCIM", "Fabrikam HR", ""], index),
      },
      sourceIdentity: {
        id: pick(["s1", "s2", "s3", null], index),
        displayName: pick(["Ada Lovelace", "ada example", "İlkay Ünal", "x\u0000y z", "李小龍 教授", null], index),
      },
      targetIdentity: pick([null, { id: "t1", displayName: "Ada Lovelace" }, { id: "T1", displayName: null }], index),
    }),
  );
}

/** The summary as a store gives it back. */
const wireOf = (summary: ProvisioningObjectSummary): unknown =>
  JSON.parse(new TextDecoder().decode(toWire(summary).bytes));

/** Ids of what a query has to give, in order, however large its page: worked out without a database. */
export function idsFor(
  summaries: readonly ProvisioningObjectSummary[],
  { filter, orderby }: Pick<BoundQuery, "filter" | "orderby">,
): string[] {
  const order = orderby.length > 0 ? orderby : orderOf("activityDateTime desc");
  const compare = compareEntities(order);
  const down = order.at(-1)?.descending === true;
  const passing = summaries.filter((summary) => filter === undefined || evaluate(filter, wireOf(summary)) === true);
  return passing
    .sort((a, b) => compare(wireOf(a), wireOf(b)) || (down ? compareIds(b.id, a.id) : compareIds(a.id, b.id)))
    .map(({ id }) => id);
}

function compareIds(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
