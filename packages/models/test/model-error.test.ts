import { describe, expect, it } from "vitest";
import { ModelError, type ModelIssue } from "../src/index.js";

const issue = (name: string, ...path: (string | number)[]): ModelIssue => ({
  code: "wrongType",
  path: [...path, name],
  message: "must be a string",
  parameters: { name },
});

describe("ModelError", () => {
  it("says the first three reasons and counts the rest", () => {
    const issues = ["a", "b", "c", "d", "e"].map((name) => issue(name, "provisioningSteps", 2));
    const error = new ModelError(issues);
    expect(error.message).toBe(
      "provisioningSteps[2].a must be a string; provisioningSteps[2].b must be a string; provisioningSteps[2].c must be a string; and 2 more",
    );
    expect(error.issues).toBe(issues);
    expect(error.name).toBe("ModelError");
  });

  it("recognises its own kind, of another copy of the package too", () => {
    const foreign = Object.assign(new Error("x"), { [Symbol.for("org.provisioning.ModelError")]: true });
    expect(ModelError.isInstance(new ModelError([issue("a")]))).toBe(true);
    expect(ModelError.isInstance(foreign)).toBe(true);
  });

  it.each([new Error("x"), null, undefined, "ModelError", { issues: [] }])("does not take %j for one", (value) => {
    expect(ModelError.isInstance(value)).toBe(false);
  });
});
