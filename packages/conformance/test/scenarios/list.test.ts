import { expect } from "vitest";
import {
  beta,
  betaProvisioning,
  errorOf,
  hintOf,
  type Json,
  membersOf,
  type Scenario,
  scenarioTime,
  unversioned,
  v1,
} from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const second = (index: number) => `2026-03-02T08:00:${String(index).padStart(2, "0")}Z`;

async function fill({ create }: Scenario, count: number, at: (index: number) => string = second) {
  for (let index = 0; index < count; index += 1) {
    await create({ id: `event-${String(index).padStart(2, "0")}`, activityDateTime: at(index) });
  }
}

const ids = (members: readonly Json[]) => members.map(({ id }) => id);

async function readPages(
  { url, call }: Scenario,
  first: string,
  betweenPages?: () => Promise<unknown>,
): Promise<Json[][]> {
  const pages: Json[][] = [];
  for (let next: unknown = url + first; typeof next === "string"; ) {
    const reply = await call("GET", next.slice(url.length));
    expect(reply.status).toBe(200);
    pages.push(membersOf(reply));
    next = reply.json["@odata.nextLink"];
    if (typeof next === "string") await betweenPages?.();
  }
  return pages;
}

async function nextLinkOf({ call }: Scenario, path: string): Promise<URL> {
  return new URL(String((await call("GET", path)).json["@odata.nextLink"]));
}

verifies("list:envelope", async ({ url, call, create }) => {
  const { id } = await create();
  for (const set of [beta, betaProvisioning, v1]) {
    const reply = await call("GET", set);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.json)).toEqual(["@odata.context", "value"]);
    const [, version, container, name] = set.split("/");
    expect(reply.json["@odata.context"]).toBe(`${url}/${version}/$metadata#${container}/${name}`);
    expect(ids(membersOf(reply))).toEqual([id]);
  }
});

verifies("list:empty", async ({ call }) => {
  for (const set of [beta, betaProvisioning, v1, unversioned]) {
    const reply = await call("GET", set);
    expect([reply.status, reply.json["value"]]).toEqual([200, []]);
  }
});

verifies("list:no-count", async ({ call, create }) => {
  await create();
  expect((await call("GET", v1)).json).not.toHaveProperty("@odata.count");
});

verifies("list:view", async ({ call, create }) => {
  await create({ action: "Create" });
  const [old] = membersOf(await call("GET", v1));
  expect(old).toMatchObject({ provisioningAction: "create" });
  expect(old).not.toHaveProperty("action");
  expect(old).not.toHaveProperty("statusInfo");
  for (const set of [beta, betaProvisioning]) {
    const [now] = membersOf(await call("GET", set));
    expect(now).toMatchObject({ action: "Create", provisioningAction: "create" });
    expect(now).toHaveProperty("statusInfo");
  }
});

verifies("list:top:pages", async (scenario) => {
  await fill(scenario, 12);
  const pages = await readPages(scenario, `${v1}?$top=5`);
  expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
  const exact = await readPages(scenario, `${v1}?$top=12`);
  expect(exact.map((page) => page.length)).toEqual([12]);
});

verifies("list:top:zero", async (scenario) => {
  await fill(scenario, 2);
  const reply = await scenario.call("GET", `${v1}?$top=0`);
  expect([reply.status, reply.json["value"]]).toEqual([200, []]);
});

verifies("list:top:clamped", async ({ call }) => {
  const seeded = await call("POST", "/_mock/seed", { body: { scenario: "steady", seed: 1, count: 1_001 } });
  expect(seeded.status).toBeLessThan(300);
  for (const query of ["", "?$top=1000", "?$top=5000"]) {
    const reply = await call("GET", `${v1}${query}`);
    expect([query, reply.status, membersOf(reply).length]).toEqual([query, 200, 1_000]);
    expect(reply.json).toHaveProperty("@odata.nextLink");
  }
});

verifies("list:top:invalid", async ({ call }) => {
  for (const top of ["-1", "x", "1.5", "", "1e3", "99999999999", "0x10"]) {
    const reply = await call("GET", `${v1}?$top=${top}`);
    expect([top, reply.status, errorOf(reply).code]).toEqual([top, 400, "BadRequest"]);
  }
});

