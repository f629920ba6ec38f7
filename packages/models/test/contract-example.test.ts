import { describe, expect, it } from "vitest";
import { createSummary, ModelError, parseCreate, safeParseCreate, toContractWire } from "../src/index.js";
import example from "./corpus/contract/example-request.json" with { type: "json" };

const id = "b679fbc2-fbc2-b679-c2fb-79b6c2fb79b6";
const realValues = { activityDateTime: "2026-03-02T08:14:05Z", durationInMilliseconds: 828 };

describe("the contract page's example", () => {
  it("is refused for exactly the two placeholders that are no strings", () => {
    const result = safeParseCreate(example);
    expect(result.success).toBe(false);
    const error: unknown = result.success ? undefined : result.error;
    expect(ModelError.isInstance(error) && error.issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["dateTimeOffset", "activityDateTime"],
      ["wrongType", "durationInMilliseconds"],
    ]);
  });

  it("comes back in the page's order and with its annotations once the two hold real values", () => {
    const reply = toContractWire(createSummary(parseCreate({ ...example, ...realValues }), id));
    const { provisioningAction, provisioningStatusInfo, ...page } = reply;
    const { "@odata.type": type, ...properties } = example;
    const expected = JSON.stringify({ "@odata.type": type, id, ...properties, ...realValues });
    expect(JSON.stringify(page)).toBe(expected.replaceAll('"microsoft.graph.', '"#microsoft.graph.'));
    expect(provisioningAction).toBe("other");
    expect(provisioningStatusInfo).toEqual({
      "@odata.type": "#microsoft.graph.provisioningStatusInfo",
      status: null,
      errorInformation: null,
    });
  });
});
