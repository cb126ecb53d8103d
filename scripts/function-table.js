/**
 * The page about the functions of the ARM template language: every one with what is known of its result before
 * deployment. It comes from the entries that the evaluator uses.
 */
import { pageOf } from '../build/arm/functions/define.js';
import { allFunctions } from '../build/arm/functions/index.js';

const meanings = {
  evaluated: 'computed when its arguments are known; often a part of it is known when they are not',
  'from the template': 'what the template declares is known; what the platform adds is unknown',
  'from the context': 'known as far as the deployment is described, otherwise unknown',
  'during deployment': 'unknown, with that reason',
};

/** @param {readonly [number, number]} arity */
const argumentsOf = ([least, greatest]) =>
  greatest === least
    ? `${least}`
    : greatest === Number.POSITIVE_INFINITY
      ? `${least} or more`
      : `${least} to ${greatest}`;

/** The page as Markdown. */
export function functionTable() {
  const groups = [...new Set(allFunctions.map(({ group }) => group))].sort();
  const lines = [
    '<!-- Written by `npm run docs`. Do not edit. -->',
    '# Functions of the ARM template language',
    '',
    `All ${allFunctions.length} documented functions, and how much of their result azlocal-lint knows before deployment:`,
    '',
    ...Object.entries(meanings).map(([name, meaning]) => `- **${name}**: ${meaning}.`),
    '',
    'Names compare in any case. Functions of a template’s own are evaluated, too. A function that is not in this table is',
    'reported (AZL8007).',
    '',
  ];
  for (const group of groups) {
    const functions = allFunctions.filter((one) => one.group === group);
    lines.push(
      `## ${group.charAt(0).toUpperCase()}${group.slice(1)}`,
      '',
      '| function | arguments | result |',
      '| --- | --- | --- |',
    );
    for (const one of functions.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)))
      lines.push(`| [\`${one.name}\`](${pageOf(one)}) | ${argumentsOf(one.arity)} | ${one.knowledge} |`);
    lines.push('');
  }
  return `${lines.join('\n').trim()}\n`;
}
