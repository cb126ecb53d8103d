import type { Field } from './field.ts';
import { referenceId } from './references.ts';
import { publicAddressType } from './type-names.ts';

/** Every value in a value that is the id of a public IP address, wherever it stands. */
export function* publicAddressIds(field: Field): Generator<Field> {
  if (field.isList) for (const item of field.items()) yield* publicAddressIds(item);
  else if (field.isObject) for (const name of field.names()) yield* publicAddressIds(field.memberNamed(name));
  else if (referenceId(field)?.type === publicAddressType.toLowerCase()) yield field;
}
