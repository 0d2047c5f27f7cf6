/** The commonest small words of each language. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in that for is on was with as he at by it from be this have are his but said has not they had will who were which their after been',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
  fr: 'le la les de des et en un une du que dans est pour qui par sur au pas plus avec il ce se sont son aux été cette ont ses a mais',
  es: 'el la los las de del y en que un una por con para se su al es lo como más no sus ha fue este pero le entre desde',
  it: 'il la le di del della e in che un una per con si da non sono dei al alla nel gli è ha più anche come dal ma dopo delle',
  pt: 'o a os as de do da dos das e em que um uma por com para se não na no ao mais foi como são pela pelo sua seu mas',
  nl: 'de het een en van in dat is op te met voor zijn niet aan die er door om ook bij als naar uit maar worden heeft over',
  sv: 'och att det som i en är på för med den av till inte har om ett de var från men han vid efter sig',
  nb: 'og i det på som er en til av for at med ikke den har de om et var fra han men etter seg ble også',
  da: 'og i det på som er en til af for at med ikke den har de om et var fra han men efter sig blev også der',
  fi: 'ja on ei se että hän oli ovat mutta myös kun joka tai sen kuin mukaan ole vain nyt jo',
  pl: 'i w na z do się że nie o jest to po za od jak przez ale dla oraz są jego tym było',
  cs: 'a v na se je že o z s do za i k pro ale po jako podle jeho jsou byl také',
  tr: 've bir bu için ile da de olarak daha çok olan gibi sonra kadar ancak ise en',
  hu: 'a az és hogy nem is egy meg de van volt csak már el azt ki',
  id: 'yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh juga ke',
  vi: 'và của là có không được trong cho với các một người những này đã để',
};

/** The languages in which a word is common. */
export const STOP_WORDS: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
})();

/** Scripts that one language writes, or one that stands for all in news. Kana before Han: Japanese has both. */
export const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/[іїєґ]/gu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
];
