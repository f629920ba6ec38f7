import { createSummary, type ProvisioningObjectSummary, parseCreate } from "@org/models";
import { z } from "zod";
import type { Dependencies } from "../dependencies.js";
import { ControlError } from "./control-error.js";

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
 * @throws ControlError that names the first summary that is none, before any is stored.
 */
export async function seed(
  request: SeedRequest,
  { settings, store, tenants, fill }: Pick<Dependencies, "settings" | "store" | "tenants" | "fill">,
): Promise<{ readonly tenantId: string; readonly added: number }> {
  const { tenantId = settings.defaultTenantId } = request;
  if (!("summaries" in request)) return { tenantId, added: await fill({ ...request, tenantId }) };
  const summaries = request.summaries.map((summary, index) => read(summary, index, settings.newId));
  tenants.noteWrite(tenantId);
  return { tenantId, added: await store.forTenant(tenantId).insertMany(summaries) };
}

function read(summary: unknown, index: number, newId: () => string): ProvisioningObjectSummary {
  try {
    const create = parseCreate(summary);
    return createSummary(create, create.id ?? newId());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ControlError(400, "invalidSummary", `summaries[${index}]: ${error.message}`);
  }
}
