/** What introduces the credit of a picture, at the start of a line or before the credit in a caption. */
const WORDS =
  'symbolfoto|symbolbild|archivfoto|archivbild|beispielfoto|photographs?|photos?|photo credits?|(?:mandatory|obligatory) (?:photo )?credits?|crédit(?: photo)? obligatoire|crédito obligatorio|pflicht(?:angabe|nachweis|nennung)|photography|pictures?|pics?|images?|image credits?|credits?|illustrations?|foto|fotos|fotografie|fotocredit|bild(?:er)?|bildquelle|bildnachweis|crédit(?:s)?(?: photo)?|credit photo|crédito|créditos|foto(?:grafía)?|fotografia|imagen|imagem|immagine|zdjęcie|fot\\.?|kuva|foto bilde|bilde|ảnh|фото|grafik|graphic|infografik|video';

/** "Photo: ", "Photograph: ", "Image credit: ", "Photo by ", "Picture courtesy of " at the start of a text. */
export const CREDIT_START = new RegExp(
  `^(?:fot\\.\\s|(?:${WORDS})(?:\\s*[:：]\\s*|\\s+(?:by|von|par|por|de|di|courtesy of|courtesy|©)[:\\s]\\s*|\\s*[/|]\\s*(?=\\p{Lu})))(?:by\\s+|©\\s*)?`,
  'iu',
);

/** The credit is not only named, but demanded. */
export const DEMANDS_CREDIT = /^\W{0,4}(?:mandatory|obligatory|pflicht)|\bobligat(?:oire|orio)\b/iu;

/** The same inside a caption: the credit is what follows, up to the end. */
export const CREDIT_INSIDE = new RegExp(
  `(?:^|[\\s.…»”"')|–—-])[[(]?\\s*(?:(?:${WORDS})(?:\\s*[:：]\\s*|\\s+(?:by|von|par|por|courtesy of)\\s+)|©\\s*|\\(c\\)\\s*)`,
  'giu',
);

/** Where a picture came from when nobody took it. No names. */
export const NO_PHOTOGRAPHER: ReadonlySet<string> = new Set([
  'handout', 'ho', 'pool', 'pool photo', 'str', 'stringer', 'staff', 'uncredited', 'contributor', 'afp contributor', 'file', 'file photo',
  'archive', 'archiv', 'photo', 'photos', 'host photo agency', 'via', 'tv', 'screenshot', 'screengrab', 'supplied', 'courtesy',
  'montage', 'illustration', 'reproduction', 'dr', 'wire', 'images', 'xinhua', 'n/a', 'unknown', 'anonymous', 'symbolbild',
]); // prettier-ignore

/** The label of a caption, or its place in a gallery: no part of what a picture shows. */
export const CAPTION_LABEL =
  /^(?:bildunterschrift|bildtext|bildzeile|légende(?: photo)?|pie de (?:foto|imagen)|leyenda|(?:photo |picture |image )?caption|didascalia|legenda|bildtekst|fotobijschrift|(?:image|photo|picture|slide|bild|foto|imagen|immagine|imagem)\s\d{1,3}\s?(?:of|von|sur|de|di|van|av|\/)\s?\d{1,3})\s?[:：]\s*(?=\S)/iu;

/** A caption that says so itself. */
export const CAPTION_START =
  /^(?:file\s*[-–—]|\(?files?\)|file (?:photo|picture|image)|in this [^,]{3,40},|archivbild|archivfoto|symbolbild|photo d['’]archives?|foto de archivo|pictured)/i;
