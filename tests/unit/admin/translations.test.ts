import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTCOMES, action, actionReason, notice, runOrigin, runState } from '../../../contracts/imports';
import { INBOX_KINDS } from '../../../contracts/desk';
import { RESTRICTION_KINDS } from '../../../contracts/restrictions';
import { RIGHTS_FIELDS, surface } from '../../../contracts/rights';
import de from '../../../admin/translations/de.json';
import en from '../../../admin/translations/en.json';
import es from '../../../admin/translations/es.json';
import fr from '../../../admin/translations/fr.json';

const ADMIN = join(__dirname, '../../../admin');
const keys = Object.keys(en);
const others: Record<string, Record<string, string>> = { de, es, fr };

/** The source of the whole admin, as one text. */
const code = readdirSync(ADMIN, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(ADMIN, file), 'utf8'))
  .join('\n');

/** Keys that are put together: `field.${name}` is used for every key that begins with "field.". */
const composed = [...code.matchAll(/`([a-z-]+(?:\.[a-z-]+)*\.)\$\{/g)].map((match) => match[1] ?? '');

/** "{count, plural, one {# photo} other {# photos}}" names count; "{field}: {from}" names field and from. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]))].sort();

describe('the texts of the admin', () => {
  it.each(Object.keys(others))('%s has the keys of English, no more and no fewer', (locale) => {
    expect(Object.keys(others[locale] ?? {}).sort()).toEqual([...keys].sort());
  });

  it.each(Object.keys(others))('%s fills in what English fills in', (locale) => {
    const texts = others[locale] ?? {};
    const wrong = Object.entries(en).filter(
      ([key, text]) => placeholders(texts[key] ?? '').join() !== placeholders(text).join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(Object.keys(others))('%s leaves no sentence in English', (locale) => {
    const texts = others[locale] ?? {};
    const sentences = Object.entries(en).filter(([, text]) => text.split(' ').length > 3);
    expect(sentences.filter(([key, text]) => texts[key] === text).map(([key]) => key)).toEqual([]);
  });

  it('has no key that is never used', () => {
    const unused = keys.filter(
      (key) => !code.includes(`'${key}'`) && !composed.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it.each([
    ['outcome', OUTCOMES],
    ['action', action.options],
    ['reason', actionReason.options],
    ['notice', notice.shape.code.options],
    ['state', runState.options],
    ['origin', runOrigin.options],
    ['field', RIGHTS_FIELDS],
    ['surface', surface.options],
    ['inbox.kind', INBOX_KINDS],
    ['inbox.about', INBOX_KINDS],
    ['restriction', RESTRICTION_KINDS],
    ['restrictions.kind', RESTRICTION_KINDS],
  ] as const)('has a text for every %s of the contract', (prefix, values) => {
    expect(values.filter((value) => !keys.includes(`${prefix}.${value}`))).toEqual([]);
  });
});
