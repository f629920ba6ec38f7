import type { FastifyRequest } from "fastify";
import { type Address, addresses } from "./entity-sets.js";
import type { Settings } from "./options.js";

/** The parts of an answer that depend on the address the client called, made once. */
export interface Origin {
  /** Scheme, host and port; no slash at the end. */
  readonly url: string;
  readonly heads: ReadonlyMap<Address, Heads>;
}

interface Heads {
  /** From the opening brace to where the first member belongs. */
  readonly entity: Buffer;
  /** From the opening brace up to and without the comma after the context. */
  readonly list: Buffer;
}

const maxKept = 100;
/** A host goes into links and JSON; what is no host name or address must not. */
const hostPattern = /^[A-Za-z0-9._~:[\]-]{1,255}$/;

/** Knows what absolute links begin with: the public base URL, or the host that the client called. */
export function createOrigins(
  settings: Pick<Settings, "publicBaseUrl" | "https">,
): (request: FastifyRequest) => Origin {
  if (settings.publicBaseUrl !== undefined) {
    const only = createOrigin(settings.publicBaseUrl);
    return () => only;
  }
  const scheme = settings.https === undefined ? "http" : "https";
  const kept = new Map<string, Origin>();
  return (request) => {
    const host = request.headers.host ?? "";
    let origin = kept.get(host);
    if (origin === undefined) {
      if (kept.size === maxKept) kept.clear();
      origin = createOrigin(`${scheme}://${hostPattern.test(host) ? host : "localhost"}`);
      kept.set(host, origin);
    }
    return origin;
  };
}

function createOrigin(url: string): Origin {
  const heads = addresses.map((address): [Address, Heads] => {
    const context = `${url}${address.contextPath}`;
    return [
      address,
      {
        entity: Buffer.from(`{"@odata.context":${JSON.stringify(`${context}/$entity`)},`),
        list: Buffer.from(`{"@odata.context":${JSON.stringify(context)}`),
      },
    ];
  });
  return { url, heads: new Map(heads) };
}
