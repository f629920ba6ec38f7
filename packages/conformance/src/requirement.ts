/** How sure a behaviour is: Microsoft or a standard says so, a real answer showed it, or we conclude it. */
export type Basis = "documented" | "observed" | "inferred";

/** One behaviour the mock promises, and where the promise comes from. */
export interface Requirement {
  /** Where a reader can look it up. */
  readonly source: string;
  readonly basis: Basis;
  readonly behaviour: string;
  /** The statements of `statements.ts` that the proof of this row shows, in whole or in part. */
  readonly statements?: readonly number[];
  /** Present where the mock differs from Microsoft Graph, or where nobody can know what Graph does. */
  readonly difference?: { readonly graph: string; readonly here: string };
}

export type Requirements = Readonly<Record<string, Requirement>>;
