import { holderOf } from '../../../../server/wire/text/copyright-line';
import { BODY, itemOf, paragraphsOf, STORY } from './read';

describe('copyright lines', () => {
  it.each([
    [
      '© 2018 AFP. All Rights Reserved. This material may not be published.',
      'AFP',
      'This material may not be published.',
      'AFP',
    ],
    ['Copyright 2017 The Associated Press. All rights reserved.', 'The Associated Press', undefined, 'AP'],
    [
      'Copyright © 2018 The Associated Press. All rights reserved. No part may be copied.',
      'The Associated Press',
      'No part may be copied.',
      'AP',
    ],
    [
      '(c) Copyright Thomson Reuters 2021. Click For Restrictions - http://example.com/legal',
      'Thomson Reuters',
      'Click For Restrictions - http://example.com/legal',
      'Reuters',
    ],
    ['Copyright 2018, dpa (www.dpa.de). Alle Rechte vorbehalten', 'dpa', undefined, 'dpa'],
    ['Copyright (c) PA Media 2016, All Rights Reserved', 'PA Media', undefined, 'PA'],
    [
      '© EFE 2019. Está expresamente prohibida la redistribución de los contenidos.',
      'EFE',
      'Está expresamente prohibida la redistribución de los contenidos.',
      'EFE',
    ],
    ['© 2021 AFP. Tous droits de reproduction et de représentation réservés.', 'AFP', undefined, 'AFP'],
    ['RIPRODUZIONE RISERVATA © Copyright ANSA', 'ANSA', undefined, 'ANSA'],
    ['(c) ITAR-TASS 2022', 'ITAR-TASS', undefined, 'TASS'],
    ['Copyright AFP 2022. All rights reserved.', 'AFP', undefined, 'AFP'],
    [
      'Copyright © 2016 Easthaven Evening Post Ltd. All rights reserved.',
      'Easthaven Evening Post Ltd',
      undefined,
      undefined,
    ],
  ])('%j', (line, holder, terms, provider) => {
    const item = itemOf(`Council reopens lighthouse\n\n${BODY}\n\n${line}`);
    expect(item).toMatchObject({ copyrightHolder: holder, copyrightNotice: line });
    expect(item.usageTerms).toBe(terms);
    expect(item.provider).toBe(provider);
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it.each([
    ['© dpa-infocom, dpa:210504-99-123456/3', '© dpa-infocom'],
    [
      'Copyright 2021, dpa (www.dpa.de). Alle Rechte vorbehalten dpa:210504-99-123456/3',
      'Copyright 2021, dpa (www.dpa.de). Alle Rechte vorbehalten',
    ],
  ])('the number of the item in %j is no part of the notice', (line, notice) => {
    const item = itemOf(`Council reopens lighthouse\n\n${BODY}\n\n${line}`);
    expect(item.copyrightNotice).toBe(notice);
    expect(item.usageTerms).toBeUndefined();
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it.each([
    'A label that read “© 2003 Easthaven Cheese. All rights reserved” was shown to the judges.',
    'Copyright is a strange thing, the judge said on Monday.',
  ])('leaves the sentence %j in the story', (sentence) => {
    const item = itemOf(`Council reopens lighthouse\n\n${BODY}\n\n${sentence}`);
    expect(item.copyrightNotice).toBeUndefined();
    expect(paragraphsOf(item)).toEqual([...STORY, sentence]);
  });

  it.each([
    ['© 2003-2019, Owl & Sons Inc. All rights reserved', 'Owl & Sons Inc'],
    ['Copyright by Mara Lind', 'Mara Lind'],
    ['© 2020', undefined],
  ])('the holder in %j is %j', (text, holder) => {
    const range = holderOf(text);
    expect(range && text.slice(range.from, range.to)).toBe(holder);
  });
});
