import { provisioningObjectSummaryDescription as description } from "@org/models";
import type { RandomSource } from "./random-source.js";
import { dynamicNames } from "./random-summary.js";
import { type RandomTexts, randomInt32, randomMoment } from "./random-values.js";

interface Path {
  readonly text: string;
  readonly type: string;
}

interface Paths {
  /** Text and dynamic properties. */
  readonly texts: readonly string[];
  readonly members: readonly Path[];
  readonly structures: readonly string[];
  readonly collections: readonly Path[];
}

/** Reads the paths below a type; `prefix` ends in a slash. */
function readPaths(typeName: string, prefix: string): Paths {
  const [texts, members, structures, collections]: [string[], Path[], string[], Path[]] = [[], [], [], []];
  for (
    let name: string | undefined = typeName;
    name !== undefined;
    name = description.structuredTypes[name]?.baseType
  ) {
    const type = description.structuredTypes[name];
    for (const [property, facts] of Object.entries(type?.properties ?? {})) {
      const text = `${prefix}${property}`;
      if (facts.collection === true) collections.push({ text, type: facts.type });
      else if (facts.type === "Edm.String") texts.push(text);
      else if (Object.hasOwn(description.enumTypes, facts.type)) members.push({ text, type: facts.type });
      else if (Object.hasOwn(description.structuredTypes, facts.type)) {
        structures.push(text);
        const inner = readPaths(facts.type, `${text}/`);
        texts.push(...inner.texts);
        members.push(...inner.members);
        structures.push(...inner.structures);
      }
    }
    if (type?.open === true) texts.push(...dynamicNames.slice(0, 3).map((dynamic) => `${prefix}${dynamic}`));
  }
  return { texts, members, structures, collections };
}

const summary = readPaths(description.type, "");

/** Texts of filters that bind: every operator and function, on every path, a few levels deep. */
export class RandomFilters {
  readonly #random: RandomSource;
  readonly #texts: RandomTexts;
  /** What is in scope: the summary's paths, and those of an element inside `any` and `all`. */
  #scope: Paths = summary;

  constructor(random: RandomSource, texts: RandomTexts) {
    this.#random = random;
    this.#texts = texts;
  }

  next(): string {
    return this.#condition(3);
  }

