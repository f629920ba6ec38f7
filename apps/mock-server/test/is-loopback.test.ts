import { expect, it } from "vitest";
import { isLoopback } from "../src/is-loopback.js";

it.each([
  "127.0.0.1",
  "127.1.2.3",
  "::1",
  "0:0:0:0:0:0:0:1",
  "::ffff:127.0.0.1",
  "localhost",
  "LocalHost",
  "a.localhost",
])("%s is this machine", (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each([
  "0.0.0.0",
  "::",
  "10.0.0.1",
  "128.0.0.1",
  "::ffff:10.0.0.1",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "xlocalhost",
  "",
])("%j may be another", (host) => {
  expect(isLoopback(host)).toBe(false);
});
