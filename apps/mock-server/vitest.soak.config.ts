import { soakOf } from "../../vitest.soak.js";

/** The fuzz, many times as long; `pnpm soak`. */
export default soakOf(["test/fuzz.test.ts", "test/choose-target.test.ts", "test/request-journal.test.ts"]);
