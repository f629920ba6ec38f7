/** A stream that text goes to. */
export interface OutputStream {
  readonly isTerminal: boolean;
  write(text: string): void;
}

export type StopSignal = "SIGINT" | "SIGTERM";

/** What the program needs of the machine it runs on. The bin hands over the real thing, a test its own. */
export interface ProgramHost {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `process.platform`. */
  readonly platform: string;
  readonly homeFolder: string;
  readonly version: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  now(): Date;
  /** Milliseconds that only ever grow. */
  elapsed(): number;
  onSignal(listener: (signal: StopSignal) => void): void;
  /** Ends the process at once. */
  exit(code: number): never;
}
