// The public API of @org/client. A line added here is a promise; never `export *`.
export {
  type BetaProvisioningClient,
  createProvisioningClient,
  type ProvisioningClientOptions,
  type V1ProvisioningClient,
} from "./create-provisioning-client.js";
export { AuthenticationError } from "./errors/authentication-error.js";
export { CheckpointError, type CheckpointErrorReason } from "./errors/checkpoint-error.js";
export { GraphError, type GraphErrorDetail, type GraphErrorFields } from "./errors/graph-error.js";
export { NetworkError, type NetworkErrorFields } from "./errors/network-error.js";
export {
  ResponseShapeError,
  type ResponseShapeErrorFields,
  type ResponseShapeIssue,
  type ResponseShapeReason,
} from "./errors/response-shape-error.js";
export { ThrottledError } from "./errors/throttled-error.js";
export type {
  AccessToken,
  CallOptions,
  ConnectionOptions,
  ContractClient,
  CountOptions,
  CreateOptions,
  DeleteOptions,
  EntitySet,
  FetchLike,
  GraphVersion,
  ListFilter,
  ListOptions,
  MemberName,
  ProvisioningClient,
  ResponseHead,
  SelectingOptions,
  SummaryPage,
  UpdateOptions,
  WholeOptions,
} from "./options.js";
export type { OrderbyText } from "./orderby-text.js";
export { v1Where, where } from "./where.js";
