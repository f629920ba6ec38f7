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
  23: { level: "must", what: "`$top=-1`, `$top=x` and `$count=x` answer 400", open: "Every $count is refused so far" },
  48: {
    level: "must",
    what: "`%20`, `+`, `%27` and `%24filter` mean the same; a `+` inside a literal is `%2B`",
    open: "Shown with $top; filters are not answered yet",
  },
  49: { level: "must", what: "`?&$filter=…` works", open: "Shown with $top; filters are not answered yet" },
  50: {
    level: "must",
    what: "On beta, filter and top work without `$`",
    open: "Shown with $top; filters are not answered yet",
  },
  51: {
    level: "must",
    what: "Names of options, operators and functions work in other letter case",
    open: "Shown with $top; filters are not answered yet",
  },
  52: { level: "must", what: "$orderby=activityDateTime desc is sorted and stable over pages; no tie is lost" },
  53: { level: "must", what: "`$top=5` of 12 events gives 5, 5 and 2, and nextLink on the first two only" },
  54: {
    level: "must",
    what: "nextLink is absolute, on the host that was called, keeps all options, and followed verbatim gives every event once",
  },
  55: { level: "must", what: "nextLink works with its options in another order" },
  56: { level: "must", what: "A tampered $skiptoken answers 400" },
};
