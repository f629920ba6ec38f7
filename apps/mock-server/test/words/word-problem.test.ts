import { StoreError, type StoreErrorCode } from "@org/store";
import fastify from "fastify";
import { expect, it } from "vitest";
import { resolveOptions } from "../../src/options.js";
import { graphErrors } from "../../src/plugins/graph-errors.js";
import { wordProblem } from "../../src/words/word-problem.js";
import { fixedOptions } from "../call.js";

const expected: Readonly<Record<StoreErrorCode, readonly [number, string]>> = {
  notFound: [404, "Request_ResourceNotFound"],
  duplicateId: [409, "Request_MultipleObjectsWithSameKeyValue"],
  etagMismatch: [412, "PreconditionFailed"],
  badSkipToken: [400, "BadRequest"],
  unsupportedQuery: [400, "BadRequest"],
  timeout: [504, "GatewayTimeout"],
  unavailable: [503, "ServiceUnavailable"],
  readOnly: [405, "Request_BadRequest"],
  full: [507, "InsufficientStorage"],
  ioError: [500, "InternalServerError"],
  locked: [503, "ServiceUnavailable"],
  closed: [503, "ServiceUnavailable"],
  corrupt: [500, "InternalServerError"],
  newerVersion: [500, "InternalServerError"],
  cannotOpen: [500, "InternalServerError"],
  unsupportedUrl: [500, "InternalServerError"],
};

it.each(Object.entries(expected))("words the store's %s as %j", (code, [status, graphCode]) => {
  const error = new StoreError(code as StoreErrorCode, "the store says why");
  const text = wordProblem({ kind: "store", error, id: "mine" }, "current");
  expect([text.status, text.code]).toEqual([status, graphCode]);
  expect(text.message).not.toContain("the store says why");
});

it("says when a database that is away may be asked again, in whole seconds", async () => {
  const app = fastify();
  app.decorateRequest("clientRequestId", "");
  graphErrors(app, { settings: resolveOptions(fixedOptions()) });
  app.get("/", () => {
    throw new StoreError("unavailable", "the server does not run");
  });
  const reply = await app.inject("/");
  await app.close();
  expect([reply.statusCode, reply.headers["retry-after"]]).toEqual([503, expect.stringMatching(/^\d+$/)]);
});

it("repeats no more than 200 characters of what a stranger sent", () => {
  const { message } = wordProblem({ kind: "idNotFound", id: "x".repeat(100_000), creatable: false }, "current");
  expect(message.length).toBeLessThan(400);
});

it.each([
  ["a store error", new StoreError("full", "no room"), 507, "InsufficientStorage"],
  ["a defect", new TypeError("secret detail"), 500, "InternalServerError"],
  ["something thrown that is no error", "text", 500, "InternalServerError"],
])("answers %s in Graph's envelope", async (_, thrown, status, code) => {
  const app = fastify();
  app.decorateRequest("clientRequestId", "");
  graphErrors(app, { settings: resolveOptions(fixedOptions()) });
  app.get("/", () => {
    throw thrown;
  });
  const reply = await app.inject("/");
  await app.close();
  expect(reply.statusCode).toBe(status);
  expect(reply.json()).toMatchObject({ error: { code, innerError: { date: "2026-03-02T08:14:05" } } });
  expect(reply.body).not.toContain("secret detail");
});
