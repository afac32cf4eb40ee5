import type { AddressView } from '~/api/generated/contract';
import { ADDRESS_FIELDS } from './fields';

/** An address as it is said: number and street together, then ward, district, city. */
export function addressLine(address: AddressView): string {
  const { houseNumber, street } = address;
  const rest = ADDRESS_FIELDS.slice(2).map((field) => address[field]);
  return [`${houseNumber} ${street}`.trim(), ...rest].filter((part) => part !== '').join(', ');
}
