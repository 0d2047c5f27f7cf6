import { holderIn } from '../../../server/rights/credit/copyright';

describe('holderIn', () => {
  it.each([
    ['© 2031 Nordpix', 'Nordpix'],
    ['Copyright 2031 The Velna Press. All rights reserved.', 'The Velna Press'],
    ['(c) Copyright 2031, Nordpix (www.nordpix.example). Alle Rechte vorbehalten', 'Nordpix'],
    ['Copyright (c) 2029-31 Velna Press Ltd. All rights reserved.', 'Velna Press Ltd'],
    ['(c) Copyright Nordpix Velna 2031. Click For Restrictions - http://nordpix.example', 'Nordpix Velna'],
    ['© Nordpix 2031. Está expresamente prohibida la redistribución', 'Nordpix'],
    ['Copyright 2031 The Velna Press, though some parts are owned by others', 'The Velna Press'],
    ['©Mira Voss 2031 all rights reserved', 'Mira Voss'],
    ['Copyright by Mira Voss', 'Mira Voss'],
    ['Nordpix', 'Nordpix'],
  ])('%s', (notice, holder) => {
    expect(holderIn(notice)).toBe(holder);
  });

  it.each(['', '©', 'All rights reserved.', '© 2031', 'Public domain', 'n/a'])('"%s" names nobody', (notice) => {
    expect(holderIn(notice)).toBeUndefined();
  });
});
