import type { Requirements } from "../requirement.js";

const listPage = "learn.microsoft.com/graph/api/provisioningobjectsummary-list";
const resource = "learn.microsoft.com/graph/api/resources/provisioningobjectsummary, filters by property";
const query = "learn.microsoft.com/graph/query-parameters";
const filterPage = "learn.microsoft.com/graph/filter-query-parameter";
const aggregate = "learn.microsoft.com/graph/aad-advanced-queries";
const paging = "learn.microsoft.com/graph/paging";
const guidelines = "microsoft/api-guidelines, Graph guidelines";
const libraries = "OData/odata.net and AspNetCoreOData, SRResources.resx";
const pasted = "answers of the live service pasted in public issues";

/** Questions asked of a list: which events, in which order, which members and how many. */
export const queries = {
  "filter:unknown-property": {
    source: "wazuh/wazuh#31451",
    basis: "observed",
    statements: [18],
    behaviour: "A filter by a property that does not exist answers 400 and names property and type",
  },
  "filter:no-zone": {
    source: pasted,
    basis: "observed",
    statements: [19],
    behaviour: "A time without a zone answers 400, and the text quotes it",
  },
  "filter:quoted-time": {
    source: pasted,
    basis: "observed",
    statements: [20],
    behaviour: "A time in quotes answers 400",
    difference: {
      graph: "Seen without a reason in older years",
      here: "Names both types; without a reason in the profile legacy",
    },
  },
  "filter:syntax": {
    source: "invictus-ir/Microsoft-Extractor-Suite#67",
    basis: "observed",
    statements: [21],
    behaviour: "Broken syntax answers 400, and the text says at which position",
  },
  "filter:documented": {
    source: resource,
    basis: "documented",
    statements: [42],
    behaviour: "The documented filters by job, application, identities, action and status find the right events",
  },
  "filter:documented-example": {
    source: "learn.microsoft.com/entra: cross-tenant synchronization, a query of this log with its answer",
    basis: "documented",
    statements: [43],
    behaviour:
      "tolower, or, and, parentheses and bare dates in one filter, with $top and $orderby, find the right events",
  },
  "filter:apostrophe": {
    source: query,
    basis: "documented",
    statements: [44],
    behaviour: "A doubled quote in a text is one, and `&` in a text is data",
  },
  "filter:strict-times": {
    source: "live measurements of a public collector, 2026",
    basis: "observed",
    statements: [45],
    behaviour: "gt and lt leave out the instant itself, whatever its zone and to the last digit of its fraction",
  },
  "filter:no-hits": {
    source: guidelines,
    basis: "documented",
    statements: [46],
    behaviour: "A filter without hits answers 200 with an empty array",
  },
  "filter:null-complex": {
    source: filterPage,
    basis: "documented",
    statements: [47],
    behaviour: "contains of a member of a complex value that is null drops the event, negated too, and is no error",
  },
  "filter:operators": {
    source: listPage,
    basis: "inferred",
    behaviour: "Every operator and function of OData 4.01 that makes sense for this type is answered",
    difference: {
      graph: "Documents eq, contains, gt and lt; scripts use ge and others without complaint",
      here: "All but the profile strict take ne, ge, le, in, startswith, any, arithmetic and the rest",
    },
  },
  "filter:lambda-all": {
    source: filterPage,
    basis: "inferred",
    behaviour: "all over provisioningSteps and modifiedProperties is answered as any is",
    difference: { graph: "Says that it does not support all", here: "Answered, except in the profile strict" },
  },
  "filter:bounded": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "A filter nested 200 deep or with 6,000 operands answers 400, and the server goes on",
    difference: {
      graph: "Has limits that nobody has published",
      here: "100 levels, 5,000 operands and operators; a lambda in one other",
    },
  },
  "filter:case": {
    source: "docs-contrib#6043 and the page of 2021: names and members in other letter case",
    basis: "observed",
    statements: [90],
    behaviour: "Names of properties and members of enums are read in any case, typed members too; texts are not",
  },
  "query:encodings": {
    source: "measured: URL, URLSearchParams, encodeURIComponent and Kiota, each in its way",
    basis: "observed",
    statements: [48],
    behaviour: "`%20`, `+`, `%27` and `%24filter` give one answer, and a `+` of an offset has to be `%2B`",
  },
  "query:empty-pair": {
    source: query,
    basis: "documented",
    statements: [49],
    behaviour: "`?&$filter=…` filters",
  },
  "query:without-dollar": {
    source: query,
    basis: "documented",
    statements: [50],
    behaviour: "On beta filter, top, orderby, select and count work without `$`; on v1.0 they are custom options",
    difference: { graph: "On v1.0 some sets take them without `$`", here: "On v1.0 ignored, as any custom option" },
  },
  "query:letter-case": {
    source: filterPage,
    basis: "documented",
    statements: [51],
    behaviour: "Names of options, operators and functions are read in any letter case",
  },
  "query:pages": {
    source: paging,
    basis: "documented",
    statements: [52, 53, 54],
    behaviour: "Filter, order, selection and count hold over all pages, and every hit comes once",
  },
  "query:next-link": {
    source: paging,
    basis: "documented",
    statements: [54, 55],
    behaviour: "nextLink of a filtered list keeps every option, and works in another order with `$skipToken`",
  },
  "query:skip-token": {
    source: libraries,
    basis: "inferred",
    statements: [56],
    behaviour: "A changed $skiptoken, one of another filter, selection, order or tenant answers 400",
  },
  "query:skip-token:short": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "A nextLink stays below two kilobytes and its query, however long the values it was ordered by",
  },
  "orderby:paths": {
    source: listPage,
    basis: "inferred",
    behaviour: "$orderby takes every path to a single value, several of them, and puts nulls lowest",
    difference: {
      graph: "Documents $orderby without saying of what; reported unreliable",
      here: "Always sorted, by any path; the profile strict takes activityDateTime alone",
    },
  },
  "select:unknown": {
    source: pasted,
    basis: "observed",
    statements: [22],
    behaviour: "$select of a property that does not exist answers 400 and names property and type",
  },
  "select:members": {
    source: "OData 4.01 Protocol section 11.2.5.1",
    basis: "inferred",
    behaviour: "$select gives the members asked for and no others, id included, and the context names them",
    difference: {
      graph: "Undocumented for this set; its neighbour signIns refused $select in 2022",
      here: "Answered; the profile strict refuses it",
    },
  },
  "count:option": {
    source: query,
    basis: "inferred",
    behaviour: "`$count=true` gives on every page how many pass the filter; as text to who asks for IEEE754Compatible",
    difference: {
      graph: "Undocumented for this set; directory sets count on the first page only",
      here: "On every page; the profile strict refuses it",
    },
  },
  "count:invalid": {
    source: libraries,
    basis: "inferred",
    statements: [23],
    behaviour: "$count that is neither true nor false, and $top that is no whole number, answer 400",
  },
  "count:segment": {
    source: query,
    basis: "documented",
    statements: [58],
    behaviour: "`…/$count` answers 200, text/plain, and the bare number of those that pass the filter",
  },
  "count:segment:json": {
    source: aggregate,
    basis: "inferred",
    statements: [88],
    behaviour: "`…/$count` with an Accept that allows JSON alone answers 415",
    difference: { graph: "Seen on directory sets; unknown for this one", here: "415" },
  },
  "skip:option": {
    source: guidelines,
    basis: "inferred",
    behaviour: "$skip leaves out the first events, once and not on every page",
    difference: { graph: "Undocumented for this set", here: "Answered; the profile strict refuses it" },
  },
  "query:format": {
    source: query,
    basis: "documented",
    behaviour: "`$format=json` is answered, and another format answers 400",
  },
} as const satisfies Requirements;
