import { describe, expect, it } from "vitest";
import { StoreError } from "../src/index.js";
import { isDriverError, translateDriverError } from "../src/sqlite/driver-errors.js";

const driverError = (message: string, errcode?: number) =>
  Object.assign(new Error(message), { code: "ERR_SQLITE_ERROR", ...(errcode === undefined ? {} : { errcode }) });

describe("translateDriverError", () => {
  // Extended codes such as 1032 carry the primary one in their low byte.
  it.each([
    [5, "locked"],
    [6, "locked"],
    [8, "readOnly"],
    [1032, "readOnly"],
    [10, "ioError"],
    [778, "ioError"],
    [11, "corrupt"],
    [267, "corrupt"],
    [13, "full"],
    [14, "cannotOpen"],
    [26, "corrupt"],
  ])("gives result code %i the code %s, and keeps the cause", (errcode, code) => {
    const cause = driverError("", errcode);
    const error = translateDriverError(cause, "The file");
    expect(error).toMatchObject({ name: "StoreError", code, cause, message: expect.stringContaining("The file") });
    expect(isDriverError(error)).toBe(true);
  });

  it("goes by the message where the driver gives no result code", () => {
    expect(translateDriverError(driverError("database disk image is malformed"), "x")).toMatchObject({
      code: "corrupt",
    });
  });

  it("leaves other errors as they are", () => {
    for (const error of [
      driverError("near x: syntax error", 1),
      driverError("what"),
      new Error("database is locked"),
      null,
    ]) {
      expect(translateDriverError(error, "x")).toBe(error);
    }
    expect([
      isDriverError(new Error("x")),
      isDriverError(new StoreError("full", "")),
      isDriverError(driverError("what")),
    ]).toEqual([false, false, true]);
  });
});
