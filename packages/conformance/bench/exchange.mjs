import { request } from "node:http";

/** Every server is called by this name, so that the links in their answers are the same bytes. */
const host = "127.0.0.1:4480";
export const set = "/beta/auditLogs/directoryProvisioning";
/** Stands where the load writes a number that it never writes again. */
export const visitMark = "########";

/** Headers that differ from answer to answer, or that Node adds to each connection by itself. */
const volatile = new Set(["request-id", "client-request-id", "date", "etag", "connection", "keep-alive"]);

const headersOf = (body) => ({
  host,
  authorization: "Bearer anything",
  accept: "application/json",
  ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
});

/** One call as the load makes it, with its answer. */
export function exchange(url, { method, path, body }) {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, method, path, headers: headersOf(body) }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** The bytes of a request, for the load to write. */
export function toBytes({ method, path, body }) {
  const head = Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body ?? ""}`;
}

/** The requests of each kind, made from what the server holds. `key` is what the bare server finds its answer by. */
export async function makeRequests({ url }) {
  const page = [];
  const ids = [];
  for (let path = `${set}?$top=100`; path !== undefined && page.length < 10; ) {
    page.push({ method: "GET", path, key: path });
    const answer = JSON.parse((await exchange(url, { method: "GET", path })).body);
    path = answer["@odata.nextLink"]?.replace(`http://${host}`, "");
    ids.push(...answer.value.map(({ id }) => id).filter((_, index) => index % 10 === 0));
  }
  // The load puts another number into each, so that no answer is one that was given before. The next link repeats it:
  // these answers are a few bytes longer than what bare sends.
  const fresh = page.map(({ method, path, key }) => ({ method, path: `${path}&visit=${visitMark}`, key }));
  const get = ids.map((id) => ({ method: "GET", path: `${set}/${id}`, key: `${set}/${id}` }));
  // Two changes in turn, of the same length, so that every PATCH writes something and every answer is as long.
  const patch = [1_500, 2_500].flatMap((duration) =>
    ids.map((id) => ({ method: "PATCH", path: set, body: JSON.stringify(toChange(id, duration)), key: id })),
  );
  return { get, page, fresh, patch };
}

function toChange(id, durationInMilliseconds) {
  return {
    id,
    durationInMilliseconds,
    provisioningAction: "update",
    servicePrincipal: { displayName: "Fabrikam SCIM" },
    provisioningStatusInfo: { status: "success", errorInformation: null },
    modifiedProperties: [
      { displayName: "department", oldValue: "Sales", newValue: "Research" },
      { displayName: "active", oldValue: null, newValue: "True" },
    ],
  };
}

/** What the bare server needs to answer a request as ours did. */
export function toAnswer({ key }, { headers, body }) {
  const own = ["date", "connection", "keep-alive", "content-length"];
  const kept = Object.entries(headers).filter(([name]) => !own.includes(name));
  return { key, headers: Object.fromEntries(kept), body: body.toString("base64") };
}

/** Throws unless two answers have the same status, bytes and headers. */
export function expectSame(left, right, what) {
  const comparable = ({ status, headers }) =>
    JSON.stringify([
      status,
      Object.entries(headers)
        .map(([name, value]) => [name, volatile.has(name) ? "" : value])
        .sort(),
    ]);
  if (comparable(left) !== comparable(right)) {
    throw new Error(`${what}: headers differ\n${comparable(left)}\n${comparable(right)}`);
  }
  if (!left.body.equals(right.body)) {
    throw new Error(`${what}: bodies differ\n${left.body.subarray(0, 400)}\n${right.body.subarray(0, 400)}`);
  }
}
