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
  /** What a property that is left out means. */
  readonly default?: string | number | boolean;
  /** Set by the platform: ignored in a request. */
  readonly readOnly?: boolean;
  /** The field holds an IP address, a prefix, a range or an IP version. */
  readonly 'x-address'?: AddressKind;
  /**
   * Rules look at this value: it counts for the coverage figure. Every address of the namespace `Microsoft.AzureStackHCI`
   * does without this word.
   */
  readonly 'x-checked'?: boolean;
  /** First api-version that has the property; absent for those its object (or the type) always had. */
  readonly 'x-since'?: string;
  /** A secret: never printed. */
  readonly 'x-secret'?: boolean;
  /** The field holds the ARM id of a resource of one of these types. */
  readonly 'x-resource-id'?: readonly string[];
  /** The platform chooses a value when none is written: one that is missing may turn out to be any. */
  readonly 'x-allocated'?: boolean;
  /** A property beside this one that holds a list of the same: both together are one set of values. */
  readonly 'x-list'?: string;
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
  'x-allocated',
  'x-list',
  'x-known-values',
] as const satisfies readonly (keyof Schema)[];

/**
 * One resource type, described once: shape, address fields, api-versions and what may change after creation come from
 * here. A name that meant something else in older api-versions has a description for each meaning.
 */
export interface ResourceType {
  /** Full name in the platform's spelling. */
  readonly type: string;
  /** Reference page of the type. */
  readonly documentation: string;
  /** Published api-versions of this description, oldest first. */
  readonly apiVersions: readonly string[];
  /** Whether `apiVersions` is complete, so that any other one does not exist. */
  readonly allApiVersionsKnown: boolean;
  /** Whether it is a tracked resource: it must have a `location` and may have `tags`. */
  readonly tracked: boolean;
  /** Whether it extends another resource by `scope`. */
  readonly extension: boolean;
  /**
   * What may change after creation, when the documentation of multi-rack deployments names it and says that all else is
   * fixed: paths below the resource, with `[]` for the items of a list, each with all that is in it. Absent when no page
   * has such a closed list, or pages disagree. The documentation goes before the API's own marks and PATCH models.
   */
  readonly changeable?: readonly string[];
  readonly schema: Schema;
}

/** Checks a description's form while it is written; returns it unchanged. */
export const defineResourceType = (type: ResourceType): ResourceType => type;
