import { z } from "zod";

/** What the entity data model says of a schema. Kept beside the schemas, so that it stays out of their JSON Schema. */
export interface EdmFact {
  /** `Edm.String`, `Edm.Int32`, `Edm.DateTimeOffset` or a qualified name in `microsoft.graph`. */
  readonly type: string;
  /** Qualified name of the base type of a structured type. */
  readonly baseType?: string;
  /** Qualified names that a value of this declared type may name in `@odata.type` beside its own. */
  readonly derivedTypes?: readonly string[];
}

/** Says which EDM type a strict schema stands for. */
export const edm = z.registry<EdmFact>();
