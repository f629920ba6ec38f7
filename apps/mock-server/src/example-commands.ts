import { entityPath } from "./entity-path.js";

/** What the commands are made from. */
export interface ExampleFacts {
  /** Where the server is called, without a slash at the end. */
  readonly url: string;
  /** Undefined when no token is asked for. */
  readonly token: string | undefined;
  /** An event that is stored; undefined when there is none. */
  readonly id: string | undefined;
  readonly isReadOnly: boolean;
  /** The certificate curl has to trust; undefined over http. */
  readonly certificatePath: string | undefined;
  /** `process.platform`: quotes are written as that platform's shell reads them. */
  readonly platform: string;
}

/** One line to paste into a shell, and what it shows. */
export interface ExampleCommand {
  readonly title: string;
  readonly command: string;
}

const contract = "/beta/auditLogs/directoryProvisioning";

/** The commands a newcomer is shown: look at two events, change one as the contract page does, read it back, search. */
export function createExampleCommands(facts: ExampleFacts): readonly ExampleCommand[] {
  const { isReadOnly } = facts;
  const id = isPastable(facts) ? facts.id : undefined;
  const curl = createCurl(facts);
  const list = curl(`${contract}?$top=2`);
  const patch = curl(contract, ["-X", "PATCH"], id === undefined ? wholeBody : { id, durationInMilliseconds: 1500 });
  const readBack = id === undefined ? `${contract}?$top=1` : entityPath(contract, id);
  const refused = isReadOnly ? " (read-only: 405; Graph documents this log as read-only)" : "";
  return [
    { title: "List the two newest events", command: list },
    {
      title: `${id === undefined ? "Store an event" : "Update the newest one"}, by PATCH on the collection${refused}`,
      command: patch,
    },
    { title: "Read it back", command: curl(readBack) },
    { title: "List the two newest failures", command: curl(`${contract}?${failures}`) },
  ];
}

function createCurl({ url, token, certificatePath, platform }: ExampleFacts) {
  const quote = platform === "win32" ? quoteForWindows : quoteForPosix;
  return (path: string, method: readonly string[] = [], body?: object): string =>
    [
      "curl",
      ...method,
      ...(certificatePath === undefined ? [] : ["--cacert", quote(certificatePath)]),
      quote(`${url}${path}`),
      ...(token === undefined ? [] : ["-H", quote(`Authorization: Bearer ${token}`)]),
      ...(body === undefined ? [] : ["-H", quote("Content-Type: application/json"), "-d", quote(JSON.stringify(body))]),
    ].join(" ");
}

function quoteForPosix(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * For cmd and PowerShell 7.3, which would take `$top` for a variable. A doubled quote is one within quotes to both, and
 * nothing of the text is ever outside of them, where cmd would read `&` and `|`.
 */
function quoteForWindows(text: string): string {
  return `"${text.replaceAll(/([?&])\$/g, "$1%24").replaceAll('"', '""')}"`;
}

/** What no quotes keep from the shells of Windows, `%` and `$` for instance, must not come from an id. */
function isPastable({ id, platform }: ExampleFacts): boolean {
  return platform !== "win32" || (id !== undefined && /^[\w.-]+$/.test(id) && !/^\.\.?$/.test(id));
}

/** With its blanks and quotes encoded, as curl and every shell take it. */
const failures = "$filter=provisioningStatusInfo/status%20eq%20%27failure%27&$orderby=activityDateTime%20desc&$top=2";

/** Every property of the contract page's example, which makes a body that is stored when it has no id. */
const wholeBody = {
  activityDateTime: "String (timestamp)",
  tenantId: "String",
  jobId: "String",
  cycleId: "String",
  changeId: "String",
  action: "String",
  durationInMilliseconds: "Integer",
  servicePrincipal: {},
  initiatedBy: {},
  sourceSystem: {},
  targetSystem: {},
  sourceIdentity: {},
  targetIdentity: {},
  statusInfo: {},
  provisioningSteps: [],
  modifiedProperties: [],
};
