/** Other names of properties, by the type that declares the right one. */
export const propertyAliases: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  // The documentation's sample says `initiatingType`; metadata and wire say `initiatorType`.
  ["microsoft.graph.initiator", new Map([["initiatingType", "initiatorType"]])],
  // The documentation's list says `name`; the wire says `displayName`.
  ["microsoft.graph.provisioningServicePrincipal", new Map([["name", "displayName"]])],
]);

/** Other names of enum members in lower case, by enum type. Any member is also read in any case. */
export const memberAliases: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  // Renamed in April 2021.
  ["microsoft.graph.initiatorType", new Map([["app", "application"]])],
]);

/** Complex types that the documentation shows as a collection although the wire has one object. */
export const singleElementTypes: ReadonlySet<string> = new Set(["microsoft.graph.provisioningServicePrincipal"]);

/** Type names used before or after the ones of the contract page. */
const typeAliases: ReadonlyMap<string, string> = new Map([
  ["microsoft.graph.provisioningSystem", "microsoft.graph.provisioningSystemDetails"],
]);

const olderNamespace = "Microsoft.AAD.Reporting.";

/** Whether an `@odata.type` means the type: with or without `#`, in the older namespace, or by its other name. */
export function namesType(text: string, type: string): boolean {
  const bare = text.startsWith("#") ? text.slice(1) : text;
  const name = bare.startsWith(olderNamespace) ? `microsoft.graph.${bare.slice(olderNamespace.length)}` : bare;
  return name === type || (typeAliases.get(name) ?? name) === (typeAliases.get(type) ?? type);
}
