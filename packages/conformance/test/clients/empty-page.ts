import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { call } from "../../src/call.js";
import type { TestCertificate } from "./certificate.js";
import type { Mock } from "./client-process.js";

/** What marks an address whose empty page was given already: a custom option, which the mock ignores. */
const mark = "emptyPageSeen=1";

export interface EmptyPageServer extends AsyncDisposable {
  readonly url: string;
  /** How many empty pages were given. */
  emptyPages(): number;
}

/** Stands before a mock and gives, ahead of each of its pages, one that is empty and whose nextLink leads to that page. */
export async function startEmptyPages(mock: Mock, { https }: TestCertificate): Promise<EmptyPageServer> {
  let empty = 0;
  let url = "";
  const server = createServer(https, async (request, response) => {
    const path = request.url ?? "";
    const headers = { "content-type": "application/json" };
    if (!path.includes(mark)) {
      empty += 1;
      const nextLink = `${url}${path}&${mark}`;
      response.writeHead(200, headers).end(JSON.stringify({ value: [], "@odata.nextLink": nextLink }));
      return;
    }
    const authorization = request.headers.authorization ?? "";
    const reply = await call(mock.url, "GET", path, { headers: { authorization } });
    // The mock's links lead to the mock, and repeat the mark.
    response.writeHead(reply.status, headers).end(reply.text.replaceAll(mock.url, url).replaceAll(`&${mark}`, ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    emptyPages: () => empty,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
