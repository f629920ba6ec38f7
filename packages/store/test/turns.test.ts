import { describe, expect, it } from "vitest";
import { Turns } from "../src/sqlite/turns.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Every piece takes `length` on this clock, which is looked at when it begins and when it ends. */
function createTurns(length: number): Turns {
  let now = 0;
  return new Turns(() => {
    now += length / 2;
    return now;
  });
}

describe("Turns", () => {
  it("run short pieces at once and give long ones one turn of the event loop each, in the order of asking", async () => {
    const turns = createTurns(40);
    const done: string[] = [];
    const pieces = ["a", "b", "c"].map((name) => turns.piece(() => done.push(name)));
    expect(done).toEqual(["a"]);
    await turn();
    expect(done).toEqual(["a", "b"]);
    await Promise.all(pieces);
    expect(done).toEqual(["a", "b", "c"]);
  });

  it("pass on what a piece gives or throws", async () => {
    const turns = createTurns(1);
    await expect(turns.piece(() => 7)).resolves.toBe(7);
    await expect(
      turns.piece(() => {
        throw new RangeError("no");
      }),
    ).rejects.toThrow(RangeError);
    await expect(turns.piece(() => 8)).resolves.toBe(8);
  });

  it("let eight searches go on at once and the others wait in order", async () => {
    const turns = createTurns(1);
    const entered: number[] = [];
    const waiting = Array.from({ length: 11 }, (_, index) => turns.enter().then(() => entered.push(index)));
    await turn();
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    turns.leave();
    await turn();
    expect(entered.at(-1)).toBe(8);
    for (let index = 0; index < 10; index += 1) turns.leave();
    await Promise.all(waiting);
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("refuse with unavailable when too many wait", async () => {
    const turns = createTurns(1);
    const waiting = Array.from({ length: 1_008 }, () => turns.enter());
    await expect(turns.enter()).rejects.toMatchObject({ code: "unavailable" });
    turns.leave();
    waiting.push(turns.enter());
    for (let index = 0; index < 1_008; index += 1) turns.leave();
    await Promise.all(waiting);
  });

  it("end what waits with a reason", async () => {
    const turns = createTurns(40);
    const pieces = [turns.piece(() => "ran"), turns.piece(() => "never"), turns.piece(() => "never")];
    const waiting = Array.from({ length: 9 }, () => turns.enter());
    const outcome = Promise.allSettled([...pieces, ...waiting]);
    turns.end(new Error("closed"));
    expect((await outcome).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      ...Array(8).fill("fulfilled"),
      "rejected",
    ]);
  });
});
