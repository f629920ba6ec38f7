import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Outcome, run, runOrThrow } from "./run.js";

const loopback = "http://127.0.0.1:";
const scope = "@org:registry";

/** What would carry the user's credentials or settings into a publish that must not leave this machine. */
const foreign = /^(npm_|pnpm_|node_auth_token$|actions_id_token_|github_token$|gh_token$)/i;

/** The environment of a publish to `registry` and to nowhere else: settings of its own, and a token worth nothing. */
export async function publishEnvironment(
  home: string,
  registry: string,
  token: string,
  bin: string,
): Promise<NodeJS.ProcessEnv> {
  await mkdir(home, { recursive: true });
  const userConfig = join(home, ".npmrc");
  const globalConfig = join(home, "global-npmrc");
  await writeFile(userConfig, `registry=${registry}/\n//${new URL(registry).host}/:_authToken=${token}\n`);
  await writeFile(globalConfig, "");
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: home,
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    CI: "1",
    NO_PROXY: "127.0.0.1",
    npm_config_userconfig: userConfig,
    npm_config_globalconfig: globalConfig,
    npm_config_registry: `${registry}/`,
  };
}

/** Asks npm and pnpm for a setting as they see it. */
export type Ask = (tool: string, key: string) => Promise<string>;

function askTools(folder: string, env: NodeJS.ProcessEnv): Ask {
  return async (tool, key) => (await runOrThrow(tool, ["config", "get", key], { cwd: folder, env })).stdout.trim();
}

/**
 * Refuses unless both tools would publish to this machine. A scope's own registry outranks the general one, and a
 * scoped setting alone does not hold for publishing, so each has to be right.
 */
export async function assertLoopback(ask: Ask): Promise<void> {
  for (const tool of ["npm", "pnpm"]) {
    const general = await ask(tool, "registry");
    if (!general.startsWith(loopback)) throw new Error(`${tool} would publish to ${general}: nothing was published`);
    const scoped = await ask(tool, scope);
    if (scoped !== "undefined" && scoped !== "" && !scoped.startsWith(loopback)) {
      throw new Error(`${tool} would publish @org to ${scoped}: nothing was published`);
    }
  }
}

/** `changeset publish` of the workspace in `folder`, after the proof that it stays on this machine. */
export async function publish(folder: string, changeset: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  await assertLoopback(askTools(folder, env));
  return run(process.execPath, [changeset, "publish", "--no-git-tag"], { cwd: folder, env });
}
