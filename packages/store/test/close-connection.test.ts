import { expect, it } from "vitest";
import type { Connection } from "../src/sqlite/connection.js";
import { closeConnection } from "../src/sqlite/open-connection.js";
import { StoreError } from "../src/store-error.js";

const options = { path: "events.db", readOnly: false, durability: "normal" } as Parameters<typeof closeConnection>[1];

function createConnection(fail: () => void) {
  const done: string[] = [];
  const connection = {
    exec(sql: string) {
      done.push(sql);
      fail();
    },
    close: () => void done.push("close"),
  };
  return { done, connection: connection as unknown as Connection };
}

it("closes a file on a full disk, which has no room to take in the journal", () => {
  const { done, connection } = createConnection(() => {
    throw new StoreError("full", "no room");
  });
  closeConnection(connection, options);
  expect(done).toHaveLength(3);
  expect(done.at(-1)).toBe("close");
});

it("hides no error that is not the database's", () => {
  const { connection } = createConnection(() => {
    throw new TypeError("a defect");
  });
  expect(() => closeConnection(connection, options)).toThrow("a defect");
});
