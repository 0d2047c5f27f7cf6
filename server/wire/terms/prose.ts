import type { Clause } from './clause';
import { CLASS } from './lexicon';
import type { Asks } from './rule';

/** What is no restriction, though a rule would read it so. */
export const NOT_A_RESTRICTION =
  /\b(?:no|without(?: any)?|free of|keine|ohne|sans|pas de|aucune|ninguna|sin) (?:[a-z-]+ ){0,2}(?:restrictions?|limitations?|[a-z]*(?:einschrankung|beschrankung)(?:en)?|auflagen|restriccion(?:es)?|limitacion(?:es)?)\b(?! (?:below|as|see))(?: (?:on|to|as to|auf|bei|hinsichtlich|sur|a|sobre)\b[^,:]*)?|\bno (?:longer )?embargo(?:ed)?\b|\b(?:embargo|sperrfrist): (?:no|none|keine|aucun|ninguno|n a)\b|\bkeine sperrfrist(?:en)?\b|\bembargo (?:is |has been |was |ist |est |a ete )?(?:lifted|over|expired|aufgehoben|leve|levantado)\b|\b(?:kein|pas d|sin) embargo\b|\bsupplied by a third party$/gu;

/** The clause tells what happened: "no internet was available". */
export const NARRATIVE =
  /\b(?:was|were|had|did|said|says|told|wurden?|hatten?|sagten?|gab|es gibt|(?:es|er|sie|das|die|der) war(?:en)?|etait|etaient|avait|avaient|(?:a|ont) ete|n (?:a|ont|y|avait)|il y a|era|eran|fue|fueron|habia|hubo|hay|tenian?|dijo|estaban?)\b/u;
/** What stands before "no", "kein", "pas de" in a statement. */
const STATED =
  /\b(?:there|there (?:is|are)|is|are|been|has|have|having|gets?|got|sees?|saw|found|means?|offers?|that|because|gibt|hat|haben|ist|sind|besitzt|bietet|ne? (?!pas|peut|peuvent|doit|doivent)[a-z]+|tiene|tienen) $/u;
const SHORT_NO = /^(?:no|kein|keine|pas|aucune?) /u;
/** The thing goes on as the subject of a verb: "no archives survived". */
const VERB =
  /^ (?:(?:is|are|has|have|will|would|could|can|did|ist|sind|est|sont|es|son)\b(?! (?:to be |be |zu )?(?:permitted|allowed|authori[sz]ed|licen[sc]ed|possible|available|strictly|erlaubt|gestattet|zulassig|moglich|autoris|permis|permitid|autorizad))|(?!permitted|allowed|licensed|authori[sz]ed|included|cleared|restricted|granted|needed for|unlimited|embargoed|mandatory)[a-z]{3,}ed\b)/u;

/** "not", with the little words between it and what it turns round: "not just for". */
const NEGATED =
  /\b(?:not|no|cannot|never|nor|non|nicht|keine?[mnrs]?|pas|aucune?|sin|ya no)(?: (?:just|only|for|as|a|an|the|to|be|is|it|limited|restricted|reserved|intended|any|longer|more|nur|bloss|zur|zu|als|auf|d|de|des|un|une|l|uniquement|seulement|exclusivement|reserve[es]*|limite[es]*|pour|a|aux|solo|solamente|unicamente|para|es|obligatori[oa]|necesari[oa]|imprescindible|use|used|used only|utilis[a-z]*|diffuser|publier|publicar|usar|difundir))* $/u;
/** What takes it back: "mandatory credit not required", "Japan out: lifted". */
const TAKEN_BACK =
  /^[a-z]*:? ?(?:line |restrictions? |embargo |only |use only |uniquement |exclusivement |seulement |unicamente |solamente |verwendung |nutzung )?(?:(?:is |are |now )?(?:not|no longer) (?:required|needed|necessary|mandatory|obligatory|compulsory|essential|applicable|in force)|(?:is |are )?(?:optional|waived|unnecessary|desirable|welcome)\b|no longer (?:applies|apply)|(?:does|do) not apply|(?:gilt|gelten) nicht|ne s applique(?:nt)? (?:pas|plus)|(?:ya )?no se aplican?|(?:is |are |has been |have been |was |now )?(?:lifted|removed|withdrawn|dropped|cancelled)\b|(?:ist |sind )?nicht (?:mehr )?(?:notig|notwendig|erforderlich|pflicht|zwingend|obligatorisch|vorgeschrieben)|(?:ist |wurde )?aufgehoben|entfallt|(?:n est |ne sont )?(?:pas|non|plus) (?:requis|necessaire|obligatoire|exige)|(?:est )?leve(?:e|s|es)?\b|(?:ya )?no (?:es |son )?(?:requerid|necesari|obligatori|exigid|imprescindible)|levantad[oa])/u;
