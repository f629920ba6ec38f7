/** Why a link does not belong to the service that `url` is of; undefined when it does. Repeats no credentials. */
export function foreignPart(link: URL, url: string): string | undefined {
  if (link.origin !== new URL(url).origin) return `points to another origin (${link.origin})`;
  if (link.username !== "" || link.password !== "") return "holds a user name or password";
  return undefined;
}
