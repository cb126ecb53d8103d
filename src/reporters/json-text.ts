/**
 * A value as the JSON that programs read. Logs and terminals act on what they see in it, so that what they would obey is
 * written as escapes, which mean the same to every reader: `##vso[…]`, C1 controls, marks that turn the direction of text.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(/#(?=#(vso)?\[)/gi, '\\u0023')
    .replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
