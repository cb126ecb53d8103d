/** What to do about an error, by the parser's code and what its message contains. The first that fits is used. */
const advice: readonly (readonly [code: string, contains: string, words: string])[] = [
  ['TAB_AS_INDENT', '', 'a tab is used for indentation. YAML allows spaces only.'],
  ['BAD_INDENT', 'Flow', 'these brackets must be indented deeper than the key they belong to, and be closed.'],
  ['BAD_INDENT', 'Block scalar', 'the text of a "|" or ">" value must be indented with spaces, deeper than its key.'],
  ['BAD_INDENT', '', 'wrong indentation. Items of one list or mapping must start in the same column.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    '',
    'a second ": " in one line. Put the inner mapping on lines of its own, or quote the text that has ": " in it.',
  ],
  [
    'MULTILINE_IMPLICIT_KEY',
    '',
    'this value goes on in the next line, which looks like a key. Check the indentation, and that a space follows each ":".',
  ],
  ['MISSING_CHAR', 'Implicit map keys', 'this is not followed by a ":", but stands where a key is expected.'],
  ['MISSING_CHAR', 'flow collection', 'missing comma: one is expected between items in brackets.'],
  ['MISSING_CHAR', 'directives-end', 'a line starting with "%" must be followed by a line with "---".'],
  [
    'UNEXPECTED_TOKEN',
    'on same line with key',
    'a list cannot start on the line of its key. Put "- " on the next line.',
  ],
  ['UNEXPECTED_TOKEN', 'Unexpected , in flow', 'a value is missing before this comma.'],
  ['UNEXPECTED_TOKEN', 'flow-seq-end', 'this "]" closes nothing. Remove it, or add the missing "[" before it.'],
  ['UNEXPECTED_TOKEN', 'flow-map-end', 'this "}" closes nothing. Remove it, or add the missing "{" before it.'],
  ['UNEXPECTED_TOKEN', 'Block scalar header', 'text must start on the line after "|" or ">".'],
  [
    'UNEXPECTED_TOKEN',
    'at node end',
    'this is not expected after the end of the value. Check the indentation, and the quotes before it.',
  ],
  ['BAD_SCALAR_START', '', 'text cannot start with this character. Put it in quotes.'],
  ['BAD_DQ_ESCAPE', '', 'this is not an escape in double quotes. Write "\\\\" for a backslash, or use single quotes.'],
  ['ALIAS_PROPS', '', 'an alias cannot have an anchor or a tag.'],
  ['MULTIPLE_ANCHORS', '', 'a value can have one anchor only.'],
  ['MULTIPLE_TAGS', '', 'a value can have one tag only.'],
  ['KEY_OVER_1024_CHARS', '', 'a key can have at most 1024 characters. Is a line break or a quote missing?'],
];

/**
 * An error of the `yaml` package in words that say what to do. `code` is its error code, `message` its message;
 * an error that we have no words for keeps its own.
 */
export function inWords(code: string, message: string): string {
  const known = advice.find(([wanted, contains]) => wanted === code && message.includes(contains));
  return known ? known[2] : `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}.`;
}
