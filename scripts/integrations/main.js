/**
 * All checks of the integrations that the gate runs, with the real tools, which are installed beside the project. Run
 * `npm run compile` first.
 */
for (const name of ['validators', 'github-action', 'pipelines', 'hook-managers', 'pre-commit']) {
  process.stdout.write(`\n-- ${name}\n`);
  await import(`./${name}.js`);
}
