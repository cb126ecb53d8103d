import { defineRule } from '../engine/rule.ts';
import { machineInWords, optionOf } from '../model/command.ts';
import { documented } from '../model/documentation.ts';
import { argument, commandsBefore } from '../model/operation.ts';

const needed = [1, 14, 5] as const;

/** A stop without shutdown after the extension of the Azure CLI was pinned to a version that doesn't know it: say so. */
export default defineRule({
  id: 'AZL3031',
  name: 'skip-shutdown-before-extension',
  title: 'VM is stopped without shutdown by an extension of the Azure CLI that is too old',
  severity: 'error',
  limitation: documented(
    'whats-new',
    'Features and improvements in 1.5',
    'Stopping a VM at once needs version 1.14.5 of the extension stack-hci-vm of the Azure CLI, or a later one.',
  ),
  remedy: 'Install version 1.14.5 of stack-hci-vm or a later one, or stop the VM without `--skip-shutdown`.',

  *operation(command) {
    const skip = optionOf(command, 'stack-hci-vm stop', '--skip-shutdown');
    if (command.kind !== 'command' || !skip || skip.values[0]?.boolean === false) return;
    const pinned = commandsBefore(command).find(
      (earlier) =>
        /^extension (add|update)$/.test(earlier.verb) &&
        argument(earlier, '--name').string?.toLowerCase() === 'stack-hci-vm',
    );
    const version = pinned && argument(pinned, '--version');
    if (version?.string === undefined || !isOlder(version.string)) return;
    yield {
      at: skip.at,
      related: [{ at: version.at, message: 'the version is pinned here' }],
      message: `"${skip.name}" for ${machineInWords(command)} needs version "1.14.5" of the extension stack-hci-vm or a later one; this script installs "${version.string}". Install a later one, or leave the option out.`,
    };
  },
});

/** Whether a version is certainly older than the one that is needed. */
function isOlder(version: string): boolean {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim())?.slice(1).map(Number);
  const index = needed.findIndex((part, position) => parts?.[position] !== part);
  return parts !== undefined && index >= 0 && (parts[index] as number) < (needed[index] as number);
}
