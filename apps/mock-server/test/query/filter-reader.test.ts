import { expect, it } from "vitest";
import { addresses } from "../../src/entity-sets.js";
import { createFilterReader } from "../../src/query/filter-reader.js";

const now = new Date("2026-03-02T08:14:05Z");
const at = (version: string) => {
  const address = addresses.find(({ path }) => path === `/${version}/auditLogs/provisioning`);
  if (address === undefined) throw new Error(`there is no ${version}`);
  return address;
};

it("reads a filter that comes again once", () => {
  const read = createFilterReader("current");
  const filter = read("jobId eq 'x'", at("beta"), now);
  expect(read("jobId eq 'x'", at("beta"), now)).toBe(filter);
});

it("reads anew what may mean something else: another version, another text, the present", () => {
  const read = createFilterReader("current");
  expect(read("jobId eq 'x'", at("v1.0"), now)).not.toBe(read("jobId eq 'x'", at("beta"), now));
  expect(() => {
    read("action eq 'x'", at("beta"), now);
    read("action eq 'x'", at("v1.0"), now);
  }).toThrow("query");
  const text = "activityDateTime lt now()";
  expect(read(text, at("beta"), now)).not.toEqual(read(text, at("beta"), new Date("2027-01-01T00:00:00Z")));
});

it("keeps no more than some hundreds of filters, and no long one", () => {
  const read = createFilterReader("current");
  const first = read("jobId eq '0'", at("beta"), now);
  for (let index = 1; index < 200; index += 1) read(`jobId eq '${index}'`, at("beta"), now);
  expect(read("jobId eq '0'", at("beta"), now)).toBe(first);
  read("jobId eq '200'", at("beta"), now);
  expect(read("jobId eq '0'", at("beta"), now)).not.toBe(first);
  const long = `jobId eq '${"x".repeat(1_000)}'`;
  expect(read(long, at("beta"), now)).not.toBe(read(long, at("beta"), now));
});
