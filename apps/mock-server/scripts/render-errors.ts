/** One error as it was met: what was asked, and the answer's own words. */
export interface MetError {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The mock's own advice, or nothing. */
  readonly hint: string;
}

/** docs/errors.md: every error the routes answer, by status and code, with the words that a request was answered with. */
export function renderErrors(errors: readonly MetError[]): string {
  const groups = new Map<string, MetError[]>();
  for (const error of errors) {
    const heading = `${error.status} \`${error.code}\``;
    groups.set(heading, [...(groups.get(heading) ?? []), error]);
  }
  const sections = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([heading, group]) => `## ${heading}\n\n${renderGroup(group)}\n`);
  return `# Errors

<!-- Made from apps/mock-server/test/error-cases.ts. Change scripts/render-errors.ts or the cases, then run
\`npx vitest run test/errors-page.test.ts --update\` in apps/mock-server. -->

What the mock server's routes refuse, each line asked for by a test. The body is Graph's:
\`{ "error": { "code", "message", "innerError": { "date", "request-id", "client-request-id" } } }\`. What the mock server
has to say beyond Graph's words, the hint, is an element of \`error.details\` with the code \`MockHint\`. A write that is
refused changes nothing.

Requests that no route sees, because they are no HTTP or too long (400, 414, 431) or do not arrive whole in time (408),
are answered in the same form.

${sections.join("\n")}`;
}

function renderGroup(errors: readonly MetError[]): string {
  const rows = errors.map(({ name, method, path, message, hint }) => [
    name,
    code(`${method} ${path}`),
    message === "" ? "" : code(message),
    text(hint),
  ]);
  return [
    "| What is wrong | Request | Message | Hint |",
    "|---|---|---|---|",
    ...rows.map((cells) => `| ${cells.map(whole).join(" | ")} |`),
  ].join("\n");
}

function whole(cell: string): string {
  return cell.replaceAll("|", "\\|");
}

/** As code, so that no character of it means anything; what a test made long is shown short. */
function code(value: string): string {
  const line = value.replaceAll("\n", "\\n");
  const short = line.replaceAll(/(.)\1{49,}/g, "$1$1$1…").replaceAll("……", "…");
  return short.includes("`") ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** A hint is prose with commands in it: only what Markdown would take for markup is escaped. */
function text(value: string): string {
  return value.replaceAll(/[<*_[\]\\]/g, "\\$&").replaceAll("\n", "<br>");
}
