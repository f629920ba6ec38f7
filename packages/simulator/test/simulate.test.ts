import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultTenantId, type SimulateOptions, scenarios, simulate } from "../src/index.js";
import { now, optionsFor } from "./rows.js";

const textOf = (options: SimulateOptions) => JSON.stringify([...simulate(options)]);

describe("simulate", () => {
  it("yields exactly as many events as asked for", () => {
    for (const count of [0, 1, 2, 66, 67, 1_001]) expect([...simulate(optionsFor(1, count))]).toHaveLength(count);
  });

  it("tells the same story for the same seed and another one for another seed", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        expect(textOf(optionsFor(seed, 80))).toBe(textOf(optionsFor(seed, 80)));
        const other = seed === 0 ? 1 : -seed;
        expect(textOf(optionsFor(seed, 80))).not.toBe(textOf(optionsFor(other, 80)));
      }),
      { numRuns: 20 },
    );
  });

  it("only shifts the times when now moves: ids and outcomes stay", () => {
    const facts = (moment: Date) =>
      [...simulate({ ...optionsFor(5, 500), now: moment })].map(({ id, changeId, cycleId, action, targetIdentity }) =>
        [id, changeId, cycleId, action, targetIdentity?.id].join(),
      );
    expect(facts(new Date("2031-07-09T21:00:00Z"))).toEqual(facts(now));
  });

  it("continues a shorter story in a longer one", () => {
    const ids = (count: number) => Array.from(simulate(optionsFor(5, count)), ({ id }) => id);
    expect(ids(900).slice(0, 300)).toEqual(ids(300));
  });

  it("runs interleaved with another story without touching it", () => {
    const one = simulate(optionsFor(1, 50));
    const two = simulate(optionsFor(2, 50));
    const mixed = [[], []] as string[][];
    for (let left = 50; left > 0; left -= 1) {
      mixed[0]?.push(JSON.stringify(one.next().value));
      mixed[1]?.push(JSON.stringify(two.next().value));
    }
    expect(`[${mixed[0]?.join()}]`).toBe(textOf(optionsFor(1, 50)));
    expect(`[${mixed[1]?.join()}]`).toBe(textOf(optionsFor(2, 50)));
  });

  it("puts the tenant asked for into tenantId and jobId, and nowhere else", () => {
    const tenantId = "11111111-2222-4333-8444-555555555555";
    const replaced = textOf({ ...optionsFor(3, 200), tenantId })
      .replaceAll(tenantId, defaultTenantId)
      .replaceAll("11111111222243338444555555555555", defaultTenantId.replaceAll("-", ""));
    expect(replaced).toBe(textOf(optionsFor(3, 200)));
    for (const event of simulate({ ...optionsFor(3, 200), tenantId })) expect(event.tenantId).toBe(tenantId);
  });

  it.each<[string, Partial<SimulateOptions>]>([
    ["a negative count", { count: -1 }],
    ["a broken count", { count: 1.5 }],
    ["a broken seed", { seed: 0.5 }],
    ["an endless seed", { seed: Number.POSITIVE_INFINITY }],
    ["no date", { now: new Date(Number.NaN) }],
    ["a date before there is room for the story", { now: new Date("0001-01-01T12:00:00Z"), count: 1_000 }],
  ])("refuses %s before the first event", (_, wrong) => {
    expect(() => simulate({ ...optionsFor(1, 10), ...wrong }).next()).toThrow(RangeError);
  });

  it("refuses a scenario it does not know and names those it does", () => {
    const options = { ...optionsFor(1, 10), scenario: "chaos" } as unknown as SimulateOptions;
    expect(() => simulate(options).next()).toThrow('There is no scenario "chaos"; there is: steady');
    expect(scenarios).toEqual(["steady"]);
  });
});
