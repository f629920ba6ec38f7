import { z } from "zod";
import { isDatabase } from "./data-place.js";
import { didYouMean } from "./nearest.js";
import { profiles } from "./profile.js";
import { environmentName, type Flag, type FlagName, flags } from "./program/flags.js";
import type { GivenValues } from "./program/read-arguments.js";
import { UsageError } from "./program/usage-error.js";

const wholeNumber = (largest: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `is not a whole number from 0 to ${largest}`)
    .transform(Number)
    .pipe(z.number().max(largest, `is more than ${largest}`));

const yesOrNo = z.stringbool({ error: "is neither true nor false" });

/** What each setting may say, from the text of a flag or a variable to the value the program works with. */
const configSchema = z.object({
  port: wholeNumber(65_535),
  // An IPv6 address is written with brackets in a URL and without them here; both are meant.
  host: z
    .string()
    .regex(/^(\[[\da-fA-F:.%]+\]|[^\s/[\]]+)$/, "is not a host name or an address")
    .transform((text) => text.replace(/^\[|\]$/g, "")),
  data: z.string().refine((text) => !isUrl(text) || isDatabase(text), {
    error: `is a URL of no kind that is known here; take a file, or ${environmentName("data")}=postgres://user:password@host/name`,
  }),
  scenario: z.string(),
  seed: wholeNumber(4_294_967_295),
  count: wholeNumber(100_000_000),
  auth: z.enum(["any", "off"]),
  profile: z.enum(profiles),
  readOnly: yesOrNo,
  https: yesOrNo,
  durability: z.enum(["normal", "full"]),
  publicBaseUrl: z
    .string()
    .refine(isBaseUrl, { error: "is not an http or https URL without query, fragment and user name" })
    .transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  log: z.enum(["pretty", "json", "off"]).optional(),
});

/** The program's settings. `log` is undefined where the terminal decides. */
export type Config = z.output<typeof configSchema>;

/**
 * Turns what was given into settings, with the defaults filled in.
 * @throws UsageError that names every setting that cannot be taken, where it was written and why.
 */
export function parseConfig(given: GivenValues): Config {
  const texts = flags.map((flag) => [propertyName(flag.name), given.get(flag.name)?.text ?? defaultOf(flag)]);
  refuseDatabaseFlag(given);
  const result = configSchema.safeParse(Object.fromEntries(texts));
  if (result.success) return result.data;
  const lines = flags.flatMap((flag) => {
    const issue = result.error.issues.find((candidate) => candidate.path[0] === propertyName(flag.name));
    return issue === undefined ? [] : [explain(flag, given, issue.message)];
  });
  throw new UsageError(lines.join("\n"));
}

/** Arguments show in every list of processes, and shells remember them; the environment stays with the user. */
function refuseDatabaseFlag(given: GivenValues): void {
  const data = given.get("data");
  if (data === undefined || data.source !== "--data" || !isDatabase(data.text)) return;
  throw new UsageError(
    `--data: this is the URL of a database. Whoever lists the processes of this machine can read its password there; set it as a variable instead: ${environmentName("data")}=postgres://…`,
  );
}

function explain(flag: Flag & { readonly name: FlagName }, given: GivenValues, reason: string): string {
  const { text, source } = given.get(flag.name) ?? { text: "", source: `--${flag.name}` };
  if (flag.choices !== undefined) {
    return `${source}: can be ${listChoices(flag.choices)}, not "${text}".${didYouMean(text, flag.choices)}`;
  }
  // A URL can hold a password, so its text is not repeated.
  return text.includes("://") ? `${source}: this ${reason}.` : `${source}: "${text}" ${reason}.`;
}

function defaultOf(flag: Flag): string | undefined {
  return flag.default;
}

function propertyName(flag: string): string {
  return flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(text);
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
}

/** "any or off", "pretty, json or off". */
function listChoices(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}
