import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** A public key as OpenSSH writes it: the algorithm, a blank, the key in Base64. Options may stand before. */
const openSsh =
  /(?:^|\s)(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)\s/;

/** How keys begin that are of another format: PEM, and that of RFC 4716. */
const otherFormat = /^-{4,5} ?BEGIN ([A-Z0-9 ]+?) ?-{4,5}/;

/** The public keys of a VM: if one is of another format than that of OpenSSH, say so. */
export default defineRule({
  id: 'AZL3020',
  name: 'ssh-key-not-openssh',
  title: 'Public key of a VM is not in the format of OpenSSH',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Linux VM',
    'The public key of a VM is to be in the format of OpenSSH.',
  ),
  remedy: 'Convert the key with `ssh-keygen -i -f <file>`, and use what that prints.',
  types: [virtualMachineType],

  *resource(machine) {
    const profile = machine.body.get('properties.osProfile');
    for (const system of ['linuxConfiguration', 'windowsConfiguration']) {
      for (const key of profile.all(`${system}.ssh.publicKeys[].keyData`)) {
        if (isBlank(key) || key.string === undefined || openSsh.test(key.string.trim())) continue;
        // What it is matters, not the key: it may be a private one.
        const [, format] = otherFormat.exec(key.string.trim()) ?? [];
        yield {
          ...pointAt(key),
          message: `a public key of ${describe(machine)} ${format === undefined ? 'has no algorithm in front' : `is a "${format}"`}; it must be in the format of OpenSSH, such as "ssh-ed25519 AAAA…". Convert it with \`ssh-keygen -i\`.`,
        };
      }
    }
  },
});
