import { createAddresses } from "./addresses.js";
import { continuationProblem, readCheckpoint, writeCheckpoint } from "./checkpoint.js";
import type { GraphRequest, GraphResponse } from "./exchange.js";
import { shapeError } from "./failures.js";
import { type AnyListOptions, countQuery, listQuery, selectedMembers } from "./list-query.js";
import type {
  CallOptions,
  ConnectionOptions,
  ContractClient,
  CreateOptions,
  DeleteOptions,
  GraphVersion,
  ProvisioningClient,
  SummaryPage,
  UpdateOptions,
} from "./options.js";
import { readCount, walkItems, walkPages } from "./pages.js";
import { headOf, send } from "./request.js";
import { overlookUnselected, type SelectedSchema } from "./selected-schema.js";
import { resolveSettings } from "./settings.js";
import type { StandardSchema } from "./standard-schema.js";
import { toJsonText } from "./to-json-text.js";
import { validate } from "./validate.js";
import { writeHeaders } from "./write-headers.js";

/** Options of a client with a schema of your own. */
export interface CoreClientOptions<Summary> extends ConnectionOptions {
  /** Every event read from the service passes it; what it gives back is what you get. */
  readonly schema: StandardSchema<Summary>;
  /**
   * Makes the schema for lists with `select`, from the names of the members asked for in lower case: for zod
   * `() => schema.partial()`. Default: `schema`, but what it says of other members is overlooked, and the event is then
   * given as it came.
   */
  readonly selectedSchema?: SelectedSchema<Summary> | undefined;
  /** Default `beta`, the version of the documented update. */
  readonly version?: GraphVersion | undefined;
}

/**
 * A client that validates with any Standard Schema and brings none along. `Create` and `Update` are the types of what
 * is written; they are not checked at run time, the service does that.
 * @throws TypeError when an option contradicts another or cannot be an address.
 */
export function createProvisioningClient<Summary, Create extends object = object, Update extends object = object>(
  options: CoreClientOptions<Summary> & { readonly version: "v1.0" },
): ProvisioningClient<Summary, Create, Update>;
export function createProvisioningClient<Summary, Create extends object = object, Update extends object = object>(
  options: CoreClientOptions<Summary>,
): ContractClient<Summary, Create, Update>;
export function createProvisioningClient<Summary>(
  options: CoreClientOptions<Summary>,
): ContractClient<Summary, object, object> {
  const { schema, selectedSchema = overlookUnselected(schema), version = "beta" } = options;
  const entitySet = options.entitySet ?? (version === "beta" ? "directoryProvisioning" : "provisioning");
  if (version === "v1.0" && entitySet === "directoryProvisioning") {
    throw new TypeError("directoryProvisioning exists on beta only");
  }
  const addresses = createAddresses(options.baseUrl ?? "https://graph.microsoft.com", version, entitySet);
  const settings = resolveSettings(options);

  async function call(
    method: GraphRequest["method"],
    url: string,
    headers: Record<string, string>,
    { signal, onResponse }: CallOptions,
    body?: object,
  ): Promise<GraphResponse> {
    const clientRequestId = settings.newRequestId();
    const text = body === undefined ? undefined : toJsonText(body);
    const response = await send({ method, url, headers, clientRequestId, signal, body: text }, settings);
    onResponse?.(headOf(response));
    return response;
  }

  async function write(
    method: "POST" | "PATCH",
    url: string,
    body: object,
    callOptions: UpdateOptions,
  ): Promise<Summary | undefined> {
    const response = await call(method, url, writeHeaders(callOptions, true), callOptions, body);
    if (callOptions.return === "minimal") return undefined;
    if (response.body !== undefined) return validate(schema, response.body, response);
    throw shapeError(response, "body", [{ path: [], message: "the written event was not sent back" }]);
  }

  const readHeaders = { accept: "application/json" };
  const pages = (listOptions: AnyListOptions = {}): AsyncIterable<SummaryPage<Summary>> => {
    const start = startOf(listOptions);
    const members = selectedMembers(start.query.find(([name]) => name === "$select")?.[1]);
    const itemSchema = members === undefined ? schema : (selectedSchema(members) as StandardSchema<Summary>);
    return iterable(() =>
      walkPages<Summary>(start.url, {
        send: (url) => call("GET", url, readHeaders, listOptions),
        readItem: (item, response, path) => validate(itemSchema, item, response, path),
        checkpoint: (nextLink) => writeCheckpoint({ query: start.query, nextLink }, addresses),
      }),
    );
  };

  /** The query of a list and its first address, which is none behind the last page. */
  function startOf(listOptions: AnyListOptions) {
    const { nextLink, checkpoint } = listOptions;
    const query = listQuery(listOptions);
    if (checkpoint !== undefined) {
      if (nextLink !== undefined) throw new TypeError("checkpoint and nextLink exclude each other");
      const position = readCheckpoint(checkpoint, query, addresses);
      return { query: position.query, url: position.nextLink };
    }
    if (nextLink === undefined) return { query, url: addresses.list(query) };
    const problem = continuationProblem(nextLink, addresses);
    if (problem === undefined) return { query, url: nextLink };
    throw new TypeError(`the nextLink to continue from does not belong to this client's service: it ${problem}`);
  }

  return {
    pages: pages as ContractClient<Summary, object, object>["pages"],
    list: ((listOptions?: AnyListOptions) => {
      const all = pages(listOptions);
      return iterable(() => walkItems(all));
    }) as ContractClient<Summary, object, object>["list"],
    count: async (callOptions = {}) => {
      const url = addresses.count(countQuery(callOptions));
      const response = await call("GET", url, { accept: "text/plain" }, callOptions);
      return readCount(response.body, response, []);
    },
    get: async (id, callOptions = {}) => {
      const response = await call("GET", addresses.entity(id), readHeaders, callOptions);
      return validate(schema, response.body, response);
    },
    update: (async (id: string, change: object, callOptions: UpdateOptions = {}) =>
      write("PATCH", addresses.entity(id), change, callOptions)) as ContractClient<Summary, object, object>["update"],
    updateByContract: (async (body: object, callOptions: UpdateOptions = {}) =>
      write("PATCH", addresses.contract, body, callOptions)) as ContractClient<
      Summary,
      object,
      object
    >["updateByContract"],
    create: (async (summary: object, callOptions: CreateOptions = {}) =>
      write("POST", addresses.collection, summary, callOptions)) as ContractClient<Summary, object, object>["create"],
    delete: async (id, callOptions: DeleteOptions = {}) => {
      await call("DELETE", addresses.entity(id), writeHeaders(callOptions, false), callOptions);
    },
  };
}

function iterable<Item>(start: () => AsyncGenerator<Item, void, undefined>): AsyncIterable<Item> {
  return { [Symbol.asyncIterator]: start };
}
