import { writeExamples } from '../../scripts/examples.js';

/** Tests need no compilation, but for what `explain` reads beside the code. */
export default writeExamples;
