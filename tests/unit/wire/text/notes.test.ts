import { BODY, itemOf, paragraphsOf, readText, STORY } from './read';

const HEAD = 'Council reopens lighthouse of Easthaven';

describe('what a newsroom must read before it publishes', () => {
  it.each([
    ['Eds: Updates with quote from mayor.', 'Updates with quote from mayor.', ['update'], 'usable'],
    [
      'Eds: CORRECTS name of the owl to Lind, not Lint.',
      'CORRECTS name of the owl to Lind, not Lint.',
      ['correction'],
      'usable',
    ],
    ['(Corrects number of owls in paragraph 2)', 'Corrects number of owls in paragraph 2', ['correction'], 'usable'],
    [
      'CORRECTION: An earlier version gave a wrong number.',
      'CORRECTION: An earlier version gave a wrong number.',
      ['correction'],
      'usable',
    ],
    [
      '(Berichtigung: Zahl der Eulen im ersten Absatz)',
      'Berichtigung: Zahl der Eulen im ersten Absatz',
      ['correction'],
      'usable',
    ],
    ['(1ST LEAD)', undefined, ['update'], 'usable'],
    ['2nd Ld-Writethru', undefined, ['update'], 'usable'],
    ['URGENT', undefined, ['alert'], 'usable'],
    ['REFILE (adds dropped word)', 'adds dropped word', ['correction', 'update'], 'usable'],
    ['--Clarifies headline--', 'Clarifies headline', ['correction'], 'usable'],
    ['(Actualiza con declaraciones)', 'Actualiza con declaraciones', undefined, 'usable'],
    ['MANDATORY KILL', undefined, ['kill'], 'canceled'],
  ])('%j', (line, edNote, signals, pubStatus) => {
    const item = itemOf(`${line}\n\n${HEAD}\n\n${BODY}`);
    expect(item.headline).toBe(HEAD);
    expect(paragraphsOf(item)).toEqual(STORY);
    expect(item.signals).toEqual(signals);
    expect(item.pubStatus).toBe(pubStatus);
    if (pubStatus === 'usable') expect(item.edNote).toBe(edNote);
  });

  it.each([
    [
      'a kill of AP',
      'BC-NO--Lighthouse,KILL\n\nEDITORS: Kill BC-NO--Lighthouse, sent May 4. The vote had not been taken when the story moved.\n\nThe AP',
      'canceled',
      ['kill'],
    ],
    [
      'a withdrawal',
      'WITHDRAWAL\n\nATTENTION EDITORS: Please withdraw the story “Council reopens lighthouse”. We apologise.\n\nAFP',
      'canceled',
      ['kill'],
    ],
    [
      'a story withdrawn by Reuters',
      `STORY WITHDRAWN-${HEAD}\n\nEASTHAVEN, May 4 (Reuters) - The story is withdrawn because the vote was not yet public.`,
      'canceled',
      ['kill'],
    ],
    [
      'a hold',
      'HOLD HOLD HOLD\n\nPlease hold the story “Council reopens lighthouse”. We are checking the figures.\n\ndpa',
      'withheld',
      undefined,
    ],
  ])('%s', (_, text, pubStatus, signals) => {
    const item = itemOf(text);
    expect(item.pubStatus).toBe(pubStatus);
    expect(item.signals).toEqual(signals);
    expect(item.edNote).toMatch(/withdraw|[Kk]ill|hold/);
  });

  it.each([
    [`CORRECTED-${HEAD}`, ['correction']],
    [`UPDATE 2-${HEAD}`, ['update']],
    [`REFILE-${HEAD}`, ['correction']],
    [`Correction: ${HEAD}`, ['correction']],
    [`(Correction) ${HEAD}`, ['correction']],
    [`WRAPUP 3-${HEAD}`, ['update']],
  ])('takes the tag off the headline %j', (line, signals) => {
    expect(itemOf(`${line}\n\n${BODY}`)).toMatchObject({ headline: HEAD, signals });
  });

  it.each([
    ['Not for publication before 14:00 UTC on 24 March 2021', '2021-03-24T14:00:00.000Z'],
    ['STRICTLY EMBARGOED FOR RELEASE AT 1100 GMT, THURSDAY 16 MARCH 2023', '2023-03-16T11:00:00.000Z'],
    ['HOLD FOR RELEASE AT 12:01 A.M. EDT, THURSDAY, JULY 1, 2021', '2021-07-01T04:01:00.000Z'],
    ['Sperrfrist: 8. Juni 2020, 12.00 Uhr', '2020-06-08T10:00:00.000Z'],
    ['EMBARGOED', '9999-12-31T23:59:59.000Z'],
  ])('keeps the embargo %j', (line, until) => {
    const item = itemOf(`${line}\n\n${HEAD}\n\n${BODY}`, 'Europe/Berlin');
    expect(item).toMatchObject({ embargoedUntil: until, headline: HEAD, pubStatus: 'usable' });
  });

  it('says which line it read the signals and the status from', () => {
    const text = `MANDATORY KILL\n\n${HEAD}\n\n${BODY}`;
    const { provenance } = readText(text);
    for (const field of ['signals', 'pubStatus']) {
      const span = provenance[field]?.span;
      expect(text.slice(span?.start, span?.end)).toBe('MANDATORY KILL');
    }
  });

  it('does not take a headline about an embargo for one', () => {
    const item = itemOf(`Embargo on owls is lifted\n\n${BODY}`);
    expect(item.embargoedUntil).toBeUndefined();
    expect(item.headline).toBe('Embargo on owls is lifted');
  });
});
