/** What an address field holds; `range` also takes service tags and `*`, `version` is `IPv4` or `IPv6`. */
export type AddressKind = 'ip' | 'prefix' | 'range' | 'version';

/** JSON Schema with our own annotations beside the standard keywords. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  /** Set by the platform: ignored in a request. */
  readonly readOnly?: boolean;
  /** The field holds an IP address, a prefix, a range or an IP version. */
  readonly 'x-address'?: AddressKind;
  /** Rules look at this value: it counts for the coverage figure. */
  readonly 'x-checked'?: boolean;
  /** First api-version that has the property; absent for those the type always had. */
  readonly 'x-since'?: string;
  /** A secret: never printed. */
  readonly 'x-secret'?: boolean;
  /** Documented values. The platform's enums are open, so another value is no error. */
  readonly 'x-known-values'?: readonly string[];
}

/** One resource type, described once: shape, address fields and api-versions come from here. */
export interface ResourceType {
  /** Full name in the platform's spelling. */
  readonly type: string;
  /** Published api-versions, oldest first; empty when not all are known. */
  readonly apiVersions: readonly string[];
  /** Whether it extends another resource by `scope`. */
  readonly extension: boolean;
  readonly schema: Schema;
}

/** Checks a description's form while it is written; returns it unchanged. */
export const defineResourceType = (type: ResourceType): ResourceType => type;
