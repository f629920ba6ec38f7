import { describeEntity, type ResourceDescription } from "./describe-entity.js";
import { betaFilterPolicy, v1FilterPolicy } from "./filter-policy.js";
import { detailsInfoStrict } from "./types/details-info.js";
import { entityStrict } from "./types/entity.js";
import { identityStrict } from "./types/identity.js";
import { initiatorStrict } from "./types/initiator.js";
import { modifiedPropertyStrict } from "./types/modified-property.js";
import { provisionedIdentityStrict } from "./types/provisioned-identity.js";
import { provisioningErrorInfoStrict } from "./types/provisioning-error-info.js";
import { betaStrict, v1Strict } from "./types/provisioning-object-summary.js";
import { provisioningServicePrincipalStrict } from "./types/provisioning-service-principal.js";
import { provisioningStatusInfoStrict } from "./types/provisioning-status-info.js";
import { provisioningStepStrict } from "./types/provisioning-step.js";
import { provisioningSystemStrict } from "./types/provisioning-system.js";
import { provisioningSystemDetailsStrict } from "./types/provisioning-system-details.js";
import { statusBaseStrict } from "./types/status-base.js";
import { statusDetailsStrict } from "./types/status-details.js";

const sharedTypes = [
  entityStrict,
  identityStrict,
  detailsInfoStrict,
  initiatorStrict,
  modifiedPropertyStrict,
  provisionedIdentityStrict,
  provisioningErrorInfoStrict,
  provisioningServicePrincipalStrict,
  provisioningStatusInfoStrict,
  provisioningStepStrict,
];

const pathAliases = {
  "servicePrincipal/name": "servicePrincipal/displayName",
  "initiatedBy/initiatingType": "initiatedBy/initiatorType",
};

/** The beta resource for a query engine: types, enums, path aliases, and what is documented of which path. */
export const betaDescription: ResourceDescription = describeEntity(
  betaStrict,
  [...sharedTypes, provisioningSystemDetailsStrict, statusBaseStrict, statusDetailsStrict],
  pathAliases,
  betaFilterPolicy,
);

/** The v1.0 resource for a query engine: the beta one without `action` and `statusInfo`. */
export const v1Description: ResourceDescription = describeEntity(
  v1Strict,
  [...sharedTypes, provisioningSystemStrict],
  pathAliases,
  v1FilterPolicy,
);
