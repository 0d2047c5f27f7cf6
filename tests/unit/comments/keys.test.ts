import { postRequest } from '../../../contracts/comments';
import { createKeys, textKey } from '../../../server/comments/keys';

const keys = createKeys('a secret of this newsroom');
const NOW = new Date('2026-05-14T12:00:00Z');
const LATER = new Date('2026-05-14T12:15:00Z');

describe('a keyed hash', () => {
  it('tells nothing without the key', () => {
    const others = createKeys('a secret of another one');
    expect(keys.address('192.0.2.7')).not.toBe(others.address('192.0.2.7'));
    expect(keys.address('192.0.2.7')).toMatch(/^[\w-]{32}$/);
    expect(keys.email('7')).not.toBe(keys.user(7));
  });

  it.each([
    ['Anna@Readers.example', ' anna@readers.EXAMPLE ', true],
    ['anna@readers.example', 'hanna@readers.example', false],
    ['jo\u0308rg@blätter.example', 'jörg@xn--bltter-cua.EXAMPLE', true],
    ['jörg@readers.example', 'jorg@readers.example', false],
  ])('of the e-mail addresses %p and %p', (one, other, same) => {
    expect(keys.email(one) === keys.email(other)).toBe(same);
  });

  it.each([
    ['192.0.2.7', '::ffff:192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['2001:db8:1:2:3::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['unix:', 'unix:', true],
  ])('of the network addresses %p and %p', (one, other, same) => {
    expect(keys.address(one) === keys.address(other)).toBe(same);
  });
});

describe('an e-mail address', () => {
  const isGiven = (email: string): boolean => postRequest.safeParse({ text: 'Well.', email }).success;
  it.each([
    'anna@readers.example', "o'neill+news@mail.readers.example", 'jörg@blätter.example', 'ольга@почта.рф', '花子@例え.テスト',
    'anna@xn--bltter-cua.example', 'anna@readers.xn--p1ai',
  ])('may be %s', (email) => expect(isGiven(email)).toBe(true)); // prettier-ignore
  it.each([
    'anna', 'anna@readers', '@readers.example', 'anna@', '.anna@readers.example', 'an..na@readers.example', 'anna@readers..example',
    'anna@-readers.example', 'an na@readers.example', 'anna@b@readers.example', '<b>@readers.example', 'anna@readers.example\u202e', 'anna@1.2',
    `${'a'.repeat(250)}@readers.example`,
  ])('is not %j', (email) => expect(isGiven(email)).toBe(false)); // prettier-ignore
});

describe('a token', () => {
  const token = keys.token('c1', LATER);
  it.each([
    ['for its comment', token, 'c1', NOW, 'good'],
    ['for another comment', token, 'c2', NOW, 'not-ours'],
    ['when its time is over', token, 'c1', LATER, 'over'],
    ['with a longer time', token.replace(/^[^.]+/, 'zzzzzzzzz'), 'c1', NOW, 'not-ours'],
    ['cut', token.slice(0, -1), 'c1', NOW, 'not-ours'],
    ['of another key', createKeys('a secret of another one').token('c1', LATER), 'c1', NOW, 'not-ours'],
    ['of nothing', '', 'c1', NOW, 'not-ours'],
    ['of something else', 'é.é', 'c1', NOW, 'not-ours'],
  ])('%s', (_, given, comment, now, state) => {
    expect(keys.tokenState(given, comment, now)).toBe(state);
  });
});

describe('texts that are the same', () => {
  it.each([
    ['Buy now!', 'BUY   NOW', true],
    ['Buy now', 'B\u200buy now.', true],
    ['Buy now', 'Buy nowhere', false],
    ['купить', 'КУПИТЬ!!!', true],
  ])('%p and %p: %p', (one, other, same) => {
    expect(textKey(one) === textKey(other)).toBe(same);
  });
});
