/** Marks an error so that a guard recognises it across two installed copies of this package; invisible when printed. */
export function brandWith(error: Error, brand: symbol): void {
  Object.defineProperty(error, brand, { value: true });
}

export function hasBrand(value: unknown, brand: symbol): boolean {
  return typeof value === "object" && value !== null && brand in value;
}

/** Name, message and own fields, for `toJSON`: an error alone would be written as `{}` or without its message. */
export function fieldsOf(error: Error): Record<string, unknown> {
  return { name: error.name, message: error.message, ...Object.fromEntries(Object.entries(error)) };
}
