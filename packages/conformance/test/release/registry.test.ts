import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Registry, startRegistry } from "./registry.js";

let registry: Registry;

beforeEach(async () => {
  registry = await startRegistry("secret");
});

afterEach(() => registry.close());

function put(version: string, authorization: string): Promise<Response> {
  const body = {
    name: "@org/a",
    "dist-tags": { latest: version },
    versions: { [version]: { name: "@org/a", version, dist: { tarball: "elsewhere", integrity: "sha512-x" } } },
    _attachments: { "a.tgz": { data: Buffer.from(`tarball ${version}`).toString("base64") } },
  };
  return fetch(`${registry.url}/@org%2fa`, { method: "PUT", headers: { authorization }, body: JSON.stringify(body) });
}

describe("startRegistry", () => {
  it("listens on this machine only", () => {
    expect(registry.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("gives back what was published, its tarball at its own address", async () => {
    expect((await put("1.0.0", "Bearer secret")).status).toBe(201);
    expect((await put("1.1.0", "Bearer secret")).status).toBe(201);
    const tarball = `${registry.url}/@org/a/-/a-1.0.0.tgz`;
    expect(await (await fetch(`${registry.url}/@org%2fa`)).json()).toMatchObject({
      "dist-tags": { latest: "1.1.0" },
      versions: { "1.0.0": { dist: { tarball, integrity: "sha512-x" } }, "1.1.0": {} },
    });
    expect(await (await fetch(tarball)).text()).toBe("tarball 1.0.0");
  });

  it("publishes nothing without its token", async () => {
    expect((await put("1.0.0", "Bearer guessed")).status).toBe(401);
    expect(registry.packages.size).toBe(0);
  });

  it("never replaces a version", async () => {
    await put("1.0.0", "Bearer secret");
    expect((await put("1.0.0", "Bearer secret")).status).toBe(409);
  });

  it.each(["/@org%2fb", "/@org/a/-/a-9.9.9.tgz"])("answers 404 for %s", async (path) => {
    await put("1.0.0", "Bearer secret");
    expect((await fetch(registry.url + path)).status).toBe(404);
  });
});
