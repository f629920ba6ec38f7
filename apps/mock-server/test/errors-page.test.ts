import { expect, it } from "vitest";
import { type MetError, renderErrors } from "../scripts/render-errors.js";
import { whole } from "./bodies.js";
import { call, contractPath, createTestServer } from "./call.js";
import { errorCases, storedId } from "./error-cases.js";

interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: readonly { readonly code: string; readonly message: string }[];
  };
}

it("keeps docs/errors.md as the server answers the cases", async () => {
  const writable = await createTestServer();
  const readOnly = await createTestServer({ readOnly: true });
  await call(writable, "POST", contractPath, { body: { ...whole, id: storedId } });
  const errors: MetError[] = [];
  for (const { name, method, path, call: options, readOnly: isReadOnly, status, code, message } of errorCases) {
    const reply = await call(isReadOnly ? readOnly : writable, method, path, options);
    // A HEAD has no body; that its status and headers are right is told by errors.test.ts.
    const error = method === "HEAD" ? { code, message } : reply.json<ErrorBody>().error;
    const details = "details" in error ? error.details : undefined;
    const hint = details?.find((detail) => detail.code === "MockHint")?.message ?? "";
    const what = isReadOnly ? `${name} (read-only server)` : name;
    errors.push({ name: what, method, path, status: reply.statusCode, code: error.code, message: error.message, hint });
    expect(reply.statusCode).toBe(status);
  }
  await Promise.all([writable.close(), readOnly.close()]);
  await expect(renderErrors(errors)).toMatchFileSnapshot("../../../docs/errors.md");
});
