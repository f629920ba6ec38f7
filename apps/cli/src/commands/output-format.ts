/** How a command writes its result. */
export const outputFormats = ["table", "json", "ndjson"] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** What a list can also be written as. */
export const listFormats = [...outputFormats, "csv"] as const;

export type ListFormat = (typeof listFormats)[number];
