import { describe, expect, it } from "vitest";
import { redactText, redactUrl } from "../src/redact.js";

describe("redactUrl", () => {
  it.each([
    ["/beta/auditLogs/provisioning?$top=2", "/beta/auditLogs/provisioning?$top=2"],
    ["/x?$skiptoken=abcdefghijkl&$top=5", "/x?$skiptoken=abcdef…&$top=5"],
    ["/x?%24SkipToken=abcdefghijkl", "/x?%24SkipToken=abcdef…"],
    ["/x?$skiptoken=abc", "/x?$skiptoken=abc"],
    ["/x?access_token=hunter2", "/x?access_token=[redacted]"],
    ["/x?%74oken=hunter2", "/x?%74oken=[redacted]"],
    ["/x?code=hunter2&state=1", "/x?code=[redacted]&state=1"],
    ["/x?a=eyJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.", "/x?a=[redacted]"],
    ["/x/eyJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.sig", "/x/[redacted]"],
    ["/x?a=Bearer%20hunter2&b=1", "/x?a=Bearer [redacted]&b=1"],
    ["/x?%zz=1&token=hunter2", "/x?%zz=1&token=[redacted]"],
    ["/x?keyboard=yes", "/x?keyboard=yes"],
    ["/x?a=eyJhbGciOiJub25lIn0%2EeyJ0aWQiOiJ4In0%2Ehunter2", "/x?a=[redacted]"],
    ["/x?a=eyJhbGciOiJub25lIn0%252EeyJ0aWQiOiJ4In0%252ehunter2", "/x?a=[redacted]"],
    ["/x?a=%65yJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.hunter2", "/x?a=[redacted]"],
    ["/x/eyJhbGciOiJub25lIn0%2EeyJ0aWQiOiJ4In0%2Ehunter2/y", "/x/[redacted]/y"],
    ["/x?a=eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.hunter2", "/x?a=[redacted]"],
    ["/x?a=Bearer%2520hunter2", "/x?a=[redacted]"],
    ["/x/Bearer%2520hunter2", "/x/[redacted]"],
    ["/x?%2574oken=hunter2", "/x?%2574oken=[redacted]"],
    ["/x?to=https%3A%2F%2Fa%2Fb%3Ftoken%3Dhunter2", "/x?to=[redacted]"],
    ["/x?to=%2Fb%3Fpage%3D2", "/x?to=%2Fb%3Fpage%3D2"],
  ])("%s is logged as %s", (url, logged) => {
    expect(redactUrl(url)).toBe(logged);
  });

  it.each([
    "bearer",
    "jwt",
    "pwd",
    "Password",
    "Cookie",
    "set-cookie",
    "refresh_token",
    "x-token",
    "id%5Ftoken",
    "auth",
  ])("takes out the value of %s", (name) => {
    expect(redactUrl(`/x?${name}=hunter2`)).toBe(`/x?${name}=[redacted]`);
  });

  it("cuts a long URL of what may begin a JWT", () => {
    const url = `/x?a=${"eyJ-".repeat(4_000)}`;
    expect(redactUrl(url)).toHaveLength(501);
  });

  it("cuts a long URL", () => {
    expect(redactUrl(`/${"x".repeat(5_000)}`)).toHaveLength(501);
  });
});

describe("redactText", () => {
  it("takes out bearer tokens and JWTs, and leaves the rest", () => {
    expect(redactText('Authorization: bearer hunter2" failed for eyJhbGciOiJub25lIn0.e30.')).toBe(
      'Authorization: Bearer [redacted]" failed for [redacted]',
    );
  });
});
