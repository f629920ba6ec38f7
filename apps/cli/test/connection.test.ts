import { describe, expect, it } from "vitest";
import { resolveConnection } from "../src/connection.js";
import { UsageError } from "../src/errors.js";

describe("resolveConnection", () => {
  it("prefers the flag to the environment", () => {
    const environment = { PROVLOG_URL: "https://a.example", PROVLOG_TOKEN: "t" };
    expect(resolveConnection(environment, "https://b.example").baseUrl).toBe("https://b.example");
    expect(resolveConnection(environment, undefined).baseUrl).toBe("https://a.example");
  });

  it("trims the token, which often ends with the line break of its file", () => {
    expect(resolveConnection({ PROVLOG_TOKEN: "t\n" }, undefined).accessToken).toBe("t");
  });

  it("has nothing to tell when everything was said", () => {
    const environment = { PROVLOG_URL: "https://graph.microsoft.com", PROVLOG_TOKEN: "t" };
    expect(resolveConnection(environment, undefined).notices).toEqual([]);
  });

  it.each(["http://localhost:4480", "http://127.0.0.1:1", "https://127.0.0.2", "http://[::1]:4480"])(
    "makes a token up for %s",
    (url) => {
      expect(resolveConnection({}, url).accessToken).toBe("made-up-by-provlog");
    },
  );

  it.each(["https://graph.microsoft.com", "http://localhost.example", "http://127.0.0.1.example", "no address"])(
    "makes no token up for %s",
    (url) => {
      expect(() => resolveConnection({}, url)).toThrow(UsageError);
    },
  );

  it.each([
    ["foo", {}, /^--url is no address/],
    ["https://graph.microsoft.com/beta", {}, /^leave the version out of --url; PROVLOG_VERSION says it/],
    [undefined, { PROVLOG_URL: "foo" }, /^PROVLOG_URL is no address/],
  ])(
    "complains about the address %s before a missing token, by the name it was given under",
    (url, environment, text) => {
      expect(() => resolveConnection(environment, url)).toThrow(text);
    },
  );

  it("warns when a token leaves the machine unencrypted", () => {
    expect(resolveConnection({ PROVLOG_TOKEN: "t" }, "http://mock:4480").notices).toEqual([
      "the token travels unencrypted; use https",
    ]);
  });

  it("refuses a version it does not know", () => {
    expect(() => resolveConnection({ PROVLOG_VERSION: "v2" }, undefined)).toThrow(UsageError);
  });
});
