import { createSummary, type ProvisioningObjectSummary, parseCreate } from "@org/models";
import { StoreError } from "@org/store";
import { z } from "zod";
import type { Dependencies } from "../dependencies.js";
import { type IdFault, judgeId, maxIdBytes } from "../judge-id.js";
import { ControlError, controlProblemOf } from "./control-error.js";

const tenantId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, "is no tenant id")
  .optional();
const fillSchema = z.strictObject({
  tenantId,
  scenario: z.string().default("steady"),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  count: z.int().min(0).max(1_000_000).default(1_000),
});
const summariesSchema = z.strictObject({ tenantId, summaries: z.array(z.unknown()).max(100_000) });

/** Either a story to tell, or events to keep as they are. */
export type SeedRequest = z.output<typeof fillSchema> | z.output<typeof summariesSchema>;

/** @throws ControlError that says which member is wrong. */
export function parseSeedRequest(body: unknown): SeedRequest {
  const hasSummaries = typeof body === "object" && body !== null && "summaries" in body;
  const result = (hasSummaries ? summariesSchema : fillSchema).safeParse(body ?? {});
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  throw new ControlError(400, "invalidSeed", reasons.join("; "));
}

/**
 * Adds events to what a tenant has; nothing is replaced.
 * @throws ControlError that names the first summary that is none, before any is stored; or says how many were stored
 * before the store refused one.
 */
export async function seed(
  request: SeedRequest,
  { settings, fill, add }: Pick<Dependencies, "settings" | "fill" | "add">,
): Promise<{ readonly tenantId: string; readonly added: number }> {
  const { tenantId = settings.defaultTenantId } = request;
  let stored = 0;
  const onAdded = (added: number): void => {
    stored = added;
  };
  try {
    if (!("summaries" in request)) return { tenantId, added: await fill({ ...request, tenantId, onAdded }) };
    const summaries = request.summaries.map((summary, index) => read(summary, index, settings.newId));
    return { tenantId, added: await add(tenantId, summaries, { onAdded }) };
  } catch (error) {
    if (!StoreError.isInstance(error)) throw error;
    const { status, code, message } = controlProblemOf(error);
    throw new ControlError(status, code, `${message} ${stored} of the events were added before that.`, {
      cause: error,
    });
  }
}

const idFaults: Readonly<Record<IdFault, string>> = {
  null: "is null",
  notText: "is no text",
  empty: "is empty",
  illFormed: "is no Unicode text",
  tooLong: `has more than ${maxIdBytes} bytes`,
};

function read(summary: unknown, index: number, newId: () => string): ProvisioningObjectSummary {
  try {
    const create = parseCreate(summary);
    const id = create.id ?? newId();
    const fault = judgeId(id);
    if (fault !== undefined) throw new Error(`the id ${idFaults[fault]}`);
    return createSummary(create, id);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ControlError(400, "invalidSummary", `summaries[${index}]: ${error.message}`);
  }
}
