import { type Application, streams } from "./applications.js";
import { Random } from "./random.js";
import type { Subject } from "./story.js";

/** The key a target system gives a new object, in that system's own form. Follows from the source id. */
export function createTargetId(seed: number, application: Application, subject: Subject): string {
  const position = Number.parseInt(subject.id.slice(0, 8) + subject.id.slice(9, 13), 16);
  const random = new Random(seed, streams.target + application.index * 16, position);
  if (application.targetSystem === "Dropbox") {
    return `${subject.kind === "Group" ? "g" : "dbmid"}:AAA${random.shortId(32)}`;
  }
  return application.targetSystem === "Airtable" ? `usr${random.shortId(14)}` : random.guid();
}
