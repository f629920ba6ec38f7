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

/** The client puts values into the URL as they are; what would end an option or become a blank, its caller encodes. */
const toValue = (text) => text.replace(/[%&+#]/g, encodeURIComponent);

serve(
  {
    async query(mock, { path, filter, orderby, select, top, count }) {
      const client = connect(mock);
      let request = client.api(path);
      if (filter !== undefined) request = request.filter(toValue(filter));
      if (orderby !== undefined) request = request.orderby(orderby);
      if (select !== undefined) request = request.select(select);
      if (top !== undefined) request = request.top(top);
      if (count !== undefined) request = request.count(count);
      const first = await request.get();
      const pages = [first.value];
      // A nextLink is taken apart and put together again by the client, its options in another order.
      for (let page = first; page["@odata.nextLink"] !== undefined; pages.push(page.value)) {
        page = await client.api(page["@odata.nextLink"]).get();
      }
      return { pages, count: first["@odata.count"] };
    },
    /** Options by the names the caller gives them. */
    async options(mock, { path, options }) {
      const { value } = await connect(mock).api(path).query(options).get();
      return { ids: value.map(({ id }) => id) };
    },
    async count(mock, { path, filter }) {
      return { count: await connect(mock).api(`${path}/$count`).filter(toValue(filter)).get() };
    },
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
