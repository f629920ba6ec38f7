import { describe } from "vitest";
import { createPostgresDatabase } from "../../../vitest.postgres.js";
import { openStore } from "../src/index.js";
import { describeStoreContract } from "./contract.js";

const first = await createPostgresDatabase();

describe.skipIf(first === undefined)("PostgreSQL", () => {
  describeStoreContract("a PostgreSQL database", async () => openStore(await createPostgresDatabase()));
});
