import { cidrHost, cidrSubnet, parseCidr } from '../values/cidr.ts';
import { type ArmFunction, plain } from './define.ts';

/** Source: "CIDR functions for ARM templates" (read 2026-11-22). */
export const cidrFunctions: readonly ArmFunction[] = [
  plain('cidr', 'parseCidr', { takes: ['text'] }, (cidr) => ({ ...parseCidr(cidr) })),
  plain('cidr', 'cidrSubnet', { takes: ['text', 'number', 'number'] }, cidrSubnet),
  plain('cidr', 'cidrHost', { takes: ['text', 'number'] }, cidrHost),
];
