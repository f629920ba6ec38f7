import type { ProvisioningObjectSummary } from "@org/models";
import { provisioningObjectSummaryDescription } from "@org/models";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { type BoundExpression, bindFilter, parseFilter } from "@org/odata";

const statuses = ["success", "success", "success", "success", "skipped", "failure"] as const;
const actions = ["create", "update", "update", "update", "delete", "stagedDelete", "disable", "other"] as const;

/** A log in time order: a few applications and jobs, a cycle per hundred events, a person per forty. */
export function* buildLog(count: number): Generator<ProvisioningObjectSummary> {
  for (let index = 0; index < count; index += 1) {
    const person = (index * 7_919) % Math.max(1, Math.trunc(count / 40));
    yield buildProvisioningObjectSummary({
      id: uuidOf("a", index),
      activityDateTime: timeOf(index),
      jobId: `job.${index % 3}`,
      cycleId: uuidOf("c", Math.trunc(index / 100)),
      changeId: uuidOf("d", Math.trunc(index / 2)),
      provisioningAction: actions[index % actions.length] ?? "other",
      provisioningStatusInfo: { status: statuses[((index * 31) % 23) % statuses.length] ?? "success" },
      servicePrincipal: { id: uuidOf("e", index % 3), displayName: `Application ${index % 3}` },
      sourceIdentity: { id: uuidOf("f", person), displayName: `Person number ${person}` },
      targetIdentity: { id: uuidOf("b", person), displayName: `person.${person}@example.org` },
    });
  }
}

/** When the event of this number happened. */
export function timeOf(index: number): string {
  return new Date(1_764_547_200_000 + index * 1_000).toISOString();
}

/** What is asked most, by name: a filter, and the index that answers it. */
export function hotPathsOf(
  count: number,
): readonly { name: string; filter: BoundExpression | undefined; index: string }[] {
  const middle = Math.trunc(count / 2);
  const person = Math.trunc(count / 80);
  const path = (name: string, text: string, index: string) => ({
    name,
    filter: bindFilter(parseFilter(text), provisioningObjectSummaryDescription),
    index,
  });
  return [
    { name: "newest", filter: undefined, index: "summary_by_time" },
    path(
      "time range",
      "activityDateTime ge 2025-12-01T00:10:00Z and activityDateTime lt 2025-12-01T00:12:00Z",
      "summary_by_time",
    ),
    path("id", `id eq '${uuidOf("a", middle)}'`, "summary_pkey"),
    path("status", "provisioningStatusInfo/status eq 'failure'", "summary_by_status"),
    path("action", "provisioningAction eq 'disable'", "summary_by_action"),
    path("application", `servicePrincipal/id eq '${uuidOf("e", 1)}'`, "summary_by_application"),
    path("job", "jobId eq 'job.1'", "summary_by_job"),
    path("cycle", `cycleId eq '${uuidOf("c", 3)}'`, "summary_by_cycle"),
    path("change", `changeId eq '${uuidOf("d", middle / 2)}'`, "summary_by_change"),
    path("source", `sourceIdentity/id eq '${uuidOf("f", person)}'`, "summary_by_source"),
    path("target", `targetIdentity/id eq '${uuidOf("b", person)}'`, "summary_by_target"),
    path(
      "status and person",
      `provisioningStatusInfo/status eq 'failure' and sourceIdentity/id eq '${uuidOf("f", person)}'`,
      "summary_by_source",
    ),
    path("name", `contains(sourceIdentity/displayName, 'number ${person}')`, "summary_by_names"),
    path("start of a name", `startswith(targetIdentity/displayName, 'person.${person}@')`, "summary_by_names"),
  ];
}

function uuidOf(letter: string, number: number): string {
  return `${letter.repeat(8)}-0000-4000-8000-${String(Math.trunc(number)).padStart(12, "0")}`;
}
