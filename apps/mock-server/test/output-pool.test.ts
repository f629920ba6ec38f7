import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { OutputPool } from "../src/output-pool.js";

// Buffers are compared by identity: a matcher would look at every one of their bytes.
const openResponse = () => new EventEmitter() as ServerResponse;

it("lends a buffer again once its response is closed, and not before", () => {
  const pool = new OutputPool();
  const response = openResponse();
  const first = pool.lend(10, response);
  expect(pool.lend(10, openResponse()) === first).toBe(false);
  response.emit("close");
  expect(pool.lend(10, openResponse()) === first).toBe(true);
});

it("lends what was given back last", () => {
  const pool = new OutputPool();
  const [one, two] = [openResponse(), openResponse()];
  pool.lend(10, one);
  const second = pool.lend(10, two);
  one.emit("close");
  two.emit("close");
  expect(pool.lend(10, openResponse()) === second).toBe(true);
});

it("lends enough for any page and keeps no more than 32 MiB waiting", () => {
  const pool = new OutputPool();
  const response = openResponse();
  const large = pool.lend(33_554_433, response);
  expect(large.length).toBe(67_108_864);
  response.emit("close");
  expect(pool.lend(33_554_433, openResponse()) === large).toBe(false);
});
