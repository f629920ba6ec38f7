import { describe, expect, it } from "vitest";
import type { Expression } from "../src/index.js";
import { fuzz, language } from "./fuzz/fuzz.js";

const seed = 20_261_124;

describe("fuzz", () => {
  it("finds nothing in a sample, part of which parses and binds", () => {
    const { finding, parsed, bound } = fuzz(seed, 10_000);
    expect(finding).toBe(undefined);
    expect([parsed > 1_000, bound > 500]).toEqual([true, true]);
  });

  it("makes the same inputs from the same seed", () => {
    expect(fuzz(7, 500)).toEqual(fuzz(7, 500));
  });

  const planted: [string, typeof language][] = [
    [
      "an error of another class, for two strings that touch",
      {
        ...language,
        parse: (text) => {
          if (text.includes("''''")) throw new TypeError("planted");
          return language.parse(text);
        },
      },
    ],
    ["quotes that are not doubled", { ...language, print: (tree) => language.print(tree).replaceAll("''", "'") }],
    ["parentheses that are lost", { ...language, print: withoutParentheses }],
    [
      "work that grows with the square of the length",
      {
        ...language,
        parse: (text) => {
          const { tree, steps } = language.parse(text);
          return { tree, steps: steps * (text.match(/ (?:and|or) /g)?.length ?? 1) };
        },
      },
    ],
  ];

  it.each(planted)("finds %s", (_name, broken) => {
    expect(fuzz(seed, 10_000, broken).finding).toMatchObject({ seed });
  });
});

/** Prints `a sub (b sub c)` as `a sub b sub c`. */
function withoutParentheses(tree: Expression): string {
  if (tree.kind !== "binary" || tree.right.kind !== "binary") return language.print(tree);
  return `${language.print(tree.left)} ${tree.operator} ${language.print(tree.right)}`;
}
