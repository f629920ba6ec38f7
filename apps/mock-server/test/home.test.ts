import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { escapeHtml } from "../src/home/escape-html.js";
import { renderHome } from "../src/home/render-home.js";
import { createMockServer, type MockServer } from "../src/index.js";

let server: MockServer;
beforeEach(async () => {
  server = await createMockServer();
});
afterEach(() => server.close());

const local = { host: "localhost:4480" };

describe("GET /", () => {
  it("shows the address, the token and commands with an id that exists", async () => {
    await server.rememberFilling({ scenario: "steady", seed: 1, count: 3 });
    const { statusCode, headers, body } = await server.inject({ url: "/", headers: local });
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toContain("<code>http://localhost:4480</code>");
    expect(body).toContain(`<code>${server.token}</code>`);
    expect(body).toContain("<dt>Events</dt><dd>3</dd>");
    expect(body.match(/<pre>curl /g)).toHaveLength(4);
    expect(body).toContain(await server.newestId());
  });

  it("loads nothing and runs nothing: the policy lets in its own style alone", async () => {
    const { headers, body } = await server.inject({ url: "/", headers: local });
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(body).not.toMatch(/<script|<img|<iframe|<form| on\w+=|style="/i);
    expect([...body.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url?.slice(0, 14))).toEqual([
      "data:image/svg",
    ]);
  });

  it("shows the latest requests, with everything a stranger sent escaped", async () => {
    const url = "/beta/<script>alert('1')</script>?$top=1&access_token=hunter2";
    await server.inject({ url, headers: local });
    const { body } = await server.inject({ url: "/", headers: local });
    expect(body).toContain(
      "<code>/beta/%3Cscript%3Ealert(&#39;1&#39;)%3C/script%3E?$top=1&amp;access_token=[redacted]</code>",
    );
    expect(body).not.toContain("hunter2");
    expect(body).not.toContain("<script");
  });

  it("shows nobody's requests when it is called by a name from elsewhere", async () => {
    await server.inject({ url: "/beta/secret-work", headers: local });
    const { body } = await server.inject({ url: "/", headers: { host: "rebound.example" } });
    expect(body).not.toContain("secret-work");
    expect(body).toContain("Shown at localhost");
  });

  it("does not put a Host header into the page that is no host", async () => {
    const { body } = await server.inject({ url: "/", headers: { host: '"><script>x' } });
    expect(body).not.toContain("<script");
  });

  it("asks for no token with --auth off", async () => {
    await using open = await createMockServer({ auth: "off" });
    const { body } = await open.inject({ url: "/", headers: local });
    expect(body).toContain("none needed");
    expect(body).not.toContain("Authorization");
  });

  it("writes commands for the shell of the browser's platform", async () => {
    const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
    const { body } = await server.inject({ url: "/", headers: { ...local, "user-agent": agent } });
    expect(body).toContain("curl &quot;http://localhost:4480/beta/auditLogs/directoryProvisioning?%24top=2&quot;");
  });

  it("names the public base URL where there is one", async () => {
    await using published = await createMockServer({ publicBaseUrl: "https://mock.example/graph" });
    const { body } = await published.inject({ url: "/", headers: local });
    expect(body).toContain("curl &#39;https://mock.example/graph/beta/");
  });
});

describe("renderHome", () => {
  it("escapes whatever it is given", () => {
    const nasty = `<b a="x" b='y'>&`;
    const page = renderHome({
      url: nasty,
      token: nasty,
      id: nasty,
      events: 1,
      isReadOnly: true,
      certificatePath: nasty,
      platform: "linux",
      requests: [
        { time: nasty, method: nasty, url: nasty, status: 200, milliseconds: 1, requestId: nasty, tenantId: nasty },
      ],
    });
    expect(page).not.toContain("<b a");
    expect(page.split(escapeHtml(nasty)).length).toBeGreaterThan(6);
  });
});
