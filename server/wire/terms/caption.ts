import { isCreditLike, withoutTerms } from './behind-credit';
import { isInCapitals } from './clause';
import { distinct, restrictionsIn, sentencesOf, type Restriction } from './restrictions';
import { termsOfUse } from './terms-of-use';

/** What parts the terms from the credit in a caption: "(Photo by Mira Voss / AFP) / NO SALES". */
const CAPTION_PARTS = /[()[\]"“”„«»]|\s\/\s/u;
const MOST_BRACKETS = 8;
/** Terms between dashes are looked for in so many characters. */
const LONGEST = 4000;
/** Terms before the caption itself: "NORWAY OUT A ferry leaves …". */
const IN_FRONT = /^(?:\p{Lu}{2,}[,.]? ){2,12}(?=\p{Lu}(?:\p{Ll}| ))/u;
/** Between dashes behind a credit in brackets: "(zu dpa „…“) - Norwegen out - Foto: …". */
const BEHIND_BRACKET = /[([]([^()[\]]{2,150})[)\]]\s?[-–—/]\s([^()[\]\n]{4,80}?)(?=\s[-–—/](?:\s|$)|$)/gu;

/**
 * The restrictions in a caption, which is prose: what is in capitals, "Mandatory credit", and in any case what is set off
 * behind the credit and holds nothing else.
 */
export function readCaptionRestrictions(caption: string): Restriction[] {
  return readProse(caption, false);
}

/** The same for a credit, where terms of use may stand behind any sign. */
export function readCreditRestrictions(credit: string): Restriction[] {
  return readProse(credit, true);
}

function readProse(prose: string, isCredit: boolean): Restriction[] {
  const { text, terms = '' } = withoutTerms(prose, isCredit);
  const front = IN_FRONT.exec(text)?.[0].trim();
  const sentences = sentencesOf(prose).flatMap((sentence) =>
    /^\W*mandatory credit\b/iu.test(sentence) || isInCapitals(sentence)
      ? [sentence]
      : sentence.split(CAPTION_PARTS).filter(isInCapitals),
  );
  const set = [...(front !== undefined && termsOfUse(front, false) ? [front] : []), ...sentences, ...setOff(text)];
  const said = [...set, ...sentencesOf(terms)].flatMap((sentence) => restrictionsIn(sentence.trim()));
  return distinct(said.sort((a, b) => prose.indexOf(a.sentence) - prose.indexOf(b.sentence)));
}

function setOff(text: string): string[] {
  return [...text.slice(0, LONGEST).matchAll(BEHIND_BRACKET)]
    .slice(0, MOST_BRACKETS)
    .filter(([, credit = '', said = '']) => isCreditLike(credit) && termsOfUse(said, false))
    .map(([, , said = '']) => said);
}
