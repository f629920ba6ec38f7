import { createAddresses } from "./addresses.js";
import type { GraphRequest, GraphResponse } from "./exchange.js";
import { shapeError } from "./failures.js";
import type {
  CallOptions,
  ConnectionOptions,
  ContractClient,
  CreateOptions,
  DeleteOptions,
  GraphVersion,
  ListOptions,
  ProvisioningClient,
  UpdateOptions,
} from "./options.js";
import { foreignPart, walkItems, walkPages } from "./pages.js";
import { headOf, send } from "./request.js";
import { resolveSettings } from "./settings.js";
import type { StandardSchema } from "./standard-schema.js";
import { toJsonText } from "./to-json-text.js";
import { validate } from "./validate.js";
import { writeHeaders } from "./write-headers.js";

/** Options of a client with a schema of your own. */
export interface CoreClientOptions<Summary> extends ConnectionOptions {
  /** Every event read from the service passes it; what it gives back is what you get. */
  readonly schema: StandardSchema<Summary>;
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
  const { schema, version = "beta" } = options;
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
  const pages = (listOptions: ListOptions = {}) => {
    const first = listOptions.nextLink === undefined ? addresses.list(listOptions) : resume(listOptions.nextLink);
    return iterable(() =>
      walkPages(first, listOptions, (url, callOptions) => call("GET", url, readHeaders, callOptions), schema),
    );
  };
  const resume = (nextLink: string): string => {
    if (URL.canParse(nextLink) && foreignPart(new URL(nextLink), addresses.collection) === undefined) return nextLink;
    throw new TypeError("the nextLink to continue from does not belong to this client's service");
  };

  return {
    pages,
    list: (listOptions) => iterable(() => walkItems(pages(listOptions))),
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
