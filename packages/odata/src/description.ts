/** What a query may do with one path of a resource, and who says so. */
export interface PathPolicy {
  /** Segments joined by `/`, in wire case: `provisioningStatusInfo/status`. */
  readonly path: string;
  /** Filter operators and functions the service documents for this path. */
  readonly operators: readonly string[];
  /** Whether `$orderby` on this path is documented. */
  readonly orderby: boolean;
  /** Where this is written or was seen. */
  readonly source: string;
}

/** One structural property of an entity or complex type. */
export interface PropertyDescription {
  /** `Edm.String`, `Edm.Int32`, `Edm.DateTimeOffset` or a qualified name listed in the description. */
  readonly type: string;
  readonly collection?: boolean;
  readonly nullable?: boolean;
}

/** An entity or complex type. */
export interface StructuredTypeDescription {
  readonly baseType?: string;
  /** An open type takes properties it does not declare. */
  readonly open?: boolean;
  readonly properties: Readonly<Record<string, PropertyDescription>>;
}

/** Everything `bind` needs to know of a resource; plain data, so that the package that owns the resource can state it. */
export interface EntityDescription {
  /** Qualified name of the entity type, as error messages print it. */
  readonly type: string;
  /** Name of the key property. */
  readonly key: string;
  /** Entity and complex types by qualified name. */
  readonly structuredTypes: Readonly<Record<string, StructuredTypeDescription>>;
  /** Members of each enum type by qualified name, in value order. */
  readonly enumTypes: Readonly<Record<string, readonly string[]>>;
  /** Other spellings of a path: alias to wire path. */
  readonly pathAliases: Readonly<Record<string, string>>;
  readonly policy: readonly PathPolicy[];
}
