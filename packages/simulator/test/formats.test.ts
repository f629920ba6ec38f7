import { describe, expect, it } from "vitest";
import { defaultTenantId, simulate } from "../src/index.js";
import { optionsFor } from "./rows.js";

const events = [...simulate(optionsFor(42, 3_000))];
const steps = events.flatMap(({ provisioningSteps }) => provisioningSteps ?? []);
const guid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** The type each step name is seen with in the log, or said to have. */
const stepTypes: Readonly<Record<string, string>> = {
  EntryImportAdd: "import",
  EntryImportUpdate: "import",
  EntryImportDelete: "import",
  EntryEscrowRetry: "import",
  EntryImport: "matching",
  EntryImportObjectNotFound: "matching",
  EntrySynchronizationScoping: "scoping",
  EntrySynchronizationAdd: "matching",
  EntrySynchronizationUpdate: "matching",
  EntrySynchronizationDelete: "processing",
  EntrySynchronizationSkip: "export",
  EntryExportAdd: "export",
  EntryExportUpdate: "export",
  EntryExportUpdateSoftDelete: "export",
  EntryExportDelete: "export",
};

function stepNames(filter: (event: (typeof events)[number]) => boolean): string[] {
  return [
    ...new Set(
      events.filter(filter).map(({ provisioningSteps }) => (provisioningSteps ?? []).map(({ name }) => name).join()),
    ),
  ];
}

