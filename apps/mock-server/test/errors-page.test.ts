import { expect, it } from "vitest";
import { type MetError, renderErrors } from "../scripts/render-errors.js";
import { whole } from "./bodies.js";
import { call, contractPath } from "./call.js";
import { storedId } from "./error-cases/error-case.js";
import { errorCases } from "./error-cases.js";
import { closeErrorServers, createErrorServers } from "./error-servers.js";

interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: readonly { readonly code: string; readonly message: string }[];
  };
}

const serverNotes = {
  writable: "",
  readOnly: " (read-only server)",
  legacy: " (profile legacy)",
  strict: " (profile strict)",
} as const;

it("keeps docs/errors.md as the server answers the cases", async () => {
  const servers = await createErrorServers();
  await call(servers.writable, "POST", contractPath, { body: { ...whole, id: storedId } });
  const errors: MetError[] = [];
  for (const { name, method, path, call: options, server = "writable", status, code, message } of errorCases) {
    const reply = await call(servers[server], method, path, options);
    // A HEAD has no body; that its status and headers are right is told by errors.test.ts.
    const error = method === "HEAD" ? { code, message } : reply.json<ErrorBody>().error;
    const details = "details" in error ? error.details : undefined;
    const hint = details?.find((detail) => detail.code === "MockHint")?.message ?? "";
    const what = `${name}${serverNotes[server]}`;
    errors.push({ name: what, method, path, status: reply.statusCode, code: error.code, message: error.message, hint });
    expect(reply.statusCode).toBe(status);
  }
  await closeErrorServers(servers);
  await expect(renderErrors(errors)).toMatchFileSnapshot("../../../docs/errors.md");
});
