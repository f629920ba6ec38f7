import { expect, it } from "vitest";
import * as store from "../src/index.js";

it("exports exactly these values", () => {
  expect(Object.keys(store).sort()).toEqual(["StoreError", "createProject", "openStore"]);
});
