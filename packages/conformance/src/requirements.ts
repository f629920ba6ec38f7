import { clients } from "./requirements/clients.js";
import { contract } from "./requirements/contract.js";
import { errors } from "./requirements/errors.js";
import { headers } from "./requirements/headers.js";
import { item } from "./requirements/item.js";
import { list } from "./requirements/list.js";
import { merge } from "./requirements/merge.js";
import { profiles } from "./requirements/profiles.js";
import { queries } from "./requirements/query.js";
import { server } from "./requirements/server.js";
import { types } from "./requirements/types.js";

/** Every behaviour the mock claims, by id. `test/coverage.test.ts` demands one proof of each. */
export const requirements = {
  ...contract,
  ...merge,
  ...types,
  ...item,
  ...list,
  ...queries,
  ...profiles,
  ...errors,
  ...headers,
  ...server,
  ...clients,
};
