/**
 * The bill of materials of the package, as CycloneDX: what users install with it, and what is copied into it.
 *
 *   npm run compile && npm run sbom -- sbom.json
 *
 * `npm sbom --omit dev` leaves out `yaml`, which is also an optional peer of a tool (npm 11, 2026-11-24); CycloneDX's own
 * program lists it, but can't know what was bundled.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './fixtures.js';
import { packagesInside } from './third-party.js';
import { installTools } from './tools.js';

/**
 * @typedef {{ group?: string, name: string, version: string, 'bom-ref': string }} Named
 * @typedef {Named & { properties: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 * @typedef {{ metadata: { component: Named }, components: Component[], dependencies: Dependency[] }} Bom
 */

const output = process.argv[2];
if (output === undefined) throw new Error('say where to write it: npm run sbom -- sbom.json');

const tools = installTools('sbom', { '@cyclonedx/cyclonedx-npm': '6.0.1' });
const whole = execFileSync(join(tools, '.bin/cyclonedx-npm'), ['--output-reproducible', '--of', 'JSON'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
/** @type {Bom} */
const bom = JSON.parse(whole);

const nameOf = (/** @type {Component} */ { group, name }) => (group === undefined ? name : `${group}/${name}`);
const mark = 'cdx:npm:package:development';
const inside = new Set(packagesInside(root).map(({ name, version }) => `${name}@${version}`));

/** Components of the package; those that are for development and copied into it all the same are marked as bundled. */
const components = bom.components.flatMap((component) => {
  if (!component.properties.some(({ name }) => name === mark)) return [component];
  if (!inside.has(`${nameOf(component)}@${component.version}`)) return [];
  const properties = component.properties.map((one) =>
    one.name === mark ? { name: 'cdx:npm:package:bundled', value: 'true' } : one,
  );
  return [{ ...component, properties }];
});
const listed = new Set(components.map((component) => `${nameOf(component)}@${component.version}`));
const missing = [...inside].filter((name) => !listed.has(name));
if (missing.length > 0) throw new Error(`dist holds what the lock file does not have: ${missing}`);

const refs = new Set([bom.metadata.component, ...components].map((component) => component['bom-ref']));
const dependencies = bom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, ...(dependsOn && { dependsOn: dependsOn.filter((one) => refs.has(one)) }) }));

writeFileSync(output, `${JSON.stringify({ ...bom, components, dependencies }, null, 2)}\n`);
process.stdout.write(`${output}: ${components.length} components\n`);
