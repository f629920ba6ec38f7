import type { Requirements } from "../requirement.js";

const paging = "learn.microsoft.com/graph/paging";
const listPage = "learn.microsoft.com/graph/api/provisioningobjectsummary-list";
const query = "learn.microsoft.com/graph/query-parameters";
const guidelines = "microsoft/api-guidelines, Graph guidelines";

/** The list of a set, its order and its pages. */
export const list = {
  "list:envelope": {
    source: listPage,
    basis: "documented",
    behaviour: "A list answers 200 with `@odata.context` of its set first and `value` an array",
  },
  "list:empty": { source: guidelines, basis: "documented", behaviour: "An empty set answers 200 with an empty array" },
  "list:no-count": {
    source: query,
    basis: "documented",
    behaviour: "A list that was not asked for its count has no `@odata.count`",
  },
  "list:view": {
    source: "microsoftgraph/msgraph-metadata, v1.0 CSDL",
    basis: "documented",
    behaviour: "Members of a v1.0 list have neither action nor statusInfo; those of beta have both",
  },
  "list:top:pages": {
    source: paging,
    basis: "documented",
    statements: [53],
    behaviour: "$top is a page size: twelve summaries by five come as 5, 5 and 2, and only the last has no nextLink",
  },
  "list:top:zero": { source: guidelines, basis: "inferred", behaviour: "`$top=0` answers 200 with an empty page" },
  "list:top:clamped": {
    source: paging,
    basis: "inferred",
    statements: [87],
    behaviour: "$top over 1000 is served as 1000",
    difference: {
      graph: "May ignore, clamp or refuse; the ceiling of this set is undocumented",
      here: "1000 by default and at most; more is clamped",
    },
  },
  "list:top:invalid": {
    source: "OData 4.01 Protocol section 11.2.6.3",
    basis: "documented",
    statements: [23],
    behaviour: "$top that is no non-negative integer answers 400",
  },
  "list:next-link": {
    source: paging,
    basis: "documented",
    statements: [54],
    behaviour: "nextLink is absolute, on the host that was called, keeps the other options and holds a $skiptoken",
  },
  "list:next-link:all": {
    source: paging,
    basis: "documented",
    statements: [54],
    behaviour: "Following nextLink verbatim gives every summary once",
  },
  "list:next-link:reordered": {
    source: "measured: @microsoft/microsoft-graph-client 3.0.7 puts options in its own order",
    basis: "observed",
    statements: [55],
    behaviour: "nextLink works with its options in another order and with `$skipToken` for the name",
  },
  "list:next-link:opaque": {
    source: "microsoft/kiota-typescript: nextLink is expanded as an RFC 6570 template",
    basis: "inferred",
    behaviour: "A skip token is made of letters, digits, `_` and `-` only",
  },
  "list:next-link:writes-between": {
    source: guidelines,
    basis: "inferred",
    behaviour: "A summary that arrives or leaves between two pages makes no other appear twice or vanish",
  },
  "list:skip-token:tampered": {
    source: "OData/odata.net SRResources.resx",
    basis: "inferred",
    statements: [56],
    behaviour: "A changed or invented $skiptoken answers 400, and the text quotes it",
  },
  "list:skip-token:other-query": {
    source: paging,
    basis: "documented",
    behaviour: "A $skiptoken moved to another order answers 400",
    difference: { graph: "Says never to move a token; what happens is unknown", here: "400" },
  },
  "list:orderby": {
    source: listPage,
    basis: "documented",
    statements: [52],
    behaviour: "$orderby=activityDateTime sorts both ways by time, whatever the zone or fraction it was written with",
    difference: { graph: "Reported to ignore the order at times", here: "Always sorted" },
  },
  "list:orderby:ties": {
    source: guidelines,
    basis: "documented",
    statements: [52],
    behaviour: "Summaries of one instant keep one order over all pages and none is lost",
  },
  "list:orderby:unknown": {
    source: "OData/odata.net SRResources.resx",
    basis: "inferred",
    behaviour: "$orderby of a property that does not exist answers 400 and names it",
  },
  "list:default-order": {
    source: listPage,
    basis: "inferred",
    behaviour: "Without $orderby the newest come first",
    difference: { graph: "Undocumented and reported unreliable", here: "Newest first, ties by id" },
  },
  "list:option:refused": {
    source: "microsoftgraph/microsoft-graph-devx-api#1250",
    basis: "observed",
    behaviour: "$search, $apply and what nobody knows answer 400 with a hint and are never ignored",
    difference: {
      graph: "Takes $filter; $search on this set is undocumented",
      here: "$search is refused; $filter, $orderby, $select, $count, $skip, $top and $format are answered",
    },
  },
  "list:option:expand": {
    source: "OData/odata.net SRResources.resx",
    basis: "inferred",
    behaviour: "$expand answers 400: the type has nothing to expand",
  },
  "list:option:twice": {
    source: "OData/odata.net SRResources.resx",
    basis: "inferred",
    behaviour: "An option given twice answers 400",
  },
  "list:option:spelling": {
    source: query,
    basis: "documented",
    statements: [48, 50, 51],
    behaviour: "`$top`, `%24top`, `$TOP` and, on beta, `top` are one option",
  },
  "list:option:custom": {
    source: "OData 4.01 URL Conventions section 5.2",
    basis: "documented",
    statements: [49],
    behaviour: "Custom options without `$` are ignored and empty pairs tolerated",
  },
  "list:option:encoding": {
    source: "RFC 3986 section 2.1",
    basis: "documented",
    behaviour: "A broken percent sequence in the query answers 400",
  },
} as const satisfies Requirements;
