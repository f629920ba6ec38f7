import { soakOf } from "../../vitest.soak.js";

/** The property tests, many times as long; `pnpm soak`. */
export default soakOf(["test/properties.test.ts", "test/date-time-offset.test.ts", "test/json-schemas.test.ts"]);
