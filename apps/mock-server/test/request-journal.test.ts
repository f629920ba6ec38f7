import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnsweredRequest, createRequestJournal } from "../src/request-journal.js";

function answered(id: number): AnsweredRequest {
  return {
    answeredAt: new Date("2026-03-02T08:14:05.250Z"),
    method: "GET",
    url: "/beta/auditLogs/provisioning?$skiptoken=abcdefghij",
    status: 200,
    milliseconds: 1.2345,
    requestId: String(id),
    tenantId: "contoso",
  };
}

describe("createRequestJournal", () => {
  it("gives what a reader may see", () => {
    const journal = createRequestJournal(3);
    journal.add(answered(1));
    journal.add({ ...answered(2), tenantId: undefined });
    expect(journal.latest()).toEqual([
      expect.not.objectContaining({ tenantId: expect.anything() }),
      {
        time: "2026-03-02T08:14:05.250Z",
        method: "GET",
        url: "/beta/auditLogs/provisioning?$skiptoken=abcdef…",
        status: 200,
        milliseconds: 1.2,
        requestId: "1",
        tenantId: "contoso",
      },
    ]);
  });

  it("keeps the newest requests, newest first, and no more than its size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 30 }), (size, count) => {
        const journal = createRequestJournal(size);
        const ids = Array.from({ length: count }, (_, id) => id);
        for (const id of ids) journal.add(answered(id));
        expect(journal.latest().map(({ requestId }) => Number(requestId))).toEqual(ids.reverse().slice(0, size));
      }),
    );
  });

  it("is empty again after clear", () => {
    const journal = createRequestJournal(2);
    for (const id of [1, 2, 3]) journal.add(answered(id));
    journal.clear();
    expect(journal.latest()).toEqual([]);
    journal.add(answered(4));
    expect(journal.latest().map(({ requestId }) => requestId)).toEqual(["4"]);
  });
});
