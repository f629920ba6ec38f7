import { fork } from "node:child_process";
import { createRequire } from "node:module";

const here = (name) => new URL(name, import.meta.url);
const program = createRequire(import.meta.url)
  .resolve("@org/mock-server/package.json")
  .replace(/package\.json$/, "dist/bin.js");

/** A forked process and its messages: one answer for each thing told. */
function manage(child) {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (said = (said + chunk).slice(-4_000)));
  const next = () =>
    new Promise((resolve, reject) => {
      const settle = (settleWith) => (value) => {
        child.off("message", onMessage);
        child.off("exit", onExit);
        settleWith(value);
      };
      const onMessage = settle(resolve);
      const onExit = settle((code) => reject(new Error(`a process of the benchmark ended with ${code}\n${said}`)));
      child.once("message", onMessage);
      child.once("exit", onExit);
    });
  return {
    child,
    next,
    said: () => said,
    tell(message) {
      const answer = next();
      child.send(message);
      return answer;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export async function startBare() {
  const bare = manage(fork(here("bare.mjs"), { stdio: ["ignore", "pipe", "pipe", "ipc"] }));
  const { url } = await bare.next();
  return { ...bare, url, cpu: () => bare.tell("cpu") };
}

/** Starts fe-mockserver-core, installed in `modules`, over a folder that it reads into memory; `keep` gets it at once. */
export async function startPeer(modules, folder, keep) {
  const options = { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: ["--max-old-space-size=12288"] };
  const peer = keep(manage(fork(here("peer-mock.mjs"), [modules, folder], options)));
  const { url } = await peer.next();
  return { ...peer, url, cpu: () => peer.tell("cpu") };
}

export function startLoad() {
  const load = manage(fork(here("load.mjs"), { stdio: ["ignore", "pipe", "pipe", "ipc"] }));
  return {
    ...load,
    async run(job) {
      const { result, failure } = await load.tell(job);
      if (failure !== undefined) throw new Error(failure);
      return result;
    },
  };
}

/** Starts the built program as a user does, on a free port, and waits until it has printed its address and token. */
export async function startMock(flags, execArgv = []) {
  const child = fork(program, ["--port", "0", ...flags], {
    execArgv: ["--import", here("control.mjs").href, ...execArgv],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const mock = manage(child);
  const deadline = performance.now() + 600_000;
  for (;;) {
    const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(mock.said())?.[0];
    const token = /Bearer ([\w.~+/=-]+)/.exec(mock.said())?.[1];
    if (url !== undefined && token !== undefined) {
      // A log goes on being read, so that its pipe never fills, but no longer costs the parent more than that.
      child.stdout.removeAllListeners("data").resume();
      return { ...mock, url, token, cpu: () => mock.tell("cpu") };
    }
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`no start: ${mock.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
