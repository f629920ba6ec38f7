import { contractPath } from "../call.js";
import { type ErrorCase, entityType, storedId, v1 } from "./error-case.js";
import { notServed } from "./query-options.js";

const expansion = "Parsing OData Select and Expand failed:";
const notFound = (name: string) => `Could not find a property named '${name}' on type '${entityType}'.`;

const refusedCredential = (name: string, authorization: string, message: string): ErrorCase => ({
  name,
  method: "GET",
  path: v1,
  call: { token: null, headers: { authorization } },
  server: "legacy",
  status: 401,
  code: "InvalidAuthenticationToken",
  message,
  hint: "begin with Bearer",
});

/** Of both entity sets and one event of the first. */
const strict = (name: string, query: string, message: string, hint: string): ErrorCase[] =>
  [`${v1}${query}`, `${contractPath}${query}`].map((path) => ({
    name,
    method: "GET",
    path: path.replaceAll(" ", "%20"),
    server: "strict",
    status: 400,
    code: "BadRequest",
    message,
    hint,
  }));

const legacy = (name: string, path: string, code: string, message: string, hint = ""): ErrorCase => ({
  name,
  method: "GET",
  path: path.replaceAll(" ", "%20"),
  server: "legacy",
  status: 400,
  code,
  message,
  hint,
});

const bare = "Invalid filter clause";

/** What the two other profiles answer otherwise. */
export const profileErrors: readonly ErrorCase[] = [
  refusedCredential(
    "another scheme, its credential without dots",
    "Basic YTpi",
    "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.",
  ),
  refusedCredential(
    "another scheme, its credential with dots",
    "token a.b.c",
    "CompactToken parsing failed with error code: 80049217",
  ),
  legacy("an unknown property in $filter", `${v1}?$filter=nope eq 1`, "BadRequest", bare, notFound("nope")),
  legacy("broken syntax in $filter", `${v1}?$filter=jobId eq`, "BadRequest", bare, "position 8"),
  legacy(
    "an unknown property in $select",
    `${v1}?$select=nope`,
    "RequestBroker--ParseUri",
    `${expansion} ${notFound("nope")}`,
  ),
  legacy("$expand", `${v1}?$expand=manager`, "RequestBroker--ParseUri", `${expansion} ${notFound("manager")}`),
  legacy(
    "a misspelt segment",
    "/v1.0/auditLog/provisioning",
    "RequestBroker--ParseUri",
    "Resource not found for the segment 'auditLog'.",
  ),
  ...strict("$select", "?$select=id", notServed("Select"), "$filter, $orderby, $top, $skiptoken and $format"),
  ...strict("$select of one", `/${storedId}?$select=id`, notServed("Select"), "This address takes $format"),
  ...strict("$count", "?$count=true", notServed("Count"), "only what Graph documents"),
  ...strict("$skip", "?$skip=1", notServed("Skip"), "only what Graph documents"),
  ...strict("a bare count", "/$count", notServed("Count"), "only what Graph documents"),
  ...strict("ge", "?$filter=activityDateTime ge 2026-01-01", bare, "ge is not documented for 'activityDateTime'"),
  ...strict("ne", "?$filter=jobId ne 'x'", bare, "ne is not documented for 'jobId'"),
  ...strict("startswith", "?$filter=startswith(jobId,'x')", bare, "startswith is not documented"),
  ...strict("any", "?$filter=provisioningSteps/any()", bare, "any is not documented"),
  ...strict(
    "an undocumented path",
    "?$filter=servicePrincipal/name eq null and sourceSystem/id eq 'x'",
    bare,
    "sourceSystem/id",
  ),
  ...strict(
    "$orderby of another property",
    "?$orderby=jobId",
    "Order by 'jobId' property is not allowed. To allow it, set the 'AllowedOrderByProperties' property on EnableQueryAttribute or QueryValidationSettings.",
    "activityDateTime",
  ),
  ...strict(
    "$top over the ceiling",
    "?$top=1001",
    "The query specified in the URI is not valid. The limit of '1000' for Top query has been exceeded. The value from the incoming request is '1001'.",
    "",
  ),
];
