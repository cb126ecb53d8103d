import fc from 'fast-check';

/**
 * Property tests try the same values in every run, so that a red test is about the change that it judges. To look for
 * values that nobody tried yet: `PROPERTY_SEED=$RANDOM npx vitest run`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261124) });
