const names = 'password|passwd|secret|accesskey|accountkey|sharedkey|account-key|token';
/** A text in quotes or a word; an expression or a variable only refers to a secret. */
const value = String.raw`"(?![[$@{(%])[^"\n]*"|'(?![[$@{(%])[^'\n]*'|(?!true\b|false\b|null\b)[^\s"'[$@{(%,;&|<>-][^\s"',;&|<>]*`;

/**
 * Secrets that are known by how they are written, wherever they stand: each expression has what comes before a secret as its
 * first group, and the secret as its second. All of them take time that grows with the text only.
 */
const patterns: readonly RegExp[] = [
  // The signature of a shared access signature: whoever has it may read the storage.
  /([?&](?:amp;)?sig=)([^&\s"'<>\\]+)/gi,
  // Proxies and feeds: http://user:password@host.
  /(:\/\/[^\s/:@"'<>]{0,256}:)([^\s/@"'<>]{1,256})(?=@)/g,
  /(-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----)((?:[^-]|-(?!----))+)/g,
  // What is called a password, in any language, and what a command is given as one.
  new RegExp(`((?:${names})["']?[ \\t]{0,8}[:=][ \\t]{0,8})(${value})`, 'gi'),
  new RegExp(`(-[\\w-]{0,40}(?:${names})[ \\t]{1,8}|\\baz login\\b[^\\n]{0,300}\\s-p[ \\t]{1,8})(${value})`, 'gi'),
];

/** What stands between quotes is said without them. */
const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** Calls `hide` with each secret of a text, and gives the text with what it answers in place of them. */
export function replaceSecrets(text: string, hide: (secret: string) => string, which = patterns): string {
  let result = text;
  for (const pattern of which) {
    result = result.replace(pattern, (_, before: string, secret: string) => {
      const bare = unquoted(secret);
      return before + secret.replace(bare, () => hide(bare));
    });
  }
  return result;
}

/** Those that are told from prose: messages say "password is …". */
export const inProse: readonly RegExp[] = patterns.slice(0, 3);
