// Loaded before a program: says at its end how much memory it took, in KiB.
process.on('exit', () => {
  require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS));
});
