/** What one room may import of the others; `lazily` means by `import()` only, types aside. */
export interface Room {
  readonly imports: readonly string[];
  readonly lazily?: readonly string[];
}

/** The arrows of the house. A new room, or a new arrow, is a decision and is made here. */
export const rooms: Readonly<Record<string, Room>> = {
  models: { imports: [] },
  odata: { imports: [] },
  store: { imports: ["models", "odata"] },
  client: { imports: ["models", "odata"] },
  simulator: { imports: ["models"] },
  "mock-server": { imports: ["models", "odata", "store"], lazily: ["simulator"] },
  cli: { imports: ["models", "odata", "client", "store", "simulator"], lazily: ["mock-server"] },
  conformance: { imports: ["models", "odata", "store", "client", "simulator", "mock-server", "cli"] },
};

/** An example stands where a user stands: every published package, and nothing else. */
export const exampleRoom: Room = {
  imports: ["models", "odata", "store", "client", "simulator", "mock-server", "cli"],
};

/** Libraries that must also run in browsers and edge runtimes. */
export const platformNeutralRooms = ["models", "odata", "client"] as const;
