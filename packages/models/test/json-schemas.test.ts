import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderJsonSchemas } from "../scripts/json-schemas.js";
import {
  buildCollection,
  buildFailedProvisioningObjectSummary,
  buildGraphErrorBody,
  buildProvisioningObjectSummary,
  buildSkippedProvisioningObjectSummary,
} from "../src/fixtures.js";
import { contractProperties, safeParseUpdate, toContractWire } from "../src/index.js";
import { create, update, v1Update } from "./support/arbitraries.js";
import { betaView, v1View } from "./support/wire.js";

const folder = fileURLToPath(new URL("../schemas/", import.meta.url));
const rendered = renderJsonSchemas();

/** Compiles a shipped file; strict mode refuses keywords the draft does not know. */
function compile(name: string): ValidateFunction {
  return new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`${folder}${name}.schema.json`, "utf8")),
  );
}

/** The validator's complaints; empty when the value is fine. */
function complaints(validate: ValidateFunction, value: unknown): string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("schemas/", () => {
  it("holds exactly what the zod schemas make (`pnpm generate` writes it)", () => {
    expect(readdirSync(folder).sort()).toEqual([...rendered.keys()].sort());
    for (const [name, text] of rendered) expect(readFileSync(`${folder}${name}`, "utf8"), name).toBe(text);
  });

  it.each([...rendered.keys()])("has in %s a schema of draft 2020-12 that names itself", (name) => {
    const schema: Record<string, unknown> = JSON.parse(rendered.get(name) ?? "");
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["title"]).toMatch(/\S/);
    expect(new Ajv2020({ strict: true }).validateSchema(schema)).toBe(true);
  });

  it("is reachable through the package's exports", () => {
    const require = createRequire(import.meta.url);
    const schema: { required: string[] } = require("@org/models/schemas/provisioning-object-summary.v1.schema.json");
    expect(schema.required).toEqual(["id", "activityDateTime"]);
  });

  it("declares the page's properties and the two newer ones, and in v1.0 not the two older ones", () => {
    const namesIn = (name: string): string[] =>
      Object.keys(JSON.parse(rendered.get(`${name}.schema.json`) ?? "").properties).sort();
    const newer = ["provisioningAction", "provisioningStatusInfo"];
    const beta = [...contractProperties, ...newer].sort();
    expect(namesIn("provisioning-object-summary.beta")).toEqual(beta);
    expect(namesIn("provisioning-object-summary.v1")).toEqual(
      beta.filter((name) => name !== "action" && name !== "statusInfo"),
    );
  });
});

describe("a summary", () => {
  const summaries = [
    buildProvisioningObjectSummary(),
    buildFailedProvisioningObjectSummary(),
    buildSkippedProvisioningObjectSummary(),
  ];
  const beta = compile("provisioning-object-summary.beta");
  const v1 = compile("provisioning-object-summary.v1");

  it("fits its schema in both views and as the contract's reply", () => {
    for (const summary of summaries) {
      expect(complaints(beta, betaView(summary))).toEqual([]);
      expect(complaints(v1, v1View(summary))).toEqual([]);
      expect(complaints(beta, toContractWire(summary))).toEqual([]);
    }
  });

  it("fits the schema of a page", () => {
    const betaPage = compile("provisioning-object-summary.beta.collection");
    const v1Page = compile("provisioning-object-summary.v1.collection");
    expect(complaints(betaPage, buildCollection(summaries.map(betaView)))).toEqual([]);
    expect(complaints(v1Page, buildCollection(summaries.map(v1View)))).toEqual([]);
    expect(complaints(v1Page, buildCollection(summaries.map(betaView)))).not.toEqual([]);
    expect(complaints(betaPage, { "@odata.count": 1 })).toEqual([" must have required property 'value'"]);
  });

  it("in beta does not fit v1.0, which lacks the older faces of the twins", () => {
    expect(complaints(v1, betaView(buildProvisioningObjectSummary())).length).toBe(2);
  });
});

function fitsAlways(values: fc.Arbitrary<unknown>, validate: ValidateFunction): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(complaints(validate, value)).toEqual([]);
    }),
  );
}

describe("changes and creates", () => {
  const betaUpdate = compile("provisioning-object-summary.beta.update");
  const v1UpdateSchema = compile("provisioning-object-summary.v1.update");
  const betaCreate = compile("provisioning-object-summary.beta.create");
  const v1Create = compile("provisioning-object-summary.v1.create");

  it("fit their schemas whatever legal values they hold", () => {
    fitsAlways(update, betaUpdate);
    fitsAlways(v1Update, v1UpdateSchema);
    fitsAlways(create, betaCreate);
  });

  it("need a time only when something is created, and an id never", () => {
    expect(complaints(betaUpdate, {})).toEqual([]);
    expect(complaints(betaCreate, {})).toEqual([" must have required property 'activityDateTime'"]);
    expect(complaints(v1Create, { activityDateTime: "2026-03-02T08:14:05Z" })).toEqual([]);
  });

  it.each<[string, object]>([
    ["an unknown property", { colour: "red" }],
    ["an unknown property of a closed type", { provisioningSteps: [{ colour: "red" }] }],
    ["an unknown member", { provisioningAction: "explode" }],
    ["a number for a text", { tenantId: 7 }],
    ["an integer beyond 32 bits", { durationInMilliseconds: 2_147_483_648 }],
    ["a fraction", { durationInMilliseconds: 0.5 }],
    ["null where it is not allowed", { activityDateTime: null }],
    ["a time without a zone", { activityDateTime: "2026-03-02T08:14:05" }],
    ["an object for a collection", { provisioningSteps: {} }],
  ])("are refused by schema and parser alike for %s", (_, value) => {
    expect(complaints(betaUpdate, value)).not.toEqual([]);
    expect(safeParseUpdate(value).success).toBe(false);
  });

  it("may carry annotations anywhere, and dynamic properties in open types", () => {
    const value = {
      "@odata.type": "#microsoft.graph.provisioningObjectSummary",
      "tenantId@odata.type": "#String",
      statusInfo: { "@odata.type": "#microsoft.graph.statusBase", status: "success" },
      servicePrincipal: { id: "1", appRoles: ["a"] },
    };
    expect(complaints(betaUpdate, value)).toEqual([]);
  });
});

describe("an error body", () => {
  const validate = compile("error");

  it("fits its schema, nested as deep as it likes", () => {
    const inner = { innerError: { code: "a", innerError: { code: "b", stack: "s" } } };
    expect(complaints(validate, buildGraphErrorBody())).toEqual([]);
    expect(complaints(validate, buildGraphErrorBody({ error: { innerError: inner } }))).toEqual([]);
    expect(complaints(validate, { error: { code: "a" } })).toEqual(["/error must have required property 'message'"]);
    expect(complaints(validate, { error: { code: "a", message: "", innerError: { innerError: 1 } } })).not.toEqual([]);
  });
});
