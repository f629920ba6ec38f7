/** One statement of the checklist that the mock is held to, and what has to be said beside "passes". */
export interface Statement {
  /** Must: documented, observed or specified. May: plausible, depends on the version, or a choice. */
  readonly level: "must" | "may";
  readonly what: string;
  /** What of the statement nothing here shows, and why. A statement that has a proof passes in part only. */
  readonly open?: string;
  /** Which client cannot say it, or how it is meant here. */
  readonly remark?: string;
}

/** The checklist's statements about queries, by the checklist's own numbers. */
export const statements: Readonly<Record<number, Statement>> = {
  18: {
    level: "must",
    what: "A filter by createdDateTime, which this type has not, answers 400 with the service's text",
  },
  19: { level: "must", what: "A time without its zone answers 400, and the text quotes it" },
  20: { level: "must", what: "A time in quotes answers 400, `Invalid filter clause…`" },
  21: { level: "must", what: "Broken syntax answers 400, `Invalid filter clause…`, with a position" },
  22: { level: "must", what: "$select of an unknown property answers 400 with the service's text" },
  23: {
    level: "must",
    what: "`$top=-1`, `$top=x` and `$count=x` answer 400",
    remark: "The types of @org/client take numbers and true or false alone",
  },
  42: { level: "must", what: "The documented filters by job, application and source identity find the right events" },
  43: {
    level: "must",
    what: "Microsoft's own long example (tolower, or, and, parentheses, bare dates, $top, $orderby) finds the right events",
  },
  44: { level: "must", what: "`'O''Neil'` matches O'Neil" },
  45: { level: "must", what: "gt and lt are strict at equal instants, below the second too" },
  46: { level: "must", what: "A filter without hits answers 200 and an empty array" },
  47: { level: "must", what: "contains on a member of a null complex value drops the event without an error" },
  48: {
    level: "must",
    what: "`%20`, `+`, `%27` and `%24filter` mean the same; a `+` inside a literal is `%2B`",
    remark:
      "Each client encodes in its own way; callers of microsoft-graph-client encode `&`, `+` and `#` in values themselves",
  },
  49: {
    level: "must",
    what: "`?&$filter=…` works",
    remark: "Clients put their queries together themselves and leave no empty pair",
  },
  50: {
    level: "must",
    what: "On beta, filter and top work without `$`",
    remark: "Kiota and @org/client write the `$` themselves",
  },
  51: {
    level: "must",
    what: "Names of options, operators and functions work in other letter case",
    remark: "Kiota and @org/client write the names of options themselves; operators and functions are the caller's",
  },
  52: { level: "must", what: "$orderby=activityDateTime desc is sorted and stable over pages; no tie is lost" },
  53: { level: "must", what: "`$top=5` of 12 events gives 5, 5 and 2, and nextLink on the first two only" },
  54: {
    level: "must",
    what: "nextLink is absolute, on the host that was called, keeps all options, and followed verbatim gives every event once",
  },
  55: {
    level: "must",
    what: "nextLink works with its options in another order",
    remark: "microsoft-graph-client puts the options of every nextLink into its own order",
  },
  56: { level: "must", what: "A tampered $skiptoken answers 400" },
  57: {
    level: "must",
    what: "A page may be empty and have a nextLink, and clients go on",
    open: "The mock has no scenario with an empty page; shown with one put before its pages",
  },
  58: { level: "must", what: "`…/$count` answers 200, text/plain and a bare integer" },
  84: {
    level: "may",
    what: "Without Directory.Read.All, licence refusals come and go (a scenario)",
    open: "No token is read for its permissions yet, so nothing can come and go with them",
  },
  85: {
    level: "may",
    what: "The profile legacy answers with the older texts",
    open: "No token expires here, so the text of an expired one is not shown",
  },
  86: {
    level: "may",
    what: "The profile strict refuses $select, and ge with `Invalid filter clause`",
    remark: "`in` counts as eq, which it is made of",
  },
  87: {
    level: "may",
    what: "$top over the ceiling is clamped or refused, by switch",
    remark: "Clamped in the profiles current and legacy, refused in strict; ignoring it is no choice here",
  },
  88: { level: "may", what: "`…/$count` with `Accept: application/json` answers 415" },
  89: {
    level: "may",
    what: "A filter by times before the retention answers 400 or nothing",
    open: "Nothing expires here: a filter by old times finds what is stored",
  },
  90: {
    level: "may",
    what: "Names of properties and members of enums are read in any case, typed members too",
  },
};
