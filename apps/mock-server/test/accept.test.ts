import { expect, it } from "vitest";
import { negotiate } from "../src/accept.js";
import { ProblemError } from "../src/problem.js";

const minimal = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
const none = minimal.replace("minimal", "none");
const compatible = minimal.replace("=false", "=true");

it.each([
  [undefined, minimal],
  ["*/*", minimal],
  ["application/json", minimal],
  ["application/*", minimal],
  ["text/html,application/xhtml+xml,*/*;q=0.8", minimal],
  ["application/json;odata.metadata=minimal;odata.streaming=true", minimal],
  ["application/json;odata.metadata=none", none],
  ["Application/JSON; OData.Metadata=None", none],
  ["application/json;metadata=none", none],
  ["application/json;IEEE754Compatible=true", compatible],
  ["application/json;q=0.5, application/json;odata.metadata=none", none],
  // Full metadata is not made; the answer says what it is.
  ["application/json;odata.metadata=full", minimal],
])("answers Accept %s with %s", (accept, contentType) => {
  expect(negotiate(accept).contentType).toBe(contentType);
});

it.each(["application/xml", "text/plain, text/html", "application/json;q=0"])(
  "finds nothing to answer %s with",
  (accept) => {
    expect(() => negotiate(accept)).toThrow(ProblemError);
  },
);
