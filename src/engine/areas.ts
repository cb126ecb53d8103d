/** The areas of the catalogue, by the first digit of a rule's id. */
const areas: Readonly<Record<string, string>> = {
  1: 'Logical networks and addresses',
  2: 'Network interfaces',
  3: 'Virtual machines',
  4: 'Disks, images and snapshots',
  5: 'Lifecycle and tooling',
  6: 'Address plan and references',
  7: 'Virtual networks, security groups, public addresses, NAT, load balancers, fabric',
  8: "The linter's own",
  9: 'Rules of your own',
};

/** What a rule is about. Users may give their rules any id. */
export const areaOf = (ruleId: string): string => areas[/^AZL(\d)/.exec(ruleId)?.[1] ?? ''] ?? 'Rules of your own';
