import { isCreditLike, withoutTerms } from './behind-credit';
import { isInCapitals } from './clause';
import { distinct, restrictionsIn, sentencesOf, type Restriction } from './restrictions';
import { termsOfUse } from './terms-of-use';

/** What parts the terms from the credit in a caption: "(Photo by Mira Voss / AFP) / NO SALES". */
const CAPTION_PARTS = /[()[\]"“”„«»]|\s\/\s/u;
/** What terms of use are called, in four languages. */
const CALLED =
  'cr[ée]dit|cr[ée]dito|terms|conditions|restrictions?|usage|use|instructions?|notes?|hinweise?|nutzung|bedingungen|einschränkung(?:en)?|condiciones|restricci(?:ón|ones)|uso|nota';
/** What a sign or a person says, within a sentence: 'a sign reads "NO INTERNET"'; not what stands behind a name of terms or credits. */
const QUOTED = new RegExp(`(\\p{Ll}[:,]?\\s)(?<!(?:${CALLED})[:,]?\\s)["“„«][^"“”„«»\\n]{0,200}["“”»]`, 'giu');
/** How sentences of terms begin that nobody takes for a caption. */
const LEAD =
  /^\W{0,4}(?:(?:strict(?:ly)?|press|under|sous|bajo|unter) )?(?:embargo|embargoed|sperrfrist|embargado|not (?:for|to be)|do not|use (?:for|within|until|only|before)|for (?:editorial )?use|(?:this |the )?(?:handout )?(?:picture|photo|photograph|image)s? (?:may|must|can|is for|are for)|ne pas|à utiliser|nicht (?:vor|nach|zur|für)|verwendung|nutzung|no (?:usar|publicar|difundir))\b/iu;
const MOST_BRACKETS = 8;
/** Terms between dashes are looked for in so many characters. */
const LONGEST = 4000;
/** Terms before the caption itself: "NORWAY OUT A ferry leaves …". */
const IN_FRONT = /^(?:\p{Lu}{2,}[,.]? ){2,12}(?=\p{Lu}(?:\p{Ll}| ))/u;
/** Between dashes behind a credit in brackets: "(zu dpa „…“) - Norwegen out - Foto: …". */
const BEHIND_BRACKET = /[([]([^()[\]]{2,150})[)\]]\s?[-–—/]\s([^()[\]\n]{4,80}?)(?=\s[-–—/](?:\s|$)|$)/gu;

/**
 * The restrictions in a caption, which is prose: what is in capitals, "Mandatory credit", sentences that begin as terms do
 * and hold nothing else, and in any case what is set off behind the credit. What is quoted is what somebody else has said.
 */
export function readCaptionRestrictions(caption: string, sent?: string): Restriction[] {
  return readProse(caption, false, sent);
}

/** The same for a credit, where terms of use may stand behind any sign. */
export function readCreditRestrictions(credit: string, sent?: string): Restriction[] {
  return readProse(credit, true, sent);
}

function readProse(prose: string, isCredit: boolean, sent?: string): Restriction[] {
  const { text, terms = '' } = withoutTerms(prose, isCredit);
  const front = IN_FRONT.exec(text)?.[0].trim();
  const sentences = sentencesOf(prose.replace(QUOTED, (_, label: string) => label)).flatMap((sentence) =>
    /^\W*mandatory credit\b/iu.test(sentence) || isInCapitals(sentence) || isSet(sentence)
      ? [sentence]
      : sentence.split(CAPTION_PARTS).filter((part) => isInCapitals(part) || isSet(part)),
  );
  const set = [...(front !== undefined && termsOfUse(front, false) ? [front] : []), ...sentences, ...setOff(text)];
  const said = [...set, ...sentencesOf(terms)].flatMap((sentence) => restrictionsIn(sentence.trim(), sent));
  return distinct(said.sort((a, b) => prose.indexOf(a.sentence) - prose.indexOf(b.sentence)));
}

/** A sentence that begins as terms of use do, and says nothing else. */
const isSet = (sentence: string): boolean =>
  LEAD.test(sentence) && termsOfUse(sentence.trim(), false)?.isSaying === false;

function setOff(text: string): string[] {
  return [...text.slice(0, LONGEST).matchAll(BEHIND_BRACKET)]
    .slice(0, MOST_BRACKETS)
    .filter(([, credit = '', said = '']) => isCreditLike(credit) && termsOfUse(said, false))
    .map(([, , said = '']) => said);
}
