import { describe, expect, it } from "vitest";
import { Gate } from "../src/postgres/gate.js";

/** Work that ends when it is told to. */
function openEnded() {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, run: () => ended };
}

describe("the gate before searches of a database server", () => {
  it("refuses who comes when as many wait as may, and lets the others through in turn", async () => {
    const gate = new Gate(1, 2);
    const first = openEnded();
    const order: string[] = [];
    const running = gate.run(first.run);
    const waiting = ["second", "third"].map((name) => gate.run(async () => order.push(name)));
    await expect(gate.run(async () => order.push("fourth"))).rejects.toMatchObject({ code: "unavailable" });
    first.end();
    await Promise.all([running, ...waiting]);
    await gate.run(async () => order.push("fifth"));
    expect(order).toEqual(["second", "third", "fifth"]);
  });
});
