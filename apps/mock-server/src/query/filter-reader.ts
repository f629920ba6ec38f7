import { type BoundExpression, bindFilter, parseFilter } from "@org/odata";
import type { Address } from "../entity-sets.js";
import type { Profile } from "../profile.js";
import { descriptionOf } from "./description-of.js";
import { inOption } from "./in-option.js";
import { mayAskForNow } from "./moment-token.js";

/** Most filters that are kept, and the longest of them: both together bound the memory they take. */
const maxKept = 200;
const maxKeptLength = 1_000;

/** Reads the text of a filter at an address. Throws ProblemError. */
export type ReadFilter = (text: string, address: Address, now: Date) => BoundExpression;

/** Keeps what was read last: clients ask the same questions again and again, and a page is smaller work than reading one. */
export function createFilterReader(profile: Profile): ReadFilter {
  const kept = new Map<string, BoundExpression>();
  const documentedOnly = profile === "strict";
  return (text, address, now) => {
    const description = descriptionOf(address);
    const read = (): BoundExpression =>
      inOption({ option: "filter", text, description }, () =>
        bindFilter(parseFilter(text), description, { now, documentedOnly }),
      );
    if (text.length > maxKeptLength || mayAskForNow(text)) return read();
    const key = `${address.view} ${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const filter = read();
    if (kept.size === maxKept) kept.delete(kept.keys().next().value ?? "");
    kept.set(key, filter);
    return filter;
  };
}
