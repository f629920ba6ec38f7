import type { Application } from "./applications.js";
import type { Person } from "./people.js";
import type { AttributeChange } from "./story.js";

/** What an attribute of the source is called in the SCIM schema of the targets. */
export const targetNames: Readonly<Record<AttributeChange["attribute"], string>> = {
  active: "active",
  members: "members",
  userPrincipalName: "userName",
  displayName: "displayName",
  givenName: "name.givenName",
  familyName: "name.familyName",
  department: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
  jobTitle: "title",
  telephone: 'phoneNumbers[type eq "work"].value',
  city: 'addresses[type eq "work"].locality',
};

/** Target names as keys of a step's details, where the service leaves out `.` and `:`. */
export const detailNames = Object.fromEntries(
  Object.entries(targetNames).map(([attribute, name]) => [attribute, name.replaceAll(/[.:]/g, "")]),
) as Readonly<Record<AttributeChange["attribute"], string>>;

/** Everything a create sends: the mapped attributes that have a value, and the flag that enables the account. */
export function exportedValues(application: Application, person: Person): AttributeChange[] {
  const changes: AttributeChange[] = [{ attribute: "active", oldValue: null, newValue: "True" }];
  for (const attribute of application.mapping) {
    const newValue = person.attributes[attribute];
    if (newValue !== "") changes.push({ attribute, oldValue: null, newValue });
  }
  return changes;
}
