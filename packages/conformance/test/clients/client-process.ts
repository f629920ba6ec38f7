import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { isRecord } from "../../src/call.js";

export interface Mock {
  readonly url: string;
  readonly token: string;
  /** The service root the client is set up for; "beta" when absent. */
  readonly version?: string;
}

export interface ClientProcess extends Disposable {
  /** What the client gave. Rejects when it failed. */
  ask(operation: string, mock: Mock, input: object): Promise<Record<string, unknown>>;
  /** How the client's own error describes a failure. Rejects when it did not fail. */
  askForFailure(operation: string, mock: Mock, input: object): Promise<Record<string, unknown>>;
  /** Either: `{ result }` or `{ failure }`. */
  hear(operation: string, mock: Mock, input: object): Promise<Record<string, unknown>>;
}

/** Starts one of `drivers/` as a process of its own, as an application that uses the client would be one. */
export function startClientProcess(driver: URL, environment: Record<string, string> = {}): ClientProcess {
  const child = fork(driver, {
    env: { ...process.env, ...environment },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  const exited = exitOf(child).then((code) => [{ exit: code }]);
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));

  const exchange = async (operation: string, mock: Mock, input: object): Promise<Record<string, unknown>> => {
    const { url, token, version } = mock;
    const answer = Promise.race([once(child, "message"), exited]);
    child.send({ operation, mock: { url, token, version }, input });
    const [message] = await answer;
    return isRecord(message) ? message : {};
  };

  return {
    hear: exchange,
    async ask(operation, mock, input) {
      const message = await exchange(operation, mock, input);
      if (!("result" in message))
        throw new Error(`${driver.pathname} ${operation}: ${JSON.stringify(message)}\n${said}`);
      return isRecord(message["result"]) ? message["result"] : {};
    },
    async askForFailure(operation, mock, input) {
      const { failure, ...message } = await exchange(operation, mock, input);
      if (!isRecord(failure))
        throw new Error(`${driver.pathname} ${operation} did not fail: ${JSON.stringify(message)}`);
      return failure;
    },
    [Symbol.dispose]() {
      child.kill();
    },
  };
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, "exit");
  return code;
}
