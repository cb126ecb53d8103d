import { describe, expect, test } from 'vitest';
import { Field } from '../../src/model/field.ts';
import { blobSource, languageOf } from '../../src/model/image.ts';
import { Place } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const at = new Place({ file: new SourceFile('image.yaml', ''), value: '', locate: () => ({ start: 0, end: 0 }) });
const unknown = Field.unknown("parameters('x')", 'a parameter', at);

describe('where a blob comes from', () => {
  test.each([
    ['C:\\images\\a.vhdx', 'local path'],
    ['c:/images/a.vhdx', 'local path'],
    ['\\\\server\\images\\a.vhdx', 'local path'],
    ['/mnt/images/a.vhdx', 'local path'],
    ['./a.vhdx', 'local path'],
    ['file:///a.vhdx', 'local path'],
    ['https://a.blob.core.windows.net/b/a.vhdx', 'url without signature'],
    ['https://a.blob.core.windows.net/b/a.vhdx?sv=1&design=1', 'url without signature'],
    ['https://a.blob.core.windows.net/b/a.vhdx?sig=1', 'unknown'],
    ['"https://a.blob.core.windows.net/b/a.vhdx?sp=r"&"sig=1"', 'unknown'],
    ['\'"https://a.blob.core.windows.net/b/a.vhdx"\'', 'url without signature'],
    ['', 'unknown'],
    ['the URL of the image', 'unknown'],
  ])('%s: %s', (text, kind) => {
    expect(blobSource(Field.scalar(text, at))).toBe(kind);
  });

  test('what is unknown at its end may have a signature, but a path stays a path', () => {
    expect(blobSource(Field.text(['https://a/b?', unknown], at))).toBe('unknown');
    expect(blobSource(Field.text(['D:\\images\\', unknown], at))).toBe('local path');
    expect(blobSource(unknown)).toBe('unknown');
    expect(blobSource(Field.absent(at))).toBe('unknown');
  });
});

describe('the language in the name of a file', () => {
  test.each([
    ['https://a/b/ws2025_de-de.vhdx?sig=1', 'de-de'],
    ['C:\\images\\WS2025.JA-JP.vhdx', 'JA-JP'],
    ['https://a/b/ws2025_en-us.vhdx', undefined],
    ['https://a/de-de/ws2025.vhdx', undefined],
    ['https://a/b/code-de-development.vhdx', undefined],
    ['https://a/b/ws2025.vhdx?sig=_de-de_', undefined],
  ])('%s: %s', (text, language) => {
    expect(languageOf(Field.scalar(text, at))).toBe(language);
  });
});
