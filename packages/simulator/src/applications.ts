import { Random } from "./random.js";

/** Names of the person attributes the applications map; see `attributes.ts` for their target names. */
export type AttributeName =
  | "userPrincipalName"
  | "displayName"
  | "givenName"
  | "familyName"
  | "department"
  | "jobTitle"
  | "telephone"
  | "city";

/** One enterprise application and the synchronization job that serves it. */
export interface Application {
  /** Position in the tenant, from 0. */
  readonly index: number;
  readonly displayName: string;
  readonly servicePrincipalId: string;
  readonly applicationId: string;
  /** `<template>.<tenant id, 32 hex digits>.<guid>` */
  readonly jobId: string;
  /** Name the log gives the target system. */
  readonly targetSystem: string;
  readonly userType: string;
  readonly groupType: string;
  /** Whether groups are provisioned beside users. */
  readonly hasGroups: boolean;
  readonly mapping: readonly AttributeName[];
  /** Users of this department stay out of the application. */
  readonly excludedDepartment: string | undefined;
}

interface Template {
  readonly template: string;
  readonly displayName: string;
  readonly targetSystem: string;
  readonly userType: string;
  readonly groupType: string;
  readonly hasGroups: boolean;
  readonly mapping: readonly AttributeName[];
  readonly excludedDepartment: string | undefined;
}

const templates: readonly Template[] = [
  {
    template: "scim",
    displayName: "Fabrikam SCIM",
    targetSystem: "customappsso",
    userType: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    groupType: "urn:ietf:params:scim:schemas:core:2.0:Group",
    hasGroups: true,
    mapping: [
      "userPrincipalName",
      "displayName",
      "givenName",
      "familyName",
      "department",
      "jobTitle",
      "telephone",
      "city",
    ],
    excludedDepartment: undefined,
  },
  {
    template: "airtable",
    displayName: "Airtable",
    targetSystem: "Airtable",
    userType: "User",
    groupType: "Group",
    hasGroups: false,
    mapping: ["userPrincipalName", "displayName", "givenName", "familyName", "department", "jobTitle"],
    excludedDepartment: "Operations",
  },
  {
    template: "DropboxSCIMOutDelta",
    displayName: "Dropbox Business",
    targetSystem: "Dropbox",
    userType: "User",
    groupType: "Group",
    hasGroups: true,
    mapping: ["userPrincipalName", "displayName", "givenName", "familyName"],
    excludedDepartment: undefined,
  },
];

/** Stream numbers of the generators that make ids; a new use takes a new number. */
export const streams = { story: 1, application: 2, person: 3, group: 4, target: 5, cycle: 6, event: 7 } as const;

/** The three applications of a tenant. Their ids follow from the seed, their job ids from seed and tenant. */
export function createApplications(seed: number, tenantId: string): readonly Application[] {
  return templates.map(({ template, ...facts }, index) => {
    const random = new Random(seed, streams.application, index);
    return {
      index,
      ...facts,
      servicePrincipalId: random.guid(),
      applicationId: random.guid(),
      jobId: `${template}.${tenantId.replaceAll("-", "")}.${random.guid()}`,
    };
  });
}
