/**
 * Releases of Azure Local for multi-rack deployments, oldest first. The first one is the strict documented list.
 * Source: what's new in Azure Local for multi-rack deployments, 2026-08-20 (read 2026-11-22).
 */
export const releases = ['preview-2025-11', '1.3', '1.4', '1.5'] as const;

export type Release = (typeof releases)[number];

/** The release that applies when nobody names one: the strict list. */
export const defaultRelease: Release = 'preview-2025-11';

/** Whether `release` is `since` or later. */
export const isAtLeast = (release: Release, since: Release): boolean =>
  releases.indexOf(release) >= releases.indexOf(since);
