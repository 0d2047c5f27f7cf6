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

  it.each(['Not for use after December 24, 2026.', 'NOT FOR PUBLICATION AFTER 1 DECEMBER 2026.'])(
    'takes no embargo from the end of a right: %j',
    (line) => {
      const item = itemOf(`${line}\n\n${HEAD}\n\n${BODY}`);
      expect(item).toMatchObject({ headline: HEAD, usageTerms: expect.stringContaining('2026') });
      expect(item).not.toHaveProperty('embargoedUntil');
      expect(itemOf(`${HEAD}\n\n${BODY}\n\n${line}`)).not.toHaveProperty('embargoedUntil');
    },
  );

  it.each([
    ["Editor's note: Do not use before 2300 GMT. Call desk at desk@wire.example.", '9999-12-31T23:59:59.000Z'],
    ['Editors’ note: Not for use before 2300 GMT on June 4, 2025.', '2025-06-04T23:00:00.000Z'],
    ['Redaktionshinweis: Bitte nicht vor 18.00 Uhr verwenden.', '9999-12-31T23:59:59.000Z'],
    ['Redaktionshinweis: Bitte nicht vor dem 4. Juni 2025, 18.00 Uhr, verwenden.', '2025-06-04T16:00:00.000Z'],
    ['Note aux rédacteurs : ne pas publier avant le 4 juin 2025 à 18h00.', '2025-06-04T16:00:00.000Z'],
    ['Nota a los editores: No publicar antes de las 18.00 horas.', '9999-12-31T23:59:59.000Z'],
    ['Note to editors: The owl is called Lind.', undefined],
  ])('keeps %j from readers wherever it stands', (line, until) => {
    const [first = '', ...rest] = STORY;
    const texts = [
      `${line}\n\n${HEAD}\n\n${BODY}`,
      `${HEAD}\n\n${line}\n\n${BODY}`,
      `${HEAD}\n\n${[first, line, ...rest].join('\n\n')}`,
      `${HEAD}\n\n${BODY}\n\n${line}`,
    ];
    for (const text of texts) {
      const item = itemOf(text, 'Europe/Berlin');
      expect(item.headline).toBe(HEAD);
      expect(item.edNote).toBe(line.slice(line.indexOf(':') + 2));
      expect(item.embargoedUntil).toBe(until);
      expect(paragraphsOf(item)).toEqual(STORY);
    }
  });

  it('keeps all notes', () => {
    const item = itemOf(`Eds: Adds the owl.\n\n${HEAD}\n\n${BODY}\n\nNote to editors: Call the desk.`);
    expect(item.edNote).toBe('Adds the owl.\nCall the desk.');
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it.each([
    [`${HEAD}\n\nThe story about the lighthouse is killed. The vote was not taken on Monday.\n\nAP`, HEAD, []],
    [`${HEAD}\nThe above story is wrong. Do not use.`, HEAD, []],
    [`BC-NO--Lighthouse\n\nPlease kill the story. The vote was not taken on Monday.`, 'BC-NO--Lighthouse', []],
    [`${HEAD}\n\nKill the story of the lighthouse, which must not be used.\n\n${BODY}`, HEAD, STORY],
  ])('does not print the notice of a kill: %j', (text, headline, paragraphs) => {
    const item = itemOf(`KILL KILL KILL\n\n${text}`);
    expect(item).toMatchObject({ pubStatus: 'canceled', headline });
    expect(item.edNote).toMatch(/kill|not use/i);
    expect(paragraphsOf(item)).toEqual(paragraphs);
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
