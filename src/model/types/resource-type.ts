/** What an address field holds; `range` also takes service tags and `*`, `version` is `IPv4` or `IPv6`. */
export type AddressKind = 'ip' | 'prefix' | 'range' | 'version';

/** JSON Schema with our own annotations beside the standard keywords. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  /** Width of an integer. */
  readonly format?: 'int32' | 'int64';
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Only what every api-version requires of an object that is written at all. */
  readonly required?: readonly string[];
  readonly items?: Schema;
  /** Set by the platform: ignored in a request. */
  readonly readOnly?: boolean;
  /** The field holds an IP address, a prefix, a range or an IP version. */
  readonly 'x-address'?: AddressKind;
  /** Rules look at this value: it counts for the coverage figure. Every address does without this word. */
  readonly 'x-checked'?: boolean;
  /** First api-version that has the property; absent for those its object (or the type) always had. */
  readonly 'x-since'?: string;
  /** A secret: never printed. */
  readonly 'x-secret'?: boolean;
  /** The field holds the ARM id of a resource of one of these types. */
  readonly 'x-resource-id'?: readonly string[];
  /**
   * `create`: fixed when the resource is created; `update`: the PATCH model takes it. Absent: neither is documented,
   * or the documents disagree.
   */
  readonly 'x-mutability'?: 'create' | 'update';
  /** Documented values. The platform's enums are open, so another value is no error. */
  readonly 'x-known-values'?: readonly string[];
}

/** Our own keywords, for a validator that wants to know every keyword. */
export const annotations = [
  'x-address',
  'x-checked',
  'x-since',
  'x-secret',
  'x-resource-id',
  'x-mutability',
  'x-known-values',
] as const satisfies readonly (keyof Schema)[];

/** One resource type, described once: shape, address fields and api-versions come from here. */
export interface ResourceType {
  /** Full name in the platform's spelling. */
  readonly type: string;
  /** Reference page of the type. */
  readonly documentation: string;
  /** Published api-versions, oldest first. */
  readonly apiVersions: readonly string[];
  /** Whether `apiVersions` is complete, so that any other one does not exist. */
  readonly allApiVersionsKnown: boolean;
  /** Whether it is a tracked resource: it must have a `location` and may have `tags`. */
  readonly tracked: boolean;
  /** Whether it extends another resource by `scope`. */
  readonly extension: boolean;
  readonly schema: Schema;
}

/** Checks a description's form while it is written; returns it unchanged. */
export const defineResourceType = (type: ResourceType): ResourceType => type;