verifies("list:next-link", async (scenario) => {
  await fill(scenario, 3);
  const link = await nextLinkOf(scenario, `${v1}?$top=2&$orderby=activityDateTime%20asc&tag=mine`);
  expect(link.origin).toBe(scenario.url);
  expect(link.pathname).toBe(v1);
  expect(link.searchParams.get("$top")).toBe("2");
  expect(link.searchParams.get("$orderby")).toBe("activityDateTime asc");
  expect(link.searchParams.get("tag")).toBe("mine");
  expect(link.searchParams.get("$skiptoken")).toMatch(/./);
});

verifies("list:next-link:all", async (scenario) => {
  await fill(scenario, 12);
  for (const set of [beta, betaProvisioning, v1, unversioned]) {
    const all = (await readPages(scenario, `${set}?$top=5`)).flat();
    expect(new Set(ids(all)).size).toBe(12);
    expect(all).toHaveLength(12);
  }
});

verifies("list:next-link:reordered", async (scenario) => {
  await fill(scenario, 3);
  const link = await nextLinkOf(scenario, `${v1}?$top=2&$orderby=activityDateTime%20asc`);
  const token = link.searchParams.get("$skiptoken");
  const rest = "$orderby=activityDateTime%20asc&$top=2";
  for (const query of [`$skiptoken=${token}&${rest}`, `$skipToken=${token}&${rest}`, `${rest}&%24skiptoken=${token}`]) {
    const reply = await scenario.call("GET", `${v1}?${query}`);
    expect([query, ids(membersOf(reply))]).toEqual([query, ["event-02"]]);
  }
});

verifies("list:next-link:opaque", async (scenario) => {
  await fill(scenario, 3, () => "2026-03-02T10:00:00.1234567+02:00");
  const link = await nextLinkOf(scenario, `${v1}?$top=1`);
  expect(link.searchParams.get("$skiptoken")).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(link.href).not.toMatch(/[{}]/);
});

verifies("list:next-link:writes-between", async (scenario) => {
  await fill(scenario, 6);
  let arrivals = 0;
  const pages = await readPages(scenario, `${v1}?$top=2`, async () => {
    arrivals += 1;
    await scenario.create({ id: `late-${arrivals}`, activityDateTime: "2026-03-02T09:00:00Z" });
    await scenario.call("DELETE", `${v1}/event-0${6 - arrivals}`);
  });
  const seen = ids(pages.flat()).filter((id) => String(id).startsWith("event"));
  expect(new Set(seen).size).toBe(seen.length);
  for (const id of ["event-00", "event-01", "event-02", "event-03"]) expect(seen).toContain(id);
});

verifies("list:skip-token:tampered", async (scenario) => {
  await fill(scenario, 3);
  const link = await nextLinkOf(scenario, `${v1}?$top=1`);
  const token = String(link.searchParams.get("$skiptoken"));
  const flipped = token.slice(0, -2) + (token.at(-2) === "A" ? "B" : "A") + token.slice(-1);
  for (const bad of [flipped, `${token}A`, token.slice(1), "invented", "", "0"]) {
    const reply = await scenario.call("GET", `${v1}?$top=1&$skiptoken=${bad}`);
    expect([bad, reply.status, errorOf(reply).code]).toEqual([bad, 400, "BadRequest"]);
    const quoted = bad.length > 200 ? `${bad.slice(0, 200)}…` : bad;
    expect(errorOf(reply).message).toBe(
      `Unable to parse the skiptoken value '${quoted}'. Skiptoken value should always be server generated.`,
    );
  }
});

verifies("list:skip-token:other-query", async (scenario) => {
  await fill(scenario, 3);
  const link = await nextLinkOf(scenario, `${v1}?$top=1`);
  const token = String(link.searchParams.get("$skiptoken"));
  const moved = await scenario.call("GET", `${v1}?$top=1&$orderby=activityDateTime%20asc&$skiptoken=${token}`);
  expect(moved.status).toBe(400);
});

