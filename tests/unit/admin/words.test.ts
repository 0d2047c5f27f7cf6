import { partsBetween, type Part } from '../../../admin/panels/wire/words';

const said = (parts: readonly Part[]): string =>
  parts.map(({ kind, text }) => (kind === 'gone' ? `-${text}-` : kind === 'new' ? `+${text}+` : text)).join('');

describe('what became of a value', () => {
  it.each<[string | string[], string | string[], string]>([
    ['Harbour opens', 'Harbour reopens', 'Harbour -opens-+reopens+'],
    [['Harbour', 'Shipping'], ['Harbour', 'Weather'], 'Harbour, -Shipping-, +Weather+'],
    [['Editorial use only'], ['Not in: Japan', 'No archives'], '-Editorial use only-, +Not in: Japan+, +No archives+'],
    ['', ['Travel'], '+Travel+'],
    [['Travel'], '', '-Travel-'],
    [[], [], ''],
  ])('%j, %j', (from, to, expected) => {
    expect(said(partsBetween(from, to))).toBe(expected);
  });
});
