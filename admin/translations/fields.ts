import { UID } from '../../contracts/uid';
import type { LOCALES } from '../intl';

type Translated = Exclude<(typeof LOCALES)[number], 'en'>;
type Labels = Record<Translated, string>;

const label = (fr: string, de: string, es: string): Labels => ({ fr, de, es });

const RIGHTS: Record<string, Labels> = {
  byline: label('Signature', 'Autorenzeile', 'Firma'),
  creditLine: label('Crédit', 'Credit', 'Crédito'),
  copyrightHolder: label('Titulaire du copyright', 'Rechteinhaber', 'Titular del copyright'),
  copyrightYear: label('Année du copyright', 'Copyright-Jahr', 'Año del copyright'),
  copyrightNotice: label('Mention de copyright', 'Copyright-Vermerk', 'Aviso de copyright'),
  usageTerms: label('Conditions d’utilisation', 'Nutzungsbedingungen', 'Condiciones de uso'),
  restrictions: label('Restrictions', 'Einschränkungen', 'Restricciones'),
};

const STATUS: Record<string, Labels> = {
  pubStatus: label('Statut de la dépêche', 'Status der Agentur', 'Estado del despacho'),
  embargoedUntil: label('Sous embargo jusqu’au', 'Gesperrt bis', 'Embargado hasta'),
  expires: label('Expire le', 'Läuft ab', 'Caduca'),
  uri: label('Identifiant de l’agence', 'Kennung der Agentur', 'Identificador de la agencia'),
  version: label('Version', 'Version', 'Versión'),
  agency: label('Agence', 'Agentur', 'Agencia'),
  updatedAt: label('Modifié', 'Geändert', 'Actualizado'),
  createdAt: label('Créé', 'Angelegt', 'Creado'),
};

/**
 * The labels of the edit and list views, by content type and field. English stands in the Content Manager's own
 * configuration (`server/editing/layouts.ts`), where an editor may change it.
 */
