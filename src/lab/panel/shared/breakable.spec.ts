import { expect, it } from 'vitest';
import { piecesOf } from './breakable.tsx';

it.each([
  ['found: 127.0.0.1', 'found: 127.0.0.1'],
  ['valid until 2036-11-22 19:26 UTC', 'valid until 2036-11-22 19:26 UTC'],
  ['made out for localhost:5000', 'made out for localhost:|5000'],
  ['Login (registry.internal.corp.example:5000)', 'Login (registry.|internal.|corp.|example:|5000)'],
  ['', '']
])('"%s" may be broken in a long host, and in no shorter word', (text, pieces) => {
  expect(piecesOf(text).join('|')).toBe(pieces);
});