/** "no archives, internet use allowed": what is forbidden ends at the comma. */
const ALLOWED =
  /^(?: [a-z]+){0,2}? (?:(?:is |are |ist |sind |est |sont )?(?:permitted|allowed|ok|okay|welcome|fine|included|erlaubt|gestattet|frei|autorise[es]*|permis[es]*|permitid[oa]s?|autorizad[oa]s?))\b/u;
/** "Removes restriction: …", "Previously: …": what stands behind it holds no longer. */
const HELD_ONCE =
  /\b(?:(?:remov|delet|lift|withdraw|drop|cancel)[a-z]*(?: [a-z]+){0,2} (?:restrictions?|limitations?|terms|conditions?|embargo)|(?:supprim|lev|retir)[a-z]*(?: [a-z]+){0,2} (?:restrictions?|conditions?)|(?:elimin|levant|retir)[a-z]*(?: [a-z]+){0,2} restriccion(?:es)?|previously|formerly|bisher|vormals|precedemment|anteriormente):/u;
/** "No UK use", "UK out", "UK use not permitted", right before "for 48 hours". */
const FORBIDDEN_FOR = /(?:[nN][WPuli&t]*|P[utl]{0,4}[Of])[lig]*$/u;
const IN_ONE_BREATH = /^(?:interdit|prohibid|verboten|untersagt|gesperrt|excluid)|,/u;

/** Where in a clause a rule has found its words. */
export interface Found {
  clause: Clause;
  from: number;
  to: number;
}

/** Whether words that a rule knows stand in a clause as they do in a report, and not as in terms of use. */
export function isProse({ clause, from, to }: Found, isLoose: boolean): boolean {
  const { text, isInCapitals } = clause;
  const before = text.slice(0, from);
  if (NARRATIVE.test(text) || VERB.test(text.slice(to))) return true;
  if (SHORT_NO.test(text.slice(from, to)) && STATED.test(before)) return true;
  // Beside a rule that asks for it, "Norwegian media" is in a report: "the Norwegian press is not for sale".
  const classes = classesOf(clause, 0, from).replaceAll(CLASS.national, CLASS.other);
  const near = /[^,:]*$/u.exec(classes)?.[0] ?? '';
  const isUsed = /u[lim&]*$/u.test(near) || classesOf(clause, from, to).includes(CLASS.use);
  if (isLoose && !isUsed && !areTerms(near + classesOf(clause, to, text.length))) return true;
  return (
    !isInCapitals && !/[Kk]/u.test(classes) && !/[mN]/u.test(near + classesOf(clause, from, to)) && !areTerms(near)
  );
}

/** Whether the words around it turn it round. */
export function isTurnedRound({ clause, from, to }: Found, { canBeNegated, allows }: Asks): boolean {
  const { text } = clause;
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (TAKEN_BACK.test(after) || HELD_ONCE.test(before)) return true;
  if (canBeNegated === true && NEGATED.test(before)) return true;
  if (allows === true && FORBIDDEN_FOR.test(classesOf(clause, 0, from)) && !/^within\b/u.test(text.slice(from)))
    return true;
  return ALLOWED.test(after) && IN_ONE_BREATH.test(text.slice(from, to));
}

/** Whether a clause, or a part of it, holds nothing but countries, numbers and words that terms of use are made of. */
export const areTerms = (classes: string): boolean => !classes.includes(CLASS.other);

/** The classes of the words that begin in a part of the text. */
export const classesOf = ({ tokens, classes }: Clause, from: number, to: number): string =>
  [...classes].filter((_, n) => (tokens[n]?.from ?? to) >= from && (tokens[n]?.from ?? to) < to).join('');