const FIELDS: Record<string, Record<string, Labels>> = {
  [UID.article]: {
    ...RIGHTS,
    ...STATUS,
    headline: label('Titre', 'Überschrift', 'Titular'),
    slug: label('Slug', 'Slug', 'Slug'),
    slugline: label('Mot-clé', 'Stichwort', 'Eslogan'),
    subheadline: label('Sous-titre', 'Unterzeile', 'Subtítulo'),
    dateline: label('Lieu', 'Ortsmarke', 'Data'),
    located: label('Localisation', 'Schauplatz', 'Ubicación'),
    abstract: label('Chapô', 'Vorspann', 'Entradilla'),
    body: label('Texte', 'Text', 'Texto'),
    photos: label('Photos', 'Fotos', 'Fotos'),
    categories: label('Rubriques', 'Ressorts', 'Secciones'),
    language: label('Langue', 'Sprache', 'Idioma'),
    urgency: label('Urgence', 'Dringlichkeit', 'Urgencia'),
    commentsOpen: label('Commentaires ouverts', 'Kommentare offen', 'Comentarios abiertos'),
    commentsModeration: label('Modération des commentaires', 'Moderation der Kommentare', 'Moderación de comentarios'),
    keywords: label('Mots-clés', 'Schlagwörter', 'Palabras clave'),
    genres: label('Genres', 'Genres', 'Géneros'),
    subjects: label('Sujets', 'Themen', 'Temas'),
    edNote: label('Note à la rédaction', 'Hinweis an die Redaktion', 'Nota a la redacción'),
    firstCreated: label('Première version', 'Erste Fassung', 'Primera versión'),
    versionCreated: label('Cette version', 'Diese Fassung', 'Esta versión'),
    comments: label('Commentaires', 'Kommentare', 'Comentarios'),
  },
  [UID.photo]: {
    ...RIGHTS,
    ...STATUS,
    image: label('Image', 'Bild', 'Imagen'),
    headline: label('Titre', 'Titel', 'Título'),
    caption: label('Légende', 'Bildunterschrift', 'Pie de foto'),
    altText: label('Texte alternatif', 'Alternativtext', 'Texto alternativo'),
    bylineTitle: label('Fonction de l’auteur', 'Funktion des Urhebers', 'Cargo del autor'),
    source: label('Source', 'Quelle', 'Fuente'),
    webStatementOfRights: label('Page de la licence', 'Seite der Lizenz', 'Página de la licencia'),
    licensorUrl: label('Adresse du concédant', 'Adresse des Lizenzgebers', 'Dirección del licenciante'),
    dataMining: label('Fouille de données', 'Data-Mining', 'Minería de datos'),
    digitalSourceType: label('Type de source numérique', 'Art der digitalen Quelle', 'Tipo de fuente digital'),
    dateCreated: label('Date de prise de vue', 'Aufnahmedatum', 'Fecha de creación'),
    city: label('Ville', 'Stadt', 'Ciudad'),
    state: label('Région', 'Region', 'Provincia'),
    country: label('Pays', 'Land', 'País'),
    countryCode: label('Code du pays', 'Ländercode', 'Código del país'),
    keywords: label('Mots-clés', 'Schlagwörter', 'Palabras clave'),
    instructions: label('Instructions', 'Anweisungen', 'Instrucciones'),
  },
  [UID.category]: {
    name: label('Nom', 'Name', 'Nombre'),
    slug: label('Slug', 'Slug', 'Slug'),
    parent: label('Rubrique parente', 'Übergeordnetes Ressort', 'Sección superior'),
    children: label('Sous-rubriques', 'Unterressorts', 'Subsecciones'),
    mediaTopic: label('IPTC Media Topic', 'IPTC Media Topic', 'IPTC Media Topic'),
    aliases: label('Autres noms', 'Andere Namen', 'Otros nombres'),
  },
  [UID.comment]: {
    text: label('Texte', 'Text', 'Texto'),
    authorName: label('Auteur', 'Verfasser', 'Autor'),
    authorEmail: label('E-mail de l’auteur', 'E-Mail des Verfassers', 'Correo del autor'),
    moderationStatus: label('Modération', 'Moderation', 'Moderación'),
    article: label('Article', 'Artikel', 'Artículo'),
    parent: label('En réponse à', 'Antwort auf', 'En respuesta a'),
    postedAt: label('Publié le', 'Geschrieben am', 'Escrito el'),
    reason: label('Motif', 'Grund', 'Motivo'),
    createdAt: label('Reçu', 'Eingegangen', 'Recibido'),
  },
  [UID.agency]: {
    name: label('Nom', 'Name', 'Nombre'),
    aliases: label('Autres noms', 'Andere Namen', 'Otros nombres'),
    validityDays: label('Validité en jours', 'Gültig für Tage', 'Validez en días'),
    restrictionTerms: label(
      'Restrictions, en toutes lettres',
      'Einschränkungen, in Worten',
      'Restricciones, en palabras',
    ),
    creditTemplate: label('Ligne de crédit', 'Creditzeile', 'Línea de crédito'),
    copyrightHolder: label('Titulaire du copyright', 'Rechteinhaber', 'Titular del copyright'),
    copyrightNotice: label('Mention de copyright', 'Copyright-Vermerk', 'Aviso de copyright'),
    usageTerms: label('Conditions d’utilisation', 'Nutzungsbedingungen', 'Condiciones de uso'),
    restrictions: label('Restrictions', 'Einschränkungen', 'Restricciones'),
  },
};

/** The texts under the keys by which the Content Manager looks up the labels of a type's fields. */
export function fieldTexts(locale: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [uid, fields] of Object.entries(FIELDS)) {
    for (const [name, labels] of Object.entries(fields)) {
      const text = labels[locale as Translated] as string | undefined;
      if (text !== undefined) texts[`content-manager.content-types.${uid}.${name}`] = text;
    }
  }
  return texts;
}

/** For the test that holds this table to the layouts. */
export const TRANSLATED_FIELDS = FIELDS;
