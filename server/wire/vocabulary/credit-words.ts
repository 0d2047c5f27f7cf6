const words = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[] => text.split(' | ');

/** What is printed before a credit and a colon, or before "by". Lower case. */
export const CREDIT_LABELS: ReadonlySet<string> = new Set([
  ...phrases('mandatory credit | credit mandatory | credit | credits | credit line | must credit | please credit'),
  ...phrases('photo credit | photo credits | image credit | picture credit | image | picture | pic | source'),
  ...phrases('photo | photos | photograph | photographs | photographer | file photo | handout photo'),
  ...phrases(
    'foto | fotos | bild | bilder | fotograf | fotografin | quelle | bildquelle | bildnachweis | fotonachweis',
  ),
  ...phrases(
    'alle fotos | all photos | symbolbild | symbolfoto | archivbild | archivfoto | grafik | infografik | graphic',
  ),
  ...phrases('photographe | crédit | crédits | crédit photo | crédits photo | photographie | crédit obligatoire'),
  ...phrases('collage | montage | photomontage | fotomontage | bildmontage | fotocollage | montaje | fotomontaje'),
  ...phrases('combo | kombo | bildkombo | photo combo | combination photo | combination picture | composite'),
  ...phrases('crédito | créditos | fotografía | fotógrafo | imagen | fuente | fotografia | crédito obligatorio'),
]);

/** Labels that need no colon: sentences of their own. */
export const CREDIT_SENTENCE = /^(?:photo|picture|image) credit (?:should|must|to) (?:read|be):? /iu;

/** What stands between a label and a name, and says that a person follows. */
export const BY_WORDS: ReadonlySet<string> = new Set(words('by par von por di door av af'));

/**
 * What stands where a name should, and credits nobody: "handout" and "pool" say how a photo was come by, "stringer"
 * and "staff" who is not named, "file" that it is old. Lower case, words alone.
 */
export const NOBODY: ReadonlySet<string> = new Set([
  ...phrases('handout | hand out | handout photo | handout image | ho | hand-out | supplied | supplied photo'),
  ...phrases('pool | pool photo | pool picture | pool image | photo pool | press pool | via pool'),
  ...phrases('stringer | stringers | str | stf | staff | staff photographer | staff photo | agency photographer'),
  ...phrases('contributor | contributors | freelance | freelancer | freelance photographer | xxstringerxx xxxxx'),
  ...phrases('uncredited | unknown | unknown photographer | anonymous | n a | none | no byline | no credit'),
  ...phrases(
    'n n | nn | zvg | z v g | zur verfügung gestellt | unbekannt | keine angabe | keine angaben | ohne angabe',
  ),
  // "DR" without its full stops is Danish radio, too.
  ...phrases('d r | droits réservés | inconnu | sans crédit | sans credit | desconocido | sin crédito | sin credito'),
  ...phrases('file | files | file photo | file picture | file image | archive | archives | archive photo'),
  ...phrases('archivo | foto de archivo | archiv | archivbild | archivfoto | photo d archives | ارشيف | أرشيف'),
]);

/** Words that turn the agency named before them into nobody: "AFP Contributor", "Reuters Photographer". */
export const NOBODY_AT: ReadonlySet<string> = new Set(words('contributor stringer str staff photographer handout ho'));

/** Words that no person is called, besides those of institutions. Lower case. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set([
  ...words(
    'agency agence agencia agencja agentur agenzia news press presse prensa stampa media wire newspaper newspapers',
  ),
  ...words(
    'times post tribune herald journal gazette globe chronicle observer telegraph mirror zeitung tageblatt dispatch',
  ),
  ...words(
    'examiner inquirer register magazine review images image pictures picture photos photo photography pics pix',
  ),
  ...words('foto fotos bild bilder stock library archive archives archiv collection gallery features syndication'),
  ...words(
    'productions studios ag company co group sa srl bv organisation nbc nbcu nbcuniversal cbs abc cnn bbc espn hbo',
  ),
  ...words('organization office department service services authority council institute federation society foundation'),
  ...words('ltd limited inc incorporated llc llp plc pbc pty gmbh corp corporation bros labs aerospace motors'),
  ...words('committee commission club union technologies family publishing publishers verlag soccrates'),
  ...words(
    'television tv radio broadcasting network networks films film entertainment sports sport athletics resort world',
  ),
  ...words('national international royal united state port handout pool via twitter facebook instagram youtube'),
  ...words('telegram tiktok wikimedia commons the and of for'),
]);

/** Words of a sentence. In small letters nothing else tells "left to right/ap" from a name. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set([
  ...words('left right top bottom center centre above below middle front back to from in on at with by see page a an'),
  ...words('is are was this that seen shown not no new old bay city street river lake links rechts oben unten mitte'),
  ...words('siehe seite im am bei mit gauche droite haut bas dans avec sur voir izquierda derecha arriba abajo en con'),
]);

/** States that stand behind a town and a comma, where a given name can: "Velna, Texas". */
export const STATES: ReadonlySet<string> = new Set([
  ...words('alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho'),
  ...words(
    'illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi',
  ),
  ...words('missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia'),
  ...words('washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland victoria tasmania'),
  ...words('bavaria bayern hessen sachsen brandenburg'),
]);

/** How the one-word names of media end. No family name does. */
export const ORGANISATION_END =
  /(?:press|presse|pix|pics|images|photos?|foto|fotos|media|news|wire|tv|\.(?:com|org|net|de|fr|es|uk))$/u;

/** Small words inside a person's name: "Mira de Voss". They stay small when a name is re-cased. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  words(
    'van von der den dem de du des la le et del della di da dos das do y e zu zum ten ter af av al el bin bint ibn',
  ),
);
