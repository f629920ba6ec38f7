import { describe, expect, it } from "vitest";
import { renderBanner, type StartFacts } from "../src/program/banner.js";
import { createPaint, wantsColour } from "../src/program/paint.js";

const facts: StartFacts = {
  version: "1.2.3",
  url: "http://127.0.0.1:4480",
  publicBaseUrl: undefined,
  place: undefined,
  events: 1000,
  filledWith: { scenario: "steady", seed: 1 },
  token: "the-token",
  id: "00000000-0000-4000-8000-000000000001",
  isReadOnly: false,
  certificatePath: undefined,
  certificateIsNew: false,
  isExposed: false,
  platform: "linux",
};
const plain = createPaint(false);
const render = (changes: Partial<StartFacts>) => renderBanner({ ...facts, ...changes }, plain);

describe("renderBanner", () => {
  it("tells the address, the data, a token, commands to paste and how to stop", () => {
    expect(render({})).toMatchInlineSnapshot(`
      "
        Provlog mock server 1.2.3

        Address   http://127.0.0.1:4480
        Data      1,000 events in memory, gone when the server stops; filled just now: steady, seed 1
        Token     the-token
                  any other bearer token is taken too

        Paste any of these:

        # List the two newest events
        curl 'http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning?$top=2' -H 'Authorization: Bearer the-token'

        # Update the newest one, by PATCH on the collection
        curl -X PATCH 'http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning' -H 'Authorization: Bearer the-token' -H 'Content-Type: application/json' -d '{"id":"00000000-0000-4000-8000-000000000001","durationInMilliseconds":1500}'

        # Read it back
        curl 'http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning/00000000-0000-4000-8000-000000000001' -H 'Authorization: Bearer the-token'

        # List the two newest failures
        curl 'http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning?$filter=provisioningStatusInfo/status%20eq%20%27failure%27&$orderby=activityDateTime%20desc&$top=2' -H 'Authorization: Bearer the-token'

        The same in a browser: http://127.0.0.1:4480/   Stop with Ctrl-C.

      "
    `);
  });

  it("says where a file's events are and that they were left alone", () => {
    expect(render({ place: "events.db", events: 1, filledWith: undefined })).toContain(
      "Data      1 event in events.db; found there and left alone",
    );
  });

  it("stores a whole event instead of updating one when there is none", () => {
    const text = render({ events: 0, filledWith: undefined, id: undefined });
    expect(text).toContain("Data      none yet, in memory");
    expect(text).toContain("# Store an event");
    expect(text).toContain('"durationInMilliseconds":"Integer"');
  });

  it("asks for no token with --auth off", () => {
    const text = render({ token: undefined });
    expect(text).toContain("none needed");
    expect(text).not.toContain("Authorization");
  });

  it("lets curl and Node trust the certificate", () => {
    const text = render({ url: "https://127.0.0.1:4480", certificatePath: "/data/it's here.pem" });
    expect(text).toContain("NODE_EXTRA_CA_CERTS=/data/it's here.pem");
    expect(text.match(/--cacert '\/data\/it'\\''s here\.pem'/g)).toHaveLength(4);
  });

  it("warns when other machines can reach it, and more so without a token", () => {
    expect(render({})).not.toContain("Warning");
    expect(render({ isExposed: true })).toContain("Warning   other machines can reach this address");
    expect(render({ isExposed: true, token: undefined })).toContain("without any token");
  });

  it("says what a read-only server does with writes", () => {
    expect(render({ isReadOnly: true })).toContain("refused with 405");
  });

  it("quotes as the shells of Windows read it", () => {
    const text = render({ platform: "win32" });
    expect(text).toContain('"http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning?%24top=2"');
    expect(text).toContain("%20desc&%24top=2");
    expect(text).toContain('-d "{""id"":""00000000');
    expect(text).not.toContain("'");
  });

  it.each(["a&b", "%PATH%", "a$b", "it's", "a`b", 'a"b', ".."])("builds no Windows command with the id %j", (id) => {
    const text = render({ platform: "win32", id });
    expect(text).not.toContain(id);
    expect(text).not.toContain(encodeURIComponent(id));
    expect(text).toContain("# Store an event");
    expect(render({ id })).toContain("# Update the newest one");
  });

  it("reads back by a key in quotes what a segment would not find", () => {
    expect(render({ id: "$x" })).toContain(
      "'http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning('\\''%24x'\\'')'",
    );
  });

  it("does not say that the live service answers writes with 405, which nobody has published", () => {
    expect(render({ isReadOnly: true })).toContain("(read-only: 405; Graph documents this log as read-only)");
  });

  it("holds escape codes only with colour", () => {
    expect(render({ isExposed: true })).not.toContain("\u001b");
    expect(renderBanner(facts, createPaint(true))).toContain("\u001b[1m");
  });
});

describe("wantsColour", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
  ])("terminal %s with %j: %s", (isTerminal, environment, wanted) => {
    expect(wantsColour(isTerminal, environment)).toBe(wanted);
  });
});
