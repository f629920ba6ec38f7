import { addressErrors } from "./error-cases/addresses.js";
import { bodyErrors } from "./error-cases/bodies.js";
import { conditionErrors } from "./error-cases/conditions.js";
import { credentials } from "./error-cases/credentials.js";
import type { ErrorCase } from "./error-cases/error-case.js";
import { profileErrors } from "./error-cases/profiles.js";
import { queryErrors } from "./error-cases/query-options.js";

/** Every error the routes can meet, by family. */
export const errorCases: readonly ErrorCase[] = [
  ...credentials,
  ...addressErrors,
  ...bodyErrors,
  ...conditionErrors,
  ...queryErrors,
  ...profileErrors,
];
