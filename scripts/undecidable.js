/**
 * What the documentation says and no spec, change or command can show, each with the reason. Statements in our own words;
 * pages as `documented()` takes them.
 *
 * @type {readonly { statement: string, page: import('../dist/model/documentation.js').Page, heading: string, reason: string }[]}
 */
export const undecidable = [];
