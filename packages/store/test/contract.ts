import { describe } from "vitest";
import { describeClosing } from "./contract/closing.js";
import { describeCounts } from "./contract/counts.js";
import { describeEtags } from "./contract/etags.js";
import { describeIds } from "./contract/ids.js";
import type { OpenFresh } from "./contract/open-fresh.js";
import { describeOrders } from "./contract/orders.js";
import { describePages } from "./contract/pages.js";
import { describeQueries } from "./contract/queries.js";
import { describeSelects } from "./contract/selects.js";
import { describeSkipTokens } from "./contract/skip-tokens.js";
import { describeTenants } from "./contract/tenants.js";
import { describeViews } from "./contract/views.js";
import { describeWrites } from "./contract/writes.js";

/** What every backend promises. `open` gives a new, empty database each time; the contract closes it. */
export function describeStoreContract(name: string, open: OpenFresh): void {
  describe(`the store contract on ${name}`, () => {
    describeViews(open);
    describeIds(open);
    describeTenants(open);
    describeWrites(open);
    describeEtags(open);
    describePages(open);
    describeSkipTokens(open);
    describeQueries(open);
    describeOrders(open);
    describeCounts(open);
    describeSelects(open);
    describeClosing(open);
  });
}
