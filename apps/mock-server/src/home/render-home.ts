import { createExampleCommands, type ExampleFacts } from "../example-commands.js";
import type { RequestRecord } from "../request-journal.js";
import { escapeHtml } from "./escape-html.js";
import { homeStyle } from "./home-style.js";

/** What the page shows. */
export interface HomeFacts extends ExampleFacts {
  readonly events: number;
  /** Newest first; undefined where the caller may not see them. */
  readonly requests: readonly RequestRecord[] | undefined;
}

const icon = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b6e5f"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.5"/></svg>',
);

/** The whole page at `/`: one document, nothing to load, nothing to run. */
export function renderHome(facts: HomeFacts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Provlog mock server</title>
<link rel="icon" href="data:image/svg+xml,${icon}">
<style>${homeStyle}</style>
</head>
<body>
<main>
<h1>Provlog mock server</h1>
<p class="quiet">Answers the Microsoft Graph provisioning log routes as Graph does. Nothing here reaches Microsoft.</p>
<dl>
<dt>Address</dt><dd><code>${escapeHtml(facts.url)}</code></dd>
<dt>Events</dt><dd>${escapeHtml(facts.events.toLocaleString("en-US"))}${facts.isReadOnly ? ", read-only: writes are refused with 405" : ""}</dd>
<dt>Token</dt><dd>${renderToken(facts.token)}</dd>
</dl>
<h2>Commands to paste</h2>
${createExampleCommands(facts)
  .map(({ title, command }) => `<p class="small quiet">${escapeHtml(title)}</p>\n<pre>${escapeHtml(command)}</pre>`)
  .join("\n")}
<h2>Latest requests</h2>
${renderRequests(facts.requests)}
</main>
</body>
</html>
`;
}

function renderToken(token: string | undefined): string {
  if (token === undefined) return "none needed";
  return `<code>${escapeHtml(token)}</code><br><span class="small quiet">Any other bearer token is taken too; a JWT’s <code>tid</code> chooses the tenant.</span>`;
}

function renderRequests(requests: readonly RequestRecord[] | undefined): string {
  if (requests === undefined) {
    return '<p class="quiet">Shown at localhost, 127.0.0.1 and the public base URL only.</p>';
  }
  if (requests.length === 0) return '<p class="quiet">None yet. Paste a command, then load this page again.</p>';
  return `<div class="table"><table>
<thead><tr><th>Time (UTC)</th><th>Method</th><th>URL</th><th class="number">Status</th><th class="number">ms</th></tr></thead>
<tbody>
${requests.map(renderRequest).join("\n")}
</tbody>
</table></div>
<p class="small quiet">As JSON, with request ids and tenants: <a href="/_mock/requests">/_mock/requests</a>. Load the page again to see newer ones.</p>`;
}

function renderRequest({ time, method, url, status, milliseconds, requestId, tenantId }: RequestRecord): string {
  const about = escapeHtml(`request-id ${requestId}${tenantId === undefined ? "" : `, tenant ${tenantId}`}`);
  const mood = status < 400 ? "good" : "bad";
  const cells = [
    `<td>${escapeHtml(time.slice(11, 19))}</td>`,
    `<td>${escapeHtml(method)}</td>`,
    `<td class="url"><code>${escapeHtml(url)}</code></td>`,
    `<td class="number ${mood}">${status}</td>`,
    `<td class="number">${milliseconds.toFixed(1)}</td>`,
  ];
  return `<tr title="${about}">${cells.join("")}</tr>`;
}
