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

/** The qualified name that an `@odata.type` means: with or without `#`, and in the older namespace too. */
export function normaliseTypeName(text: string): string {
  const bare = text.startsWith("#") ? text.slice(1) : text;
  const name = bare.startsWith("Microsoft.AAD.Reporting.")
    ? `microsoft.graph.${bare.slice("Microsoft.AAD.Reporting.".length)}`
    : bare;
  return typeAliases.get(name) ?? name;
}
