import { describe, expect, it } from "vitest";
import { createAddresses } from "../src/addresses.js";

const addresses = createAddresses("https://graph.example/", "beta", "directoryProvisioning");

describe("addresses", () => {
  it("puts version and entity set below the base", () => {
    expect(addresses.collection).toBe("https://graph.example/beta/auditLogs/directoryProvisioning");
  });

  it("keeps a path in front of the version", () => {
    const behindProxy = createAddresses("http://127.0.0.1:4480/graph/", "v1.0", "provisioning");
    expect(behindProxy.entity("a")).toBe("http://127.0.0.1:4480/graph/v1.0/auditLogs/provisioning/a");
  });

  it("updates by contract on beta and without an id, whatever the entity set", () => {
    const other = createAddresses("https://graph.example", "beta", "provisioning");
    expect(other.contract).toBe("https://graph.example/beta/auditLogs/directoryProvisioning");
  });

  it.each([
    ["a/b?c#d", "/a%2Fb%3Fc%23d"],
    ["O'Neil", "/O'Neil"],
    ["ü", "/%C3%BC"],
    ["..", "('..')"],
    [".", "('.')"],
    ["$count", "('%24count')"],
    ["$it's", "('%24it''s')"],
  ])("addresses the id %s so that a URL parser leaves it whole", (id, end) => {
    const url = addresses.entity(id);
    expect(url).toBe(addresses.collection + end);
    expect(new URL(url).href).toBe(url);
  });

  it("refuses an empty id, which would address the whole collection", () => {
    expect(() => addresses.entity("")).toThrow(TypeError);
  });

  it("refuses half a character in an id or an option, with a text that names it", () => {
    expect(() => addresses.entity("a\ud800")).toThrow(
      new TypeError("the id holds half a character (a lone surrogate), which no address can carry"),
    );
    expect(() => addresses.list([["$filter", "\udc00"]])).toThrow(/^\$filter holds half a character/);
    expect(addresses.entity("😀")).toBe(`${addresses.collection}/%F0%9F%98%80`);
  });

  it("writes options with a literal dollar and encodes their values", () => {
    const url = addresses.list([
      ["$top", "5"],
      ["$orderby", "activityDateTime desc"],
      ["$filter", "a eq 'b+c&d#e' or x eq 'ü%😀'"],
    ]);
    expect(url.slice(addresses.collection.length)).toBe(
      "?$top=5&$orderby=activityDateTime%20desc&$filter=a%20eq%20%27b%2Bc%26d%23e%27%20or%20x%20eq%20%27%C3%BC%25%F0%9F%98%80%27",
    );
    // What fetch sends is the same text.
    expect(new URL(url).href).toBe(url);
  });

  it("counts behind the collection, the filter encoded alike", () => {
    expect(addresses.count([["$filter", "a eq 'b'"]])).toBe(`${addresses.collection}/$count?$filter=a%20eq%20%27b%27`);
  });

  it("knows a list of its version by either name, in any case, and nothing else", () => {
    const isList = (path: string) => addresses.isList(new URL(`https://graph.example${path}`));
    expect(isList("/beta/auditLogs/directoryProvisioning?$skiptoken=1")).toBe(true);
    expect(isList("/beta/auditlogs/provisioning/")).toBe(true);
    expect(isList("/v1.0/auditLogs/provisioning")).toBe(false);
    expect(isList("/beta/auditLogs/provisioning/a")).toBe(false);
    expect(isList("/beta/users")).toBe(false);
  });

  it.each([
    "graph.example",
    "ftp://graph.example",
    "https://graph.example?x=1",
    "https://graph.example#x",
    "https://graph.example/beta",
    "https://graph.example/v1.0/",
  ])("refuses %s as base", (baseUrl) => {
    expect(() => createAddresses(baseUrl, "beta", "provisioning")).toThrow(TypeError);
  });

  it("refuses credentials in the base without repeating them", () => {
    const create = () => createAddresses("https://user:hunter2@graph.example", "beta", "provisioning");
    expect(create).toThrow(/user name or password/);
    expect(create).not.toThrow(/hunter2/);
  });
});
