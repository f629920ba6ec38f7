/**
 * JSON text of a body. Infinity and NaN have no JSON: JSON.stringify would write `null`, which clears what is stored.
 * @throws TypeError naming the path of such a number, or when the body is nested too deeply to be written.
 */
export function toJsonText(body: object): string {
  try {
    return JSON.stringify(body, refuseNonFinite());
  } catch (error) {
    if (error instanceof RangeError) throw new TypeError("the body is nested too deeply to be sent as JSON");
    throw error;
  }
}

function refuseNonFinite() {
  // The objects from the body down to the one being written, each with the name it has in the one before.
  const holders: unknown[] = [];
  const names: string[] = [];
  return function (this: unknown, name: string, value: unknown): unknown {
    while (holders.length > 0 && holders.at(-1) !== this) {
      holders.pop();
      names.pop();
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      // The first name is that of the body itself, which has none.
      throw new TypeError(`${[...names, name].slice(1).join("/")} is ${value}, a number JSON does not have`);
    }
    if (typeof value === "object" && value !== null) {
      holders.push(value);
      names.push(name);
    }
    return value;
  };
}
