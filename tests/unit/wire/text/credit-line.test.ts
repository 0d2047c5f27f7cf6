import { readCredit } from '../../../../server/wire/text/credit-line';

const part = (text: string, range: { from: number; to: number } | undefined): string | undefined =>
  range && text.slice(range.from, range.to);

describe('credits of pictures', () => {
  it.each([
    ['Mara Lind / AP', 'Mara Lind / AP', 'Mara Lind'],
    ['(AP Photo/Mara Lind)', 'AP Photo/Mara Lind', 'Mara Lind'],
    ['(AP Photo/Mara Lind, File)', 'AP Photo/Mara Lind, File', 'Mara Lind'],
    ['AP Photo/Mara Lind and Ole Berg', 'AP Photo/Mara Lind and Ole Berg', 'Mara Lind and Ole Berg'],
    ['AFP PHOTO / MARA LIND', 'AFP PHOTO / MARA LIND', 'MARA LIND'],
    ['REUTERS/Mara Lind', 'REUTERS/Mara Lind', 'Mara Lind'],
    ['Mara Lind/Pool via REUTERS', 'Mara Lind/Pool via REUTERS', 'Mara Lind'],
    ['(Photo by Mara Lind / AFP via Getty Images)', 'Mara Lind / AFP via Getty Images', 'Mara Lind'],
    ['Photo: Mara Lind/PA Wire/PA Images', 'Mara Lind/PA Wire/PA Images', 'Mara Lind'],
    ['Image credit: Mara de Lind via Reuters', 'Mara de Lind via Reuters', 'Mara de Lind'],
    ['© Mara Lind / AFP', 'Mara Lind / AFP', 'Mara Lind'],
    ['Foto: Mara Lind/dpa', 'Mara Lind/dpa', 'Mara Lind'],
    ['EPA-EFE/MARA LIND / POOL', 'EPA-EFE/MARA LIND / POOL', 'MARA LIND'],
    ['EFE/Mara Lind', 'EFE/Mara Lind', 'Mara Lind'],
    ['Handout via REUTERS', 'Handout via REUTERS', undefined],
    ['REUTERS', 'REUTERS', undefined],
    ['Image: Getty Images', 'Getty Images', undefined],
    ['© dpa/Zuma Wire/M.L. Berg', 'dpa/Zuma Wire/M.L. Berg', 'M.L. Berg'],
    ['Photograph by Mara Lind', 'Mara Lind', 'Mara Lind'],
    ['Mara Lind—AP', 'Mara Lind—AP', 'Mara Lind'],
    ['Mara Lind | Afp | Getty Images', 'Mara Lind | Afp | Getty Images', 'Mara Lind'],
    ['TASS Host Photo Agency/Mara Lind/Pool', 'TASS Host Photo Agency/Mara Lind/Pool', 'Mara Lind'],
    ['(Photo Mara Lind / AFP)', 'Photo Mara Lind / AFP', 'Mara Lind'],
    ['Prof. Mara Lind / AFP', 'Prof. Mara Lind / AFP', 'Prof. Mara Lind'],
    ['Photo courtesy of Easthaven Museum', 'Easthaven Museum', undefined],
  ])('%j', (text, line, byline) => {
    const credit = readCredit(text);
    expect(part(text, credit?.line)).toBe(line);
    expect(part(text, credit?.byline)).toBe(byline);
  });

  it.each([
    'By Mara Lind, AP',
    'Mara Lind',
    'Ticket holders may also ask for their money back.',
    'The minister met AFP / AP reporters on Monday, and said nothing.',
    'Prices rose 3/4 of a point',
    'and/or',
    '',
  ])('%j is none', (text) => {
    expect(readCredit(text)).toBeUndefined();
  });
});
