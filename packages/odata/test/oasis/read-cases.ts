import { readFileSync } from "node:fs";

/** One case of the OASIS file. */
export interface OasisCase {
  readonly name: string;
  readonly rule: string;
  readonly input: string;
  /** Where the input goes wrong; absent when it is right. */
  readonly failAt: number | undefined;
}

/**
 * Reads the cases out of the file's YAML. It holds a tab inside a plain scalar, which YAML forbids, so a library would
 * refuse it; all it uses is mappings of plain and quoted scalars.
 */
export function readCases(file: string): OasisCase[] {
  const text = readFileSync(file, "utf8");
  return text
    .slice(text.indexOf("\nTestCases:"))
    .split(/\n {2}- (?=Name:)/)
    .slice(1)
    .map((block) => {
      const fields = new Map(
        block
          .split(/\n {4}(?=[A-Z]\w*:)/)
          .map((field) => [field.slice(0, field.indexOf(":")), readScalar(field.slice(field.indexOf(":") + 1))]),
      );
      const failAt = fields.get("FailAt");
      return {
        name: fields.get("Name") ?? "",
        rule: fields.get("Rule") ?? "",
        input: fields.get("Input") ?? "",
        failAt: failAt === undefined ? undefined : Number(failAt),
      };
    });
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function readScalar(raw: string): string {
  const text = raw.replace(/\n\s*#.*|\s+#.*$/gs, "").trim();
  const body = text.slice(1, -1);
  // A line break stands for a blank, unless it is escaped.
  if (text.startsWith('"')) {
    return body
      .replace(/\\\n\s*/g, "")
      .replace(/\s*\n\s*/g, " ")
      .replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
  }
  if (text.startsWith("'")) return body.replace(/\s*\n\s*/g, " ").replaceAll("''", "'");
  return text.replace(/\s*\n\s*/g, " ");
}
