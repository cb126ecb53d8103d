import type { Finding, Report, Suppression } from '../engine/report.ts';

/** How many findings are accepted, in words: `12 in the baseline`, `2 suppressed`. */
export const acceptedInWords = ({ unchanged, suppressed }: Report): string[] => [
  ...(unchanged.length > 0 ? [`${unchanged.length} in the baseline`] : []),
  ...(suppressed.length > 0 ? [`${suppressed.length} suppressed`] : []),
];

/** Why a finding is accepted: `in the baseline`, or what its suppression says. */
export function whyAccepted({ suppression }: Finding): string {
  if (!suppression) return 'in the baseline';
  const why = justification(suppression);
  return why === undefined ? 'suppressed' : `suppressed: ${why}`;
}

/** The reason of a suppression with ticket and last day; undefined when it says nothing. */
export function justification({ reason, ticket, expires }: Suppression): string | undefined {
  const more = [
    ...(ticket === undefined ? [] : [`ticket ${ticket}`]),
    ...(expires === undefined ? [] : [`until ${expires}`]),
  ];
  if (reason === undefined) return more.length > 0 ? more.join(', ') : undefined;
  return more.length > 0 ? `${reason} (${more.join(', ')})` : reason;
}
