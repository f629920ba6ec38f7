import type { ProvisioningObjectSummary } from "@org/models/v1";
import { createWhere, type EntityDescription, type Filter, type Where } from "@org/odata";
import { UsageError } from "../errors.js";
import { momentBefore, parseMoment } from "./parse-moment.js";
import { suggest } from "./suggest.js";

/** Flags that each stand for a condition; the values of one are alternatives. */
export interface ConditionFlags {
  readonly since?: string;
  readonly until?: string;
  readonly app?: readonly string[];
  readonly user?: readonly string[];
  readonly status?: readonly string[];
  readonly action?: readonly string[];
  readonly job?: readonly string[];
  readonly cycle?: readonly string[];
}

type EventWhere = Where<ProvisioningObjectSummary>;

const idShape = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * What the flags ask for, one condition a flag. Only paths that both versions have and, but for user principal names,
 * that Graph documents with these operators (`eq`, `contains`, `gt`, `lt`, joined by `and` and `or`), so that the real
 * service takes them, too.
 * @throws UsageError
 */
export function conditionsOf(flags: ConditionFlags, description: EntityDescription, now: Date): readonly Filter[] {
  const where = createWhere<ProvisioningObjectSummary>(description);
  const member = (flag: string, type: string) => (text: string) => findMember(flag, text, type, description);
  return [
    ...timeConditions(flags, where, now),
    ...anyOf(flags.app, (text) => application(text, where)),
    ...anyOf(flags.user, (text) => identity(text, where)),
    ...anyOf(flags.status?.map(member("--status", "microsoft.graph.provisioningResult")), (status) =>
      where("provisioningStatusInfo/status").eq(status),
    ),
    ...anyOf(flags.action?.map(member("--action", "microsoft.graph.provisioningAction")), (action) =>
      where("provisioningAction").eq(action),
    ),
    ...anyOf(flags.job, (text) => where("jobId").eq(text)),
    ...anyOf(flags.cycle, (text) => where("cycleId").eq(text)),
  ];
}

function timeConditions({ since, until }: ConditionFlags, where: EventWhere, now: Date): readonly Filter[] {
  const time = where("activityDateTime");
  const from = since === undefined ? undefined : parseMoment("--since", since, now);
  const to = until === undefined ? undefined : parseMoment("--until", until, now);
  if (from !== undefined && to !== undefined && sortable(from) >= sortable(to)) {
    throw new UsageError(`--since ${since} is not before --until ${until}: nothing can lie between.`);
  }
  const before = from === undefined ? undefined : momentBefore(from);
  return [
    ...(before === undefined ? [] : [time.gt(before)]),
    // Without the moment itself, so that one window ends where the next begins.
    ...(to === undefined ? [] : [time.lt(to)]),
  ];
}

/** Without the letter at the end, which would come behind a fraction. */
function sortable(moment: string): string {
  return moment.slice(0, -1);
}

function application(text: string, where: EventWhere): Filter {
  return idShape.test(text)
    ? where("servicePrincipal/id").eq(text)
    : where("servicePrincipal/displayName").contains(text);
}

/**
 * An identity's id need not look like one: in some target systems it is the mail address. A user principal name stands
 * among the details, which Graph does not document for filters; so only what looks like one is searched there.
 */
function identity(text: string, where: EventWhere): Filter {
  const byId = where("sourceIdentity/id").eq(text).or(where("targetIdentity/id").eq(text));
  if (idShape.test(text)) return byId;
  const byName = byId.or(
    where("sourceIdentity/displayName").contains(text),
    where("targetIdentity/displayName").contains(text),
  );
  if (!text.includes("@")) return byName;
  return byName.or(
    where("sourceIdentity/details/UserPrincipalName").eq(text),
    where("targetIdentity/details/UserPrincipalName").eq(text),
  );
}

function anyOf(values: readonly string[] | undefined, condition: (value: string) => Filter): readonly Filter[] {
  const [first, ...rest] = [...new Set(values)].map(condition);
  return first === undefined ? [] : [first.or(...rest)];
}

function findMember(flag: string, text: string, type: string, { enumTypes }: EntityDescription): string {
  const members = enumTypes[type] ?? [];
  const found = members.find((one) => one.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  const [close] = suggest(text, members);
  const hint = close === undefined ? "" : ` Did you mean ${close}?`;
  throw new UsageError(`${flag} "${text}": it can be ${members.join(", ")}.${hint}`);
}
