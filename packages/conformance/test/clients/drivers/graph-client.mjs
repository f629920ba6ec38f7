// @microsoft/microsoft-graph-client as an application uses it. It sends its token over https only, so the parent
// starts this file with NODE_EXTRA_CA_CERTS, which Node reads at its start.
import { Client, GraphError, PageIterator } from "@microsoft/microsoft-graph-client";
import { serve } from "./serve.mjs";

const connect = ({ url, token, version = "beta" }) =>
  Client.init({
    baseUrl: `${url}/`,
    defaultVersion: version,
    customHosts: new Set([new URL(url).hostname]),
    authProvider: (done) => done(null, token),
  });

serve(
  {
    async list(mock, { path, top }) {
      const client = connect(mock);
      const first = await client.api(path).top(top).get();
      const ids = [];
      const iterator = new PageIterator(client, first, (summary) => ids.push(summary.id) > 0);
      await iterator.iterate();
      return { ids, firstPage: first.value.length, isComplete: iterator.isComplete() };
    },
    get: (mock, { path }) => connect(mock).api(path).get(),
    post: (mock, { path, body }) => connect(mock).api(path).post(body),
    patch: (mock, { path, body }) => connect(mock).api(path).patch(body),
    delete: (mock, { path }) => connect(mock).api(path).delete(),
  },
  (error) =>
    error instanceof GraphError
      ? { statusCode: error.statusCode, code: error.code, message: error.message, requestId: error.requestId }
      : undefined,
);