  #condition(depth: number): string {
    const random = this.#random;
    const simple = [
      () => this.#equality(),
      () => this.#equality(),
      () => this.#textCondition(),
      () => this.#textCondition(),
      () => `${this.#text(1)} ${random.pick(["gt", "ge", "lt", "le"])} ${this.#text(1)}`,
      () => `${this.#number(2)} ${this.#comparison()} ${this.#number(1)}`,
      () => `${this.#moment()} ${this.#comparison()} ${this.#moment()}`,
      () => this.#memberCondition(),
      () => this.#in(),
      () =>
        `${random.pick(this.#scope.structures.length > 0 ? this.#scope.structures : this.#scope.texts)} ${random.pick(["eq", "ne"])} null`,
      () => this.#dateCondition(),
    ];
    const nested = [
      ...simple,
      () => `(${this.#condition(depth - 1)} and ${this.#condition(depth - 1)})`,
      () => `(${this.#condition(depth - 1)} or ${this.#condition(depth - 1)} or ${this.#condition(depth - 1)})`,
      () => `not (${this.#condition(depth - 1)})`,
      () => this.#lambda(depth - 1),
      () => this.#lambda(depth - 1),
      () => `(${this.#condition(depth - 1)}) ${this.#comparison()} ${random.pick(["true", "false", "null"])}`,
      () => `(${this.#condition(depth - 1)}) eq (${this.#condition(depth - 1)})`,
      () => `(${this.#condition(depth - 1)}) in (true,null)`,
      () => `(${this.#condition(depth - 1)} and null)`,
    ];
    return random.pick(depth > 0 ? nested : simple)();
  }

  #comparison(): string {
    return this.#random.pick(["eq", "ne", "gt", "ge", "lt", "le"]);
  }

  #equality(): string {
    if (this.#random.chance(0.2)) {
      const map = this.#random.pick(["tolower", "toupper", "trim"]);
      return `${map}(${this.#path()}) ${this.#random.pick(["eq", "ne", "ge", "lt"])} ${map}(${this.#literal()})`;
    }
    const right = this.#random.chance(0.2) ? "null" : this.#text(1);
    return `${this.#path()} ${this.#random.pick(["eq", "ne"])} ${right}`;
  }

  #textCondition(): string {
    return `${this.#random.pick(["contains", "startswith", "endswith"])}(${this.#text(1)},${this.#text(1)})`;
  }

  #memberCondition(): string {
    const random = this.#random;
    const scope = this.#scope.members.length > 0 ? this.#scope.members : summary.members;
    const { text, type } = random.pick(scope);
    const members = description.enumTypes[type] ?? [];
    const member = random.pick(members);
    const literal = random.pick([`'${member}'`, `'${member.toUpperCase()}'`, `${type}'${member}'`, "null"]);
    const others = scope.filter((other) => other.type === type);
    switch (random.below(5)) {
      case 0:
        return `${text} in (${literal},'${random.pick(members)}')`;
      case 1:
        return `${text} ${random.pick(["eq", "ne"])} ${random.pick(others).text}`;
      case 2:
        return `contains(${text},'${member.slice(0, 3)}')`;
      case 3:
        return literal === "null" ? `${text} ne null` : `${text} has ${literal}`;
      default:
        return `${text} ${random.pick(["eq", "ne"])} ${literal}`;
    }
  }

  #in(): string {
    const random = this.#random;
    if (random.chance(0.3))
      return `${this.#number(1)} in (1,0,${randomInt32(random)},${random.pick(["null", "828", "1e300", "NaN"])})`;
    const items = Array.from({ length: 1 + random.below(5) }, () => (random.chance(0.15) ? "null" : this.#literal()));
    return `${this.#text(1)} in (${items.join(",")})`;
  }

  #dateCondition(): string {
    const random = this.#random;
    switch (random.below(4)) {
      case 0:
        return `date(${this.#moment()}) ${this.#comparison()} ${random.pick(["2026-03-02", "0001-01-02", "9999-12-30"])}`;
      case 1:
        return `time(${this.#moment()}) ${this.#comparison()} ${random.pick(["08:14:05", "08:14", "08:14:05.123", "23:59:59.999999999999"])}`;
      case 2:
        return `activityDateTime ${this.#comparison()} ${random.pick(["2026-03-02", "2025-12-31"])}`;
      default:
        return `(${this.#moment()} sub ${this.#moment()}) ${this.#comparison()} ${this.#duration()}`;
    }
  }

  #lambda(depth: number): string {
    const random = this.#random;
    if (this.#scope !== summary) return this.#condition(depth);
    const { text, type } = random.pick(summary.collections);
    if (random.chance(0.1)) return `${text}/any()`;
    if (random.chance(0.1)) return `${text}/$count ${this.#comparison()} ${random.below(4)}`;
    this.#scope = readPaths(type, "x/");
    const predicate = random.chance(0.05)
      ? random.pick(["true", "null", "x ne null"])
      : this.#condition(Math.min(depth, 2));
    this.#scope = summary;
    return `${text}/${random.pick(["any", "all"])}(x:${predicate})`;
  }

  #path(): string {
    return this.#random.pick(this.#random.chance(0.8) ? this.#scope.texts : summary.texts);
  }

  #text(depth: number): string {
    const random = this.#random;
    if (depth > 0 && random.chance(0.3)) {
      return random.pick([
        () => `tolower(${this.#text(depth - 1)})`,
        () => `toupper(${this.#text(depth - 1)})`,
        () => `trim(${this.#text(depth - 1)})`,
        () => `concat(${this.#text(depth - 1)},${this.#text(depth - 1)})`,
        () => `substring(${this.#text(depth - 1)},${this.#whole()})`,
        () => `substring(${this.#text(depth - 1)},${this.#whole()},${this.#whole()})`,
      ])();
    }
    return random.chance(0.55) ? this.#path() : random.chance(0.03) ? "null" : this.#literal();
  }

  #literal(): string {
    return quote(this.#texts.next());
  }

  #whole(): string {
    return this.#random.pick([
      () => String(this.#random.below(8) - 2),
      () => String(randomInt32(this.#random)),
      () => `length(${this.#path()})`,
      () => `indexof(${this.#path()},${this.#literal()})`,
      () => "(durationInMilliseconds mod 7)",
      () => "9007199254740993",
    ])();
  }

  #number(depth: number): string {
    const random = this.#random;
    if (depth > 0 && random.chance(0.5)) {
      const operator = random.pick(["add", "sub", "mul", "div", "divby", "mod"]);
      return random.pick([
        () => `(${this.#number(depth - 1)} ${operator} ${this.#number(depth - 1)})`,
        () => `(${this.#number(depth - 1)} ${operator} ${this.#number(depth - 1)})`,
        () => `${random.pick(["round", "floor", "ceiling"])}(${this.#number(depth - 1)})`,
        () => `(-(${this.#number(depth - 1)}))`,
        () => `length(${this.#text(1)})`,
        () => `indexof(${this.#text(1)},${this.#text(1)})`,
      ])();
    }
    return random.pick([
      () => "durationInMilliseconds",
      () => "durationInMilliseconds",
      () => `${random.pick(summary.collections).text}/$count`,
      () =>
        `${random.pick(["year", "month", "day", "hour", "minute", "second", "fractionalseconds", "totaloffsetminutes"])}(${this.#moment()})`,
      () => `totalseconds(${this.#moment()} sub ${this.#moment()})`,
      () => String(randomInt32(random)),
      () =>
        random.pick([
          "0.5",
          "-2.5",
          "1.5",
          "0.1",
          "1e300",
          "-1e300",
          "1.7976931348623157e308",
          "5e-324",
          "1e-300",
          "INF",
          "-INF",
          "NaN",
          "0",
          "9007199254740993",
          "1e16",
          "3e-5",
        ]),
    ])();
  }

  #moment(): string {
    const random = this.#random;
    if (random.chance(0.3)) return `(activityDateTime ${random.pick(["add", "sub"])} ${this.#duration()})`;
    return random.chance(0.6) ? "activityDateTime" : randomMoment(random).replace(/^(.*)$/, "$1");
  }

  #duration(): string {
    return `duration'${this.#random.pick(["PT0S", "PT1S", "-PT0.5S", "P1D", "PT1H30M", "P3650000D", "PT0.0000004S", "-PT0.0000005S", "PT1.123456789S", "P999999999999999D", "PT86399.999999999999S"])}'`;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
