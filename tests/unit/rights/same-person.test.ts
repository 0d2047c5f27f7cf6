import { inOrder, isSamePerson } from '../../../server/rights/credit/same-person';

describe('two printed names', () => {
  it.each([
    ['Ines Brandt', 'INES BRANDT'],
    ['Ines Brandt', 'I. Brandt'],
    ['Ines Brandt', 'I.Brandt'],
    ['Ines Brandt', 'Brandt'],
    ['Ines Maria Brandt', 'I. M. Brandt'],
    ['Ines Maria Brandt', 'I.M. Brandt'],
    ['Ines Maria Brandt', 'Maria Brandt'],
    ['Jean-Pierre Duval', 'J.-P. Duval'],
    ['Thomas Hale', 'Tom Hale'],
    ['Tom Hale Jr.', 'Tom Hale'],
    ['Mira van der Berg', 'M. van der Berg'],
    ['José García', 'Jose Garcia'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Bjørn Ås', 'Bjorn Aas'],
  ])('“%s” and “%s” can be of one person', (one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['Ines Brandt', 'Ilse Brandt'],
    ['Ines Brandt', 'K. Brandt'],
    ['Ines Brandt', 'Ines Holm'],
    ['Ines K. Brandt', 'Ines Maria Brandt'],
    ['Anna Holm', 'Anne Holm'],
    ['Ines Brandt', ''],
  ])('“%s” and “%s” cannot', (one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([false, false]);
  });

  it('have their words in order where the family name comes first', () => {
    expect(inOrder('Brandt, Ines')).toBe('Ines Brandt');
    expect(inOrder('Ines Brandt')).toBe('Ines Brandt');
  });
});
