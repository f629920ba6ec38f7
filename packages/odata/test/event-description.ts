import type { EntityDescription } from "../src/index.js";

/** A made-up resource with a property of every kind that a filter treats in its own way. */
export const description: EntityDescription = {
  type: "test.event",
  key: "id",
  structuredTypes: {
    "test.entity": { properties: { id: { type: "Edm.String" } } },
    "test.event": {
      baseType: "test.entity",
      properties: {
        at: { type: "Edm.DateTimeOffset" },
        day: { type: "Edm.Date" },
        clock: { type: "Edm.TimeOfDay" },
        took: { type: "Edm.Duration" },
        size: { type: "Edm.Int32" },
        big: { type: "Edm.Int64" },
        ratio: { type: "Edm.Double" },
        done: { type: "Edm.Boolean" },
        key: { type: "Edm.Guid" },
        name: { type: "Edm.String" },
        action: { type: "test.action" },
        source: { type: "test.identity" },
        info: { type: "test.status" },
        details: { type: "test.details" },
        tags: { type: "Edm.String", collection: true },
        steps: { type: "test.step", collection: true },
      },
    },
    "test.identity": { properties: { displayName: { type: "Edm.String" }, details: { type: "test.details" } } },
    "test.status": { properties: { status: { type: "test.action" } } },
    "test.statusDetails": { baseType: "test.status", properties: { reason: { type: "Edm.String" } } },
    "test.step": {
      properties: {
        name: { type: "Edm.String" },
        size: { type: "Edm.Int32" },
        tags: { type: "Edm.String", collection: true },
      },
    },
    "test.details": { open: true, properties: {} },
  },
  enumTypes: { "test.action": ["create", "delete", "unknownFutureValue"] },
  pathAliases: { "source/name": "source/displayName" },
  policy: [
    { path: "at", operators: ["eq", "gt", "lt"], orderby: true, source: "test" },
    { path: "name", operators: ["eq", "contains"], orderby: false, source: "test" },
    { path: "source/displayName", operators: ["eq", "contains"], orderby: false, source: "test" },
  ],
};

/** An entity of it with every property. */
export const event = {
  id: "e1",
  at: "2026-03-02T10:14:05.50+02:00",
  day: "2026-03-02",
  clock: "08:14:05.50",
  size: 7,
  big: 5_000_000_000,
  ratio: 2.5,
  done: true,
  key: "5D0F4C1E-9A77-C2B4-1F03-6B8E2A90D7C1",
  name: "Zoë O'Neil 😀",
  action: "create",
  source: { displayName: "HR", details: { Level: "high", Count: 5 } },
  info: { status: "delete", reason: "gone" },
  details: { note: "x", deep: { er: "y" } },
  tags: ["red", "blue"],
  steps: [
    { name: "import", size: 1, tags: ["a"] },
    { name: "export", size: 3, tags: [] },
  ],
};
