export default {
  // A function: the command finds the staged files itself, and all in one process.
  '*.{json,jsonc,yaml,yml,tf,sh,bash,azcli,ps1,psm1}': () => 'azlocal-lint --staged --quiet',
};
