import { expect, test } from 'vitest';
import { isOutside, uriOf } from '../../src/reporters/uri.ts';

test.each([
  ['specs/net.yaml', 'specs/net.yaml'],
  ['my specs/net 01.yaml', 'my%20specs/net%2001.yaml'],
  ['a#b?c.yaml', 'a%23b%3Fc.yaml'],
  ['100%.yaml', '100%25.yaml'],
  ['netz-ü/名前.yaml', 'netz-%C3%BC/%E5%90%8D%E5%89%8D.yaml'],
  ['{a}/[b].yaml', '%7Ba%7D/%5Bb%5D.yaml'],
  ['a\\b.yaml', 'a%5Cb.yaml'],
  ['a:b/c.yaml', './a:b/c.yaml'],
  ['a/b:c.yaml', 'a/b:c.yaml'],
  ['../other/net.yaml', '../other/net.yaml'],
  ['/tmp/a b.yaml', 'file:///tmp/a%20b.yaml'],
  ['D:/specs/a.yaml', 'file:///D:/specs/a.yaml'],
  ['a\ud800.yaml', 'a%EF%BF%BD.yaml'],
])('%s as a URI', (path, uri) => {
  expect(uriOf(path)).toBe(uri);
});

test.each(['../a.yaml', '..', '/tmp/a.yaml', 'D:/a.yaml'])('%s is outside the repository', (path) => {
  expect(isOutside(path)).toBe(true);
});

test.each(['a.yaml', '..a/b.yaml', '.hidden/..', 'a/../b.yaml', '.'])('%s is inside the repository', (path) => {
  expect(isOutside(path)).toBe(false);
});
