/**
 * What is fuzzed: each target takes any text, and throws when the linter does not do with it as it should. A reader may
 * find fault with a text, but never throws, and every place it names lies in the text.
 */

const schema = 'https://schema.management.azure.com/schemas/2019-04-01';
const type = 'Microsoft.AzureStackHCI/logicalNetworks';

/** @typedef {{ words: readonly string[], seeds: RegExp, run: (text: string) => unknown }} Target */

/**
 * @param {(path: string) => Promise<any>} load gives a module of the linter by its path in `src`, without an ending
 * @returns {Promise<Readonly<Record<string, Target>>>}
 */
export async function fuzzTargets(load) {
  const [{ SourceFile }, { readJson }, { readYaml }, { readHcl }, { readBash }, { readPowerShell }] = await Promise.all(
    ['source-file', 'json', 'yaml', 'hcl', 'bash', 'powershell'].map((name) => load(`source/${name}`)),
  );
  const { parseExpression } = await load('arm/parser');
  const { ExpressionError } = await load('arm/syntax');
  const { readConfig } = await load('config/config');
  const { lint } = await load('engine/lint');
  const { rules } = await load('rules/index');

  /** @param {string} text @param {readonly { span: { start: number, end: number } }[]} problems */
  const inside = (text, problems) => {
    for (const { span } of problems) {
      if (!(span.start >= 0 && span.start <= span.end && span.end <= Math.max(1, text.length)))
        throw new Error(`a problem is outside of the text: ${JSON.stringify(span)} of ${text.length}`);
    }
  };
  /** @param {any} input */
  const whole = async (input) => {
    const { findings } = await lint(input, { preset: 'strict' });
    const crash = findings.find((/** @type {any} */ { ruleId }) => ruleId === 'AZL8005');
    if (crash) throw new Error(crash.message);
  };
  /** @param {(file: any) => any} read */
  const reader = (read) => (/** @type {string} */ text) => {
    const { problems, documents } = read(new SourceFile('a', text));
    inside(text, problems);
    for (const document of documents) document.locate(['a', 0, 'b'], 'value');
  };
  /** @param {(text: string) => Promise<{ problems: readonly any[] }>} read */
  const script = (read) => async (/** @type {string} */ text) => inside(text, (await read(text)).problems);
  /** @param {string} path */
  const file = (path) => (/** @type {string} */ text) => whole({ files: [new SourceFile(path, text)] });
  /** @param {string} text */
  const template = (text) =>
    JSON.stringify({
      $schema: `${schema}/deploymentTemplate.json#`,
      contentVersion: '1.0.0.0',
      parameters: { p: { type: 'string' }, o: { type: 'object', defaultValue: { a: [1, 'b'] } } },
      variables: { v: text, w: "[variables('v')]" },
      resources: [
        {
          type,
          apiVersion: '2025-09-01-preview',
          name: `[${text}]`,
          location: `[${text}]`,
          properties: { copy: [{ name: 'subnets', count: 2, input: `[${text}]` }] },
        },
      ],
      outputs: { o: { type: 'string', value: text } },
    });
  const json = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '\\',
    '\\u',
    '//',
    '/*',
    '*/',
    'null',
    '1e9',
    '-',
    '\ufeff',
    '\u0000',
    '\ud800',
    '"__proto__":',
  ];
  const yaml = [
    '&a ',
    '*a',
    '<<: ',
    '- ',
    '? ',
    ': ',
    '|',
    '>',
    '!!',
    '%',
    '---\n',
    '...\n',
    '\n  ',
    '\t',
    '#',
    '[',
    '{',
    '"',
    "'",
    '\r',
  ];
  const shell = [
    '$(',
    ')',
    '"',
    "'",
    '`',
    '\\\n',
    '<<X\n',
    'X\n',
    '|',
    '&&',
    ';',
    '{',
    '}',
    'if ',
    'fi',
    'do',
    'done',
    'case x in',
    'esac',
    '${',
    '$((',
    '#',
    '@(',
    '@{',
    "@'\n",
    "\n'@",
    '<#',
    '#>',
  ];
  const calls = [
    'concat(',
    'parameters(',
    'variables(',
    'copyIndex(',
    'resourceId(',
    'format(',
    'substring(',
    'padLeft(',
    'json(',
    'map(',
    'lambda(',
    'cidrSubnet(',
    'dateTimeAdd(',
    'union(',
    'range(',
    'if(',
    ')',
    ',',
    "'a'",
    "'{0:N2}'",
    '[0]',
    '.a',
    '-1',
    '99999999999',
    "'",
  ];
  const parse = (/** @type {string} */ text) => {
    try {
      parseExpression(text);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
    }
  };
  return {
    json: { words: json, seeds: /\.json$/, run: reader(readJson) },
    yaml: { words: [...json, ...yaml], seeds: /\.ya?ml$/, run: reader(readYaml) },
    hcl: {
      words: [...json, ...shell, 'resource "a" "b" {', '<<EOT\n'],
      seeds: /\.tf$/,
      run: async (text) => inside(text, (await readHcl(new SourceFile('a.tf', text))).problems),
    },
    expression: { words: calls, seeds: /\.json$/, run: parse },
    evaluator: { words: calls, seeds: /\.json$/, run: (text) => file('a.json')(template(text)) },
    template: {
      words: [...json, ...calls, '"copy":', '"condition":', '"templateLink":'],
      seeds: /\.json$/,
      run: file('a.json'),
    },
    spec: { words: [...json, ...yaml], seeds: /\.yaml$/, run: file('a.yaml') },
    bash: {
      words: [...shell, 'az stack-hci-vm create --name ', '--ip-address '],
      seeds: /\.(sh|bash)$/,
      run: script(readBash),
    },
    powershell: {
      words: [...shell, 'New-AzStackHCIVMVirtualMachine -Name '],
      seeds: /\.ps1$/,
      run: script(async (text) => readPowerShell(text)),
    },
    script: {
      words: [...shell, 'az stack-hci-vm create --name ', 'az stack-hci-vm network lnet create --address-prefixes '],
      seeds: /\.(sh|bash)$/,
      run: file('a.sh'),
    },
    live: {
      words: json,
      seeds: /live.*\.json$/,
      run: (text) => whole({ files: [], live: [new SourceFile('a.json', text)] }),
    },
    'what-if': {
      words: json,
      seeds: /what-if.*\.json$/,
      run: (text) => whole({ files: [], whatIf: [new SourceFile('a.json', text)] }),
    },
    configuration: {
      words: [...json, ...yaml, 'rules', 'overrides', 'off'],
      seeds: /azlocal-lint\.(yaml|json)$/,
      run: (text) => readConfig(new SourceFile('azlocal-lint.yaml', text), rules),
    },
  };
}
