// Microsoft's generated models over their own request adapter. npm has no request builders for auditLogs, so the
// requests are made the way the generated builders make them: a template, the model's serializer, the error mapping.
import { BaseBearerTokenAuthenticationProvider, HttpMethod, RequestInformation } from "@microsoft/kiota-abstractions";
import { GraphBetaRequestAdapter } from "@microsoft/msgraph-beta-sdk";
import * as betaModels from "@microsoft/msgraph-beta-sdk/models/index.js";
import * as betaErrors from "@microsoft/msgraph-beta-sdk/models/oDataErrors/index.js";
import { GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import * as v1Models from "@microsoft/msgraph-sdk/models/index.js";
import * as v1Errors from "@microsoft/msgraph-sdk/models/oDataErrors/index.js";
import { PageIterator } from "@microsoft/msgraph-sdk-core";
import { serve } from "./serve.mjs";

const packages = {
  beta: { Adapter: GraphBetaRequestAdapter, models: betaModels, errors: betaErrors, set: "directoryProvisioning" },
  "v1.0": { Adapter: GraphRequestAdapter, models: v1Models, errors: v1Errors, set: "provisioning" },
};

function connect({ url, token, version = "beta" }) {
  const { Adapter, models, errors, set } = packages[version];
  const authentication = new BaseBearerTokenAuthenticationProvider({ getAuthorizationToken: async () => token });
  const adapter = new Adapter(authentication);
  adapter.baseUrl = `${url}/${version}`;
  const errorMappings = { XXX: errors.createODataErrorFromDiscriminatorValue };
  const template = `{+baseurl}/auditLogs/${set}`;

  const request = (method, id, model) => {
    const information = new RequestInformation(method, id === undefined ? template : `${template}/{summary%2Did}`, {
      baseurl: adapter.baseUrl,
      "summary%2Did": id,
    });
    information.headers.tryAdd("Accept", "application/json");
    if (model !== undefined) {
      const serializer = models.serializeProvisioningObjectSummary;
      information.setContentFromParsable(adapter, "application/json", model, serializer);
    }
    return information;
  };
  const send = (information) =>
    adapter.send(information, models.createProvisioningObjectSummaryFromDiscriminatorValue, errorMappings);
  return { adapter, models, errorMappings, template, request, send };
}

/** Dates leave JSON as text and come back as the model's Date. */
const toModel = ({ activityDateTime, ...rest }) =>
  activityDateTime === undefined ? rest : { ...rest, activityDateTime: new Date(activityDateTime) };

/** A nextLink the way the page iterator of msgraph-sdk-core asks for it: the whole of it is the template. */
function toRequest(link) {
  const information = new RequestInformation();
  information.httpMethod = HttpMethod.GET;
  information.urlTemplate = link;
  return information;
}

const queryTemplate = "{?%24count,%24filter,%24orderby,%24select,%24top}";

serve(
  {
    async query(mock, { filter, orderby, select, top, count }) {
      const { adapter, models, errorMappings, template } = connect(mock);
      const information = new RequestInformation(HttpMethod.GET, `${template}${queryTemplate}`, {
        baseurl: adapter.baseUrl,
      });
      information.queryParameters = {
        "%24count": count,
        "%24filter": filter,
        "%24orderby": orderby?.split(","),
        "%24select": select?.split(","),
        "%24top": top,
      };
      information.headers.tryAdd("Accept", "application/json");
      const create = models.createProvisioningObjectSummaryCollectionResponseFromDiscriminatorValue;
      const first = await adapter.send(information, create, errorMappings);
      const pages = [first.value];
      for (let page = first; typeof page.odataNextLink === "string"; pages.push(page.value)) {
        page = await adapter.send(toRequest(page.odataNextLink), create, errorMappings);
      }
      return { pages, count: first.odataCount };
    },
    async follow(mock, { link }) {
      const { adapter, models, errorMappings } = connect(mock);
      const create = models.createProvisioningObjectSummaryCollectionResponseFromDiscriminatorValue;
      const { value } = await adapter.send(toRequest(link), create, errorMappings);
      return { ids: value.map(({ id }) => id) };
    },
    async count(mock, { filter }) {
      const { adapter, errorMappings, template } = connect(mock);
      const information = new RequestInformation(HttpMethod.GET, `${template}/$count{?%24filter}`, {
        baseurl: adapter.baseUrl,
      });
      information.queryParameters = { "%24filter": filter };
      information.headers.tryAdd("Accept", "text/plain;q=0.9");
      return { count: await adapter.sendPrimitive(information, "number", errorMappings) };
    },
    async list(mock, { top }) {
      const { adapter, models, errorMappings, template } = connect(mock);
      const information = new RequestInformation(HttpMethod.GET, `${template}{?%24top,%24orderby}`, {
        baseurl: adapter.baseUrl,
      });
      information.queryParameters = { "%24top": top, "%24orderby": ["activityDateTime desc"] };
      information.headers.tryAdd("Accept", "application/json");
      const create = models.createProvisioningObjectSummaryCollectionResponseFromDiscriminatorValue;
      const first = await adapter.send(information, create, errorMappings);
      const ids = [];
      const visit = (summary) => ids.push(summary.id) > 0;
      await new PageIterator(adapter, first, visit, create, errorMappings).iterate();
      return { ids, firstPage: first.value.length };
    },
    get(mock, { id }) {
      const { request, send } = connect(mock);
      return send(request(HttpMethod.GET, id));
    },
    post(mock, { model }) {
      const { request, send } = connect(mock);
      return send(request(HttpMethod.POST, undefined, toModel(model)));
    },
    patch(mock, { id, model }) {
      const { request, send } = connect(mock);
      return send(request(HttpMethod.PATCH, id, toModel(model)));
    },
    delete(mock, { id }) {
      const { adapter, request, errorMappings } = connect(mock);
      return adapter.sendNoResponseContent(request(HttpMethod.DELETE, id), errorMappings);
    },
  },
  (error) =>
    error?.errorEscaped === undefined
      ? undefined
      : {
          statusCode: error.responseStatusCode,
          code: error.errorEscaped.code,
          message: error.message,
          requestId: error.errorEscaped.innerError?.requestId,
        },
);
