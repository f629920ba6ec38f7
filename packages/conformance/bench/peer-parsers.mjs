import { provisioningObjectSummaryDescription } from "@org/models";
import { bindFilter, parseFilter } from "@org/odata";
import { quantile } from "./statistics.mjs";

const filters = [
  "provisioningStatusInfo/status eq 'failure'",
  "status eq 'failure' and activityDateTime ge 2026-03-02T08:14:05Z and contains(tolower(servicePrincipal/displayName),'scim')",
  "((contains(tolower(servicePrincipal/id),'scim') or contains(tolower(servicePrincipal/displayName),'scim')) and activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31)",
  "modifiedProperties/any(p:p/displayName eq 'title' and not (p/newValue eq null))",
  "provisioningAction in ('create','delete')",
].map((filter) => filter.replace(/^status/, "provisioningStatusInfo/status"));

/** Filters per second of CPU time: ours from text to bound tree, theirs from text to tree; undefined where theirs refuses the filter. */
export function compareParsers({ defaultParser }, rounds) {
  const ours = (filter) => bindFilter(parseFilter(filter), provisioningObjectSummaryDescription);
  const peer = (filter) => defaultParser.filter(filter);
  return filters.map((filter) => {
    const rates = { ours: [], peer: [] };
    for (let round = 0; round < rounds; round += 1) {
      rates.ours.push(rateOf(ours, filter));
      if (takes(peer, filter)) rates.peer.push(rateOf(peer, filter));
    }
    return {
      filter,
      ours: quantile(rates.ours, 0.5),
      peer: rates.peer.length === 0 ? undefined : quantile(rates.peer, 0.5),
    };
  });
}

function takes(parse, filter) {
  try {
    return parse(filter) !== undefined;
  } catch {
    return false;
  }
}

/** Filters per second of CPU time, which a busy machine does not stretch. */
function rateOf(parse, filter) {
  const spent = (since) => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1_000_000;
  };
  let parsed = 0;
  let start = process.cpuUsage();
  for (; spent(start) < 0.1; ) parse(filter);
  start = process.cpuUsage();
  for (; spent(start) < 0.25; parsed += 50) for (let index = 0; index < 50; index += 1) parse(filter);
  return parsed / spent(start);
}