describe("the events of steady look like the log's", () => {
  it("uses every step name with its own type and no other name", () => {
    expect(new Set(steps.map(({ name }) => name))).toEqual(new Set(Object.keys(stepTypes)));
    for (const { name, provisioningStepType } of steps) expect(provisioningStepType).toBe(stepTypes[name ?? ""]);
  });

  it("orders the steps of a create as the log does", () => {
    const names = stepNames(
      ({ provisioningAction, provisioningStatusInfo, targetSystem, provisioningSteps }) =>
        provisioningAction === "create" &&
        provisioningStatusInfo?.status === "success" &&
        targetSystem?.displayName === "customappsso" &&
        provisioningSteps?.[0]?.name === "EntryImportAdd",
    );
    expect(names).toEqual(["EntryImportAdd,EntrySynchronizationScoping,EntrySynchronizationAdd,EntryExportAdd"]);
  });

  it("orders the steps of a redundant export as the live record does", () => {
    const names = stepNames(
      ({ provisioningSteps }) => provisioningSteps?.at(-1)?.details?.["SkipReason"] === "RedundantExport",
    );
    expect(names).toEqual(["EntryImportUpdate,EntryImport,EntrySynchronizationScoping,EntrySynchronizationSkip"]);
  });

  it("goes straight to the last step when it tries again, as the live record does", () => {
    const names = stepNames(({ provisioningSteps }) => provisioningSteps?.[0]?.name === "EntryEscrowRetry");
    expect(names).toContain("EntryEscrowRetry,EntryExportAdd");
    for (const name of names) expect(name.split(",")).toHaveLength(2);
  });

  it("names a member without an account where Microsoft's sample query looks for it", () => {
    const people = new Set(events.map(({ sourceIdentity }) => sourceIdentity?.id));
    const skipped = events.filter(
      ({ provisioningSteps }) =>
        provisioningSteps?.at(-1)?.details?.["SkipReason"] === "UnableToResolveReferenceAttributeValue",
    );
    expect(skipped.length).toBeGreaterThan(1);
    for (const { provisioningSteps, sourceIdentity } of skipped) {
      const text = provisioningSteps?.[2]?.description ?? "";
      const [, member, group] = /^We were unable to assign (\S+) as the members of ([^.]+)\./.exec(text) ?? [];
      expect(people).toContain(member);
      expect(group).toBe(sourceIdentity?.displayName);
    }
  });

  it("writes ids, jobs and whole seconds in the service's forms", () => {
    for (const { id, changeId, cycleId, jobId, tenantId, activityDateTime } of events) {
      for (const text of [id, changeId, cycleId]) expect(text).toMatch(new RegExp(`^${guid}$`));
      expect(tenantId).toBe(defaultTenantId);
      const templates = "(scim|airtable|DropboxSCIMOutDelta)";
      expect(jobId).toMatch(new RegExp(`^${templates}\\.${defaultTenantId.replaceAll("-", "")}\\.${guid}$`));
      expect(activityDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  });

  it("puts several events into one second now and then", () => {
    expect(new Set(events.map(({ activityDateTime }) => activityDateTime)).size).toBeLessThan(events.length);
  });

  it("is initiated by the service under its old name, with an empty id", () => {
    for (const { initiatedBy } of events) {
      expect(initiatedBy).toEqual({ id: "", displayName: "Azure AD Provisioning Service", initiatorType: "system" });
    }
  });

  it("never repeats the id of a source or target system", () => {
    const ids = events.flatMap(({ sourceSystem, targetSystem }) => [sourceSystem?.id, targetSystem?.id]);
    expect(new Set(ids).size).toBe(events.length * 2);
  });

  it("has an empty display name and no details on the target's side", () => {
    for (const { targetIdentity } of events) expect(targetIdentity).toMatchObject({ displayName: "", details: {} });
  });

  it("writes the target's keys in each target's own form", () => {
    const forms = {
      customappsso: new RegExp(`^${guid}$`),
      Airtable: /^usr[a-z0-9]{14}$/,
      Dropbox: /^(dbmid|g):AAA[a-z0-9]{32}$/,
    };
    for (const { targetSystem, targetIdentity } of events) {
      const form = forms[targetSystem?.displayName as keyof typeof forms];
      if (targetIdentity?.id !== "") expect(targetIdentity?.id).toMatch(form);
    }
  });

  it("keeps the dots of modified properties and loses dots and colons in the keys of details", () => {
    const department = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";
    const create = events.find(
      ({ action, statusInfo, targetSystem }) =>
        action === "Create" && statusInfo?.status === "success" && targetSystem?.displayName === "customappsso",
    );
    const exported = create?.provisioningSteps?.at(-1)?.details ?? {};
    const names = (create?.modifiedProperties ?? []).map(({ displayName }) => displayName ?? "");
    expect(names).toEqual(expect.arrayContaining(["name.givenName", department, 'addresses[type eq "work"].locality']));
    expect(Object.keys(exported)).toEqual([
      "ReportableIdentifier",
      ...names.map((name) => name.replaceAll(/[.:]/g, "")),
      "externalId",
    ]);
    expect(exported["active"]).toBe("True");
    expect(create?.modifiedProperties?.find(({ displayName }) => displayName === "active")).toEqual({
      displayName: "active",
      oldValue: null,
      newValue: "True",
    });
  });

  it("holds nothing but text in details, and no dot or colon in the keys of an export", () => {
    for (const { name, details } of steps) {
      for (const [key, value] of Object.entries(details ?? {})) {
        expect(typeof value).toBe("string");
        if (name?.startsWith("EntryExport")) expect(key).not.toMatch(/[.:]/);
      }
    }
  });

  it("writes the scoping flags as True and False, and a filter's result as JSON in a string", () => {
    const results = new Set<string>();
    for (const { details } of steps.filter(({ name }) => name === "EntrySynchronizationScoping")) {
      const { ScopeEvaluationResult: result, ...flags } = details ?? {};
      for (const value of Object.values(flags)) expect(["True", "False"]).toContain(value);
      expect(Object.keys(flags)).toHaveLength(4);
      expect(() => JSON.parse(String(result))).not.toThrow();
      results.add(String(result));
    }
    expect(results).toEqual(
      new Set([
        "{}",
        "{\"Everyone but Operations.department NOT EQUALS 'Operations'\":true}",
        "{\"Everyone but Operations.department NOT EQUALS 'Operations'\":false}",
      ]),
    );
  });

  it("leaves the type of a group empty in the look-up, as the live service does", () => {
    const lookups = steps.filter(({ name }) => name === "EntryImport").map(({ description }) => description ?? "");
    expect(lookups.some((text) => /^Retrieved {2}'.+ team' from customappsso$/.test(text))).toBe(true);
    expect(lookups.some((text) => /^Retrieved User '.+@contoso\.example' from Airtable$/.test(text))).toBe(true);
  });

  it("says how a failure came about in several lines, with the target's answer and the next attempt", () => {
    const failure = events.find(
      ({ provisioningSteps, statusInfo }) =>
        statusInfo?.status === "failure" && provisioningSteps?.[0]?.name === "EntryEscrowRetry",
    );
    const error = failure?.provisioningStatusInfo?.errorInformation;
    const [status, message, heading, last, ...rest] = (error?.reason ?? "").split("\r\n");
    const [, body, retry] = /^(\{.*\})\. (.*)$/.exec(last ?? "") ?? [];
    expect(rest).toEqual([]);
    expect(status).toMatch(/^StatusCode: \w+$/);
    expect(message).toMatch(/^Message: /);
    expect(heading).toBe("Web Response: ");
    expect(JSON.parse(body ?? "")).toMatchObject({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] });
    expect(retry).toMatch(
      /^This operation was retried \d+ times\. It will be retried again after this date: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z UTC$/,
    );
    expect(error).toMatchObject({
      errorCategory: "nonServiceFailure",
      additionalDetails: null,
      recommendedAction: null,
    });
    expect(failure?.durationInMilliseconds).toBeGreaterThan(90_000);
  });

  it("gives an escrow step its seven details, the next attempt in the short form", () => {
    const step = steps.find(({ name }) => name === "EntryEscrowRetry");
    expect(step?.details).toMatchObject({ CountProcessed: "0", Origin: "Source", TypeName: "EscrowedEntryDefault" });
    expect(step?.details?.["CreationTime"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
    expect(step?.description).toMatch(
      /\r\nIdentifier: .+\r\nObject type: (User|Group)\r\nDirectory: Microsoft Entra ID$/,
    );
    expect(step?.details?.["NextAttempt"]).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M$/);
    expect(Object.keys(step?.details ?? {})).toHaveLength(7);
  });

  it("has both faces of each twin say the same", () => {
    for (const { action, provisioningAction, statusInfo, provisioningStatusInfo } of events) {
      expect(action?.toLowerCase()).toBe(provisioningAction);
      const { status, errorInformation } = provisioningStatusInfo ?? {};
      expect(statusInfo).toEqual({ status, ...errorInformation });
    }
  });

  it("changes something whenever it says that it updated", () => {
    for (const { provisioningAction, provisioningStatusInfo, modifiedProperties } of events) {
      const isExport = provisioningStatusInfo?.status !== "skipped" && provisioningAction !== "delete";
      expect((modifiedProperties ?? []).length > 0).toBe(isExport);
      for (const { oldValue, newValue } of modifiedProperties ?? []) expect(oldValue).not.toBe(newValue);
    }
  });

  it("keeps durations in the observed range", () => {
    for (const { durationInMilliseconds } of events) {
      expect(durationInMilliseconds).toBeGreaterThanOrEqual(300);
      expect(durationInMilliseconds).toBeLessThan(92_000);
    }
  });
});
