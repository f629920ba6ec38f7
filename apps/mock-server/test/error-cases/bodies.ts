import { bodies, whole } from "../bodies.js";
import { type Call, contractPath } from "../call.js";
import { bad, type ErrorCase, entityType, json, storedId, v1 } from "./error-case.js";

const item = `${contractPath}/${storedId}`;
const unreadable =
  "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.";
const invalidValues = "One or more property values specified are invalid.";
const unknownProperty = (name: string, type = entityType) =>
  `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`;
const notConverted = (value: string, type: string) =>
  `Cannot convert the literal '${value}' to the expected type '${type}'.`;
const send = (body: object): Call => ({ body: { ...whole, ...body } });
const steps = "microsoft.graph.provisioningStep";

/** Bodies that are not taken. */
export const bodyErrors: readonly ErrorCase[] = [
  ...bad("PATCH", contractPath, [
    [
      "no Content-Type",
      { body: "{}" },
      "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    ],
    [
      "no Content-Type and no body",
      {},
      "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    ],
    [
      "an empty Content-Type",
      { body: "{}", headers: { "content-type": "" } },
      "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    ],
    [
      "a Content-Type that is not JSON",
      { body: "{}", headers: { "content-type": "text/plain" } },
      "Entity only allows writes with a JSON Content-Type header.",
    ],
    [
      "a Content-Type that is none",
      { body: "{}", headers: { "content-type": "foo" } },
      "Entity only allows writes with a JSON Content-Type header.",
    ],
    [
      "another charset",
      { body: "{}", headers: { "content-type": "application/json; charset=utf-16" } },
      "Entity only allows writes with a JSON Content-Type header.",
    ],
    ["broken JSON", { body: '{"id":', headers: json }, unreadable, "not JSON"],
    ["an empty body", { body: "", headers: json }, unreadable, "empty"],
    ["bytes that are not UTF-8", { body: Buffer.from([0x22, 0xff, 0x22]), headers: json }, unreadable, "not UTF-8"],
    ["an array", { body: "[]", headers: json }, unreadable, "an array"],
    ["a text", { body: '"x"', headers: json }, unreadable, "a string"],
    ["a number", { body: "5", headers: json }, unreadable, "a number"],
    ["null", { body: "null", headers: json }, unreadable, "null"],
    ["a delta payload", { body: { "@odata.context": "#$delta", value: [] } }, unreadable, "delta"],
    ["a null id", send({ id: null }), invalidValues, "The id is null"],
    ["an empty id", send({ id: "" }), invalidValues, "The id is empty"],
    ["an id that is no text", send({ id: 5 }), invalidValues, "has to be a text"],
    [
      "a body that is not whole",
      { body: { jobId: "x" } },
      invalidValues,
      "Missing: activityDateTime, tenantId, cycleId",
    ],
  ]),
  ...bad("PATCH", contractPath, [
    ["an unknown property", send({ nope: 1 }), unknownProperty("nope")],
    [
      "an unknown property of a complex value",
      send({ provisioningSteps: [{ nope: 1 }] }),
      unknownProperty("nope", steps),
      "provisioningSteps/0/nope",
    ],
    ["a wrong type", send({ jobId: 5 }), notConverted("5", "Edm.String"), "jobId"],
    [
      "an unknown enum member",
      send({ provisioningSteps: [{ status: "nope" }] }),
      "Requested value 'nope' was not found.",
    ],
    ["a number beyond Int32", send({ durationInMilliseconds: 2_147_483_648 }), notConverted("2147483648", "Edm.Int32")],
    ["a fraction where an Int32 belongs", send({ durationInMilliseconds: 1.5 }), notConverted("1.5", "Edm.Int32")],
    ["a bad DateTimeOffset", send({ activityDateTime: "yesterday" }), notConverted("yesterday", "Edm.DateTimeOffset")],
    [
      "a DateTimeOffset without zone",
      send({ activityDateTime: "2026-03-02T08:14:05" }),
      notConverted("2026-03-02T08:14:05", "Edm.DateTimeOffset"),
    ],
    [
      "a null activityDateTime",
      send({ activityDateTime: null }),
      "A null value was found for the property named 'activityDateTime', which has the expected type 'Edm.DateTimeOffset[Nullable=False]'. The expected type 'Edm.DateTimeOffset[Nullable=False]' does not allow null values.",
    ],
    ["twins that disagree", send({ provisioningAction: "delete" }), invalidValues, "action"],
    ["status twins that disagree", send({ provisioningStatusInfo: { status: "failure" } }), invalidValues, "status"],
  ]),
  ...bad("PATCH", item, [
    ["another id in the body", { body: { id: "other" } }, invalidValues, "differs"],
    ["a null id in the body", { body: { id: null } }, invalidValues, "The id is null"],
    [
      "the documentation's placeholder",
      { body: { activityDateTime: "String (timestamp)" } },
      notConverted("String (timestamp)", "Edm.DateTimeOffset"),
      "documentation's placeholder",
    ],
    [
      "the documentation's other placeholder",
      { body: { durationInMilliseconds: "Integer" } },
      notConverted("Integer", "Edm.Int32"),
      "documentation's placeholder",
    ],
  ]),
  ...bad("PATCH", `${v1}/nope`, [
    [
      "a partial body that is to be created on v1.0",
      { body: { activityDateTime: "2026-03-02T08:14:05Z" }, headers: { prefer: "create-if-missing" } },
      invalidValues,
      "changeId, provisioningAction, durationInMilliseconds",
    ],
  ]),
  ...bad("POST", v1, [
    [
      "a property of beta",
      { body: { activityDateTime: "2026-03-02T08:14:05Z", action: "Create" } },
      unknownProperty("action"),
      "provisioningAction",
    ],
    [
      "the other property of beta",
      { body: { activityDateTime: "2026-03-02T08:14:05Z", statusInfo: null } },
      unknownProperty("statusInfo"),
      "provisioningStatusInfo",
    ],
    ["no activityDateTime", { body: {} }, invalidValues, "activityDateTime"],
    ["a null id, POST", { body: { ...bodies.twins, id: null } }, invalidValues, "The id is null"],
    ["an array, POST", { body: "[]", headers: json }, unreadable, "an array"],
    [
      "a placeholder, POST",
      { body: { activityDateTime: "String (timestamp)" } },
      notConverted("String (timestamp)", "Edm.DateTimeOffset"),
      "documentation's placeholder",
    ],
  ]),
  {
    name: "a compressed body",
    method: "PATCH",
    path: contractPath,
    call: { body: "{}", headers: { ...json, "content-encoding": "gzip" } },
    status: 415,
    code: "UnsupportedMediaType",
    message: "The content encoding 'gzip' is not supported.",
  },
  {
    name: "a body beyond 1 MiB",
    method: "PATCH",
    path: contractPath,
    call: { body: `{"jobId":"${"x".repeat(1_048_576)}"}`, headers: json },
    status: 413,
    code: "RequestEntityTooLarge",
    message: "The request body is too large.",
    hint: "1048576",
  },
  {
    name: "an id that is stored already",
    method: "POST",
    path: contractPath,
    call: { body: { ...whole, id: storedId } },
    status: 409,
    code: "Request_MultipleObjectsWithSameKeyValue",
    message: "Another object with the same value for property id already exists.",
  },
];
