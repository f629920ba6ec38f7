import { describe, expect, it } from "vitest";
import { type Transaction, WriteQueue } from "../src/write-queue.js";

const fatal = new Error("disk");

/** A transaction that keeps a log; `failing` names the calls that throw. */
function createTransaction(failing: readonly ("begin" | "commit")[] = []) {
  const log: string[] = [];
  const step = (name: "begin" | "commit") => () => {
    log.push(name);
    if (failing.includes(name)) throw fatal;
  };
  const transaction: Transaction = {
    begin: step("begin"),
    commit: step("commit"),
    rollback: () => log.push("rollback"),
    breaksTransaction: (error) => error === fatal,
  };
  return { log, transaction };
}

describe("WriteQueue", () => {
  it("runs the writes of one turn in one transaction and answers after its commit", async () => {
    const { log, transaction } = createTransaction();
    const queue = new WriteQueue(transaction);
    const write = (name: string) => queue.add(() => log.push(name)).then(() => log.push(`${name} answered`));
    const first = [write("a"), write("b")];
    await Promise.resolve().then(() => first.push(write("c")));
    expect(log).toEqual([]);
    await Promise.all(first);
    await write("d");
    expect(log).toEqual([
      "begin",
      "a",
      "b",
      "c",
      "commit",
      "a answered",
      "b answered",
      "c answered",
      "begin",
      "d",
      "commit",
      "d answered",
    ]);
  });

  it("refuses alone what throws of itself", async () => {
    const { log, transaction } = createTransaction();
    const queue = new WriteQueue(transaction);
    const own = new Error("own");
    const results = await Promise.allSettled([
      queue.add(() => 1),
      queue.add(() => {
        throw own;
      }),
      queue.add(() => 3),
    ]);
    expect(results).toEqual([
      { status: "fulfilled", value: 1 },
      { status: "rejected", reason: own },
      { status: "fulfilled", value: 3 },
    ]);
    expect(log).toEqual(["begin", "commit"]);
  });

  it("undoes and refuses the whole batch when the database fails, and goes on with the next", async () => {
    const { log, transaction } = createTransaction();
    const queue = new WriteQueue(transaction);
    const fail = () => {
      throw fatal;
    };
    const results = await Promise.allSettled([queue.add(() => 1), queue.add(fail), queue.add(() => log.push("never"))]);
    expect(results).toEqual(Array(3).fill({ status: "rejected", reason: fatal }));
    expect(log).toEqual(["begin", "rollback"]);
    expect(await queue.add(() => "next")).toBe("next");
  });

  it.each(["begin", "commit"] as const)("acknowledges nothing when %s fails", async (step) => {
    const { log, transaction } = createTransaction([step]);
    const queue = new WriteQueue(transaction);
    const results = await Promise.allSettled([queue.add(() => 1), queue.add(() => 2)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(log.at(-1)).toBe("rollback");
  });

  it("splits a burst, so that other work gets its turn", async () => {
    const { log, transaction } = createTransaction();
    const queue = new WriteQueue(transaction);
    const writes = Promise.all(Array.from({ length: 1_200 }, (_, index) => queue.add(() => index)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(["begin", "commit"]);
    expect(await writes).toHaveLength(1_200);
    expect(log).toHaveLength(6);
  });

  it("runs everything that is waiting when flushed, once", async () => {
    const { log, transaction } = createTransaction();
    const queue = new WriteQueue(transaction);
    const write = queue.add(() => log.push("a"));
    queue.flush();
    expect(log).toEqual(["begin", "a", "commit"]);
    await write;
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toHaveLength(3);
  });
});