verifies("list:orderby", async (scenario) => {
  const times = [
    "2026-03-02T08:00:00Z",
    "2026-03-02T08:00:00.5Z",
    "2026-03-02T09:59:59+02:00",
    "2026-03-02T07:00:01-01:00",
    "2026-03-02T08:00:00.49999Z",
  ];
  await fill(scenario, times.length, (index) => times[index] ?? "");
  const ascending = ["event-02", "event-00", "event-04", "event-01", "event-03"];
  const order = async (text: string) => ids(membersOf(await scenario.call("GET", `${v1}?$orderby=${text}`)));
  expect(await order("activityDateTime%20asc")).toEqual(ascending);
  expect(await order("activityDateTime")).toEqual(ascending);
  expect(await order("activityDateTime+desc")).toEqual([...ascending].reverse());
});

verifies("list:orderby:ties", async (scenario) => {
  await fill(scenario, 9, (index) => second(Math.floor(index / 4)));
  for (const direction of ["asc", "desc"]) {
    const query = `$orderby=activityDateTime%20${direction}`;
    const whole = ids((await readPages(scenario, `${v1}?${query}`)).flat());
    expect(ids((await readPages(scenario, `${v1}?${query}&$top=1`)).flat())).toEqual(whole);
    expect(ids((await readPages(scenario, `${v1}?${query}&$top=2`)).flat())).toEqual(whole);
    expect(new Set(whole).size).toBe(9);
  }
});

verifies("list:orderby:unknown", async ({ call }) => {
  const reply = await call("GET", `${v1}?$orderby=createdDateTime%20desc`);
  expect(reply.status).toBe(400);
  expect(errorOf(reply).message).toMatch(/'createdDateTime'/);
  expect((await call("GET", `${v1}?$orderby=activityDateTime%20sideways`)).status).toBe(400);
});

verifies("list:default-order", async (scenario) => {
  await fill(scenario, 4);
  const newestFirst = ["event-03", "event-02", "event-01", "event-00"];
  expect(ids(membersOf(await scenario.call("GET", v1)))).toEqual(newestFirst);
  expect(ids((await readPages(scenario, `${beta}?$top=1`)).flat())).toEqual(newestFirst);
});

verifies("list:option:refused", async ({ call, create }) => {
  await create({ activityDateTime: scenarioTime });
  for (const query of ["$search=%22x%22", "$apply=x", "$compute=x", "$deltatoken=x", "$unheard=1"]) {
    const reply = await call("GET", `${v1}?${query}`);
    expect([query, reply.status, errorOf(reply).code]).toEqual([query, 400, "BadRequest"]);
    expect(hintOf(reply)).toMatch(/\$filter/);
  }
});

verifies("list:option:expand", async ({ call, create }) => {
  await create();
  for (const name of ["servicePrincipal", "nope"]) {
    const reply = await call("GET", `${v1}?$expand=${name}`);
    expect([name, reply.status, errorOf(reply).code]).toEqual([name, 400, "BadRequest"]);
    expect(errorOf(reply).message).toMatch(/^Parsing OData Select and Expand failed: /);
  }
});

verifies("list:option:twice", async ({ call }) => {
  const reply = await call("GET", `${v1}?$top=1&$top=2`);
  expect(reply.status).toBe(400);
  expect(errorOf(reply).message).toMatch(/'\$top' was specified more than once/);
});

verifies("list:option:spelling", async (scenario) => {
  await fill(scenario, 2);
  for (const query of ["$top=1", "%24top=1", "$TOP=1", "&$top=1"]) {
    expect([query, membersOf(await scenario.call("GET", `${v1}?${query}`)).length]).toEqual([query, 1]);
  }
  expect(membersOf(await scenario.call("GET", `${beta}?top=1`))).toHaveLength(1);
});

verifies("list:option:custom", async ({ call, create }) => {
  await create();
  for (const query of ["tag=x&tag=y", "&&", "&$top=1&", "a", "=b"]) {
    const reply = await call("GET", `${v1}?${query}`);
    expect([query, reply.status, membersOf(reply).length]).toEqual([query, 200, 1]);
  }
});

verifies("list:option:encoding", async ({ call }) => {
  for (const query of ["$top=%zz", "$orderby=%E0%A4", "%zz=1"]) {
    const reply = await call("GET", `${v1}?${query}`);
    expect([query, reply.status, errorOf(reply).code]).toEqual([query, 400, "BadRequest"]);
  }
});
