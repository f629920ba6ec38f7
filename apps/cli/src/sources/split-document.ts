import { type CollectionScan, newCollectionScan, scanObject } from "./collection-scan.js";
import { isSpace, newScan, type ScanState, scanElement, scanScalar } from "./element-scan.js";
import { Collector, type JsonEntry, type Location, problemAt } from "./json-entry.js";

type Place = "root" | "object" | "array" | "element" | "scalar";

/**
 * Reads the elements of an array or of a collection's `value` one by one, whatever the size of the file; or the values
 * of a file that holds one or several objects, printed over many lines.
 */
export async function* splitDocument(
  chunks: AsyncIterable<Uint8Array>,
  maxValueBytes: number,
): AsyncGenerator<JsonEntry, void, undefined> {
  const splitter = new DocumentSplitter(maxValueBytes);
  for await (const chunk of chunks) {
    yield* splitter.push(chunk);
    if (splitter.isBroken) return;
  }
  yield* splitter.end();
}

class DocumentSplitter {
  isBroken = false;
  readonly #element: Collector;
  /** A collection without the elements of its `value`, to see whether it is JSON, too. */
  readonly #shell: Collector;
  #place: Place = "root";
  #scan: ScanState = newScan();
  #object: CollectionScan = newCollectionScan();
  #index: number | undefined;
  #inCollection = false;
  #expects: "value" | "valueOrEnd" | "commaOrEnd" = "valueOrEnd";
  #line = 1;
  /** The first value at the root waits: only a second one gives it a line number. */
  #first: { readonly entry: JsonEntry; readonly line: number } | undefined;
  #rootValues = 0;
  #out: JsonEntry[] = [];

  constructor(maxValueBytes: number) {
    this.#element = new Collector(maxValueBytes);
    this.#shell = new Collector(maxValueBytes);
  }

  push(chunk: Uint8Array): JsonEntry[] {
    for (let at = 0; at < chunk.length && !this.isBroken; ) at = this.#step(chunk, at);
    return this.#take();
  }

  end(): JsonEntry[] {
    if (this.#place === "scalar") this.#finish();
    if (this.isBroken) return this.#take();
    if (this.#place !== "root") this.#break("ends in the middle (broken off?)");
    else if (this.#rootValues === 0) this.#break("holds no value");
    else if (this.#first !== undefined) this.#out.push(this.#first.entry);
    return this.#take();
  }

  #step(chunk: Uint8Array, at: number): number {
    switch (this.#place) {
      case "root":
        return this.#atRoot(chunk, at);
      case "array":
        return this.#inArray(chunk, at);
      case "object":
        return this.#inObject(chunk, at);
      case "element":
        return this.#goOn(chunk, at, scanElement(chunk, at, this.#scan));
      case "scalar":
        return this.#goOn(chunk, at, scanScalar(chunk, at));
    }
  }

  #atRoot(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === 0x0a) this.#line += 1;
    if (isSpace(byte)) return at + 1;
    this.#rootValues += 1;
    if (byte === 0x2c || byte === 0x5d || byte === 0x7d) {
      this.#break(`has a "${String.fromCharCode(byte)}" where a value should begin`);
      return at + 1;
    }
    if (byte === 0x5b) {
      this.#beginArray(false);
      return at + 1;
    }
    if (byte !== 0x7b) return this.#beginElement(byte, at);
    this.#object = newCollectionScan();
    this.#place = "object";
    return at;
  }

  #inArray(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === 0x0a) this.#line += 1;
    if (isSpace(byte)) return at + 1;
    if (byte === 0x5d && this.#expects !== "value") {
      this.#endArray();
      return at + 1;
    }
    if (byte === 0x2c && this.#expects === "commaOrEnd") {
      this.#expects = "value";
      return at + 1;
    }
    if (this.#expects !== "commaOrEnd" && byte !== 0x2c && byte !== 0x5d && byte !== 0x7d) {
      return this.#beginElement(byte, at);
    }
    this.#break(
      this.#expects === "commaOrEnd" ? "a comma or ] is missing after the element before" : "a value is missing",
    );
    return at + 1;
  }

  #inObject(chunk: Uint8Array, at: number): number {
    const [finding, end] = scanObject(chunk, at, this.#object);
    this.#shell.add(chunk.subarray(at, end));
    if (finding === "value") this.#beginArray(true);
    else if (finding === "end") {
      const location = this.#rootLocation();
      const entry = this.#shell.take({});
      if (!this.#inCollection) this.#emitRoot(entry);
      else if (entry.kind === "problem") this.#out.push(problemAt(location, `around its values ${entry.reason}`));
      this.#inCollection = false;
      this.#line += this.#object.lines;
      this.#place = "root";
    }
    return end;
  }

  #goOn(chunk: Uint8Array, at: number, end: number): number {
    this.#element.add(chunk.subarray(at, end === -1 ? chunk.length : end));
    if (end === -1) return chunk.length;
    this.#finish();
    return end;
  }

  #beginElement(byte: number, at: number): number {
    this.#scan = newScan();
    this.#place = byte === 0x7b || byte === 0x5b || byte === 0x22 ? "element" : "scalar";
    return at;
  }

  #finish(): void {
    const entry = this.#element.take(this.#index === undefined ? {} : { index: this.#index });
    const isWord = this.#place === "scalar";
    this.#place = this.#index === undefined ? "root" : "array";
    if (this.#index === undefined) {
      this.#emitRoot(entry);
      // A word that is no JSON: this is prose or a program, and every further word would be one more finding.
      if (isWord && entry.kind === "problem") this.#stop();
    } else {
      this.#out.push(entry);
      this.#index += 1;
      this.#expects = "commaOrEnd";
    }
    this.#line += this.#scan.lines;
  }

  #beginArray(inCollection: boolean): void {
    this.#place = "array";
    this.#index = 0;
    this.#expects = "valueOrEnd";
    this.#inCollection = inCollection;
  }

  #endArray(): void {
    this.#index = undefined;
    if (!this.#inCollection) {
      this.#place = "root";
      return;
    }
    this.#shell.add(Buffer.from("]"));
    this.#object.valueNext = false;
    this.#place = "object";
  }

  #emitRoot(entry: JsonEntry): void {
    if (this.#rootValues === 1) {
      this.#first = { entry, line: this.#line };
      return;
    }
    if (this.#first !== undefined) this.#out.push({ ...this.#first.entry, location: { line: this.#first.line } });
    this.#first = undefined;
    this.#out.push({ ...entry, location: { line: this.#line } });
  }

  #rootLocation(): Location {
    return this.#rootValues > 1 ? { line: this.#line } : {};
  }

  #break(reason: string): void {
    this.#stop();
    this.#out.push(problemAt(this.#index === undefined ? this.#rootLocation() : { index: this.#index }, reason));
  }

  #stop(): void {
    if (this.#first !== undefined) this.#out.push(this.#first.entry);
    this.#first = undefined;
    this.isBroken = true;
  }

  #take(): JsonEntry[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }
}
