const head = /<<-?(\w+)\b[^\n]*\n/y;

/**
 * The length of what begins with `<<NAME` and ends with a line that says NAME, in HCL; 0 when none begins here. One that is
 * never closed goes on to the end of the text.
 */
export function hereDocumentLength(text: string, start: number): number {
  head.lastIndex = start;
  const [opening = '', name = ''] = head.exec(text) ?? [];
  if (opening === '') return 0;
  const closing = /[ \t]*(\w+)/y;
  for (let line = start + opening.length; line < text.length; line = nextLine(text, line)) {
    closing.lastIndex = line;
    const said = closing.exec(text);
    if (said?.[1] === name) return line + said[0].length - start;
  }
  return text.length - start;
}

function nextLine(text: string, index: number): number {
  const end = text.indexOf('\n', index);
  return end < 0 ? text.length : end + 1;
}
