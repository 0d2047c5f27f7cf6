import { ILLUSTRATION, UID } from '../../contracts/uid';

/** One field of an edit view: its label, its width in twelfths, and what it is for where the label does not say. */
export interface FieldLayout {
  name: string;
  label: string;
  size: 3 | 4 | 6 | 8 | 12;
  help?: string;
  /** The field of the related type that names it in a picker. */
  mainField?: string;
}

export interface TypeLayout {
  mainField: string;
  sort: { by: string; order: 'ASC' | 'DESC' };
  list: readonly string[];
  /** Labels of fields that are not in the form: columns, and what the panel edits. */
  labels?: Record<string, string>;
  edit: readonly (readonly FieldLayout[])[];
}

const field = (name: string, label: string, size: FieldLayout['size'], help?: string): FieldLayout => ({
  name,
  label,
  size,
  ...(help === undefined ? {} : { help }),
});

const RIGHTS_LABELS = {
  byline: 'Byline',
  creditLine: 'Credit line',
  copyrightHolder: 'Copyright holder',
  copyrightYear: 'Copyright year',
  copyrightNotice: 'Copyright notice',
  usageTerms: 'Usage terms',
  restrictions: 'Restrictions',
};

const statusRow: readonly FieldLayout[] = [
  field('pubStatus', 'Wire status', 4, 'Anything but “usable” is closed to the public at once.'),
  field('embargoedUntil', 'Embargoed until', 4, 'Nobody outside sees it before this time.'),
  field('expires', 'Expires', 4, 'Nobody outside sees it after this time.'),
];

const identityRow: readonly FieldLayout[] = [
  field('uri', 'Wire identifier', 8, 'The supplier’s own name for this item. Set by the import.'),
  field('version', 'Version', 4, 'Set by the import.'),
];

/**
 * How the edit and list views are laid out on first start. After that they belong to the newsroom. Byline, credit line
 * and copyright are not among the rows: they have one place, the panel "Credits & copyright" beside the form.
 */
export const TYPE_LAYOUTS: Record<string, TypeLayout> = {
  [UID.article]: {
    mainField: 'headline',
    sort: { by: 'updatedAt', order: 'DESC' },
    list: ['headline', 'creditLine', 'copyrightHolder', 'pubStatus', 'updatedAt'],
    labels: { ...RIGHTS_LABELS, updatedAt: 'Updated' },
    edit: [
      [field('headline', 'Headline', 12)],
      [
        field('slug', 'Slug', 6, 'The last part of the address. Left empty, it is made from the headline.'),
        field('slugline', 'Slugline', 6, 'The desk’s own name for the story.'),
      ],
      [field('subheadline', 'Subheadline', 12)],
      [field('dateline', 'Dateline', 6, 'The place, as printed before the text.'), field('located', 'Located', 6)],
      [field('abstract', 'Abstract', 12, 'One or two sentences for front pages and search results.')],
      [field('body', 'Body', 12)],
      [field('photos', 'Photos', 12, 'A caption here is for this story only. The credit always stays the photo’s.')],
      [
        { ...field('categories', 'Categories', 6), mainField: 'name' },
        { ...field('agency', 'Agency', 6), mainField: 'name' },
      ],
      statusRow,
      [
        field('language', 'Language', 6, 'BCP 47, for example “en” or “fr-CA”.'),
        field('urgency', 'Urgency', 6, '1 is a flash, 9 can wait.'),
      ],
      [
        field('commentsOpen', 'Comments open', 6, 'Closing takes effect when you save, opening when you publish.'),
        field('commentsModeration', 'Comment moderation', 6, 'Left empty, as the site does it.'),
      ],
      [field('edNote', 'Note to editors', 12, 'Private: never shown to readers, never in the public API.')],
      [field('firstCreated', 'First created', 6), field('versionCreated', 'This version created', 6)],
      identityRow,
      [{ ...field('comments', 'Comments', 12), mainField: 'authorName' }],
    ],
  },
  [UID.photo]: {
    mainField: 'caption',
    sort: { by: 'updatedAt', order: 'DESC' },
    list: ['image', 'caption', 'byline', 'creditLine', 'copyrightNotice'],
    labels: RIGHTS_LABELS,
    edit: [
      [field('image', 'Image', 12)],
      [field('headline', 'Headline', 12)],
      [field('caption', 'Caption', 12)],
      [field('altText', 'Alternative text', 12, 'What a reader who cannot see the picture is told.')],
      [
        field('bylineTitle', 'Byline title', 4, 'The creator’s job, for example “Staff photographer”.'),
        field('source', 'Source', 4, 'Who supplied it.'),
        { ...field('agency', 'Agency', 4), mainField: 'name' },
      ],
      statusRow,
      [
        field('webStatementOfRights', 'Web statement of rights', 6, 'Address of the licence.'),
        field('licensorUrl', 'Licensor’s address', 6),
      ],
      [
        field('dataMining', 'Data mining', 6, 'PLUS code, for example “DMI-PROHIBITED”.'),
        field('digitalSourceType', 'Digital source type', 6, 'IPTC: how the picture came to be, AI included.'),
      ],
      [field('dateCreated', 'Date created', 4), field('city', 'City', 4), field('state', 'State', 4)],
      [field('country', 'Country', 4), field('countryCode', 'Country code', 4)],
      [field('instructions', 'Instructions', 12, 'Private: from the supplier to editors.')],
      identityRow,
    ],
  },
  [UID.category]: {
    mainField: 'name',
    sort: { by: 'name', order: 'ASC' },
    list: ['name', 'slug', 'parent', 'mediaTopic'],
    edit: [
      [field('name', 'Name', 6), field('slug', 'Slug', 6, 'Left empty, it is made from the name.')],
      [
        { ...field('parent', 'Parent category', 6), mainField: 'name' },
        field('mediaTopic', 'IPTC Media Topic', 6, 'For example “medtop:11000000”.'),
      ],
      [
        field(
          'aliases',
          'Aliases',
          12,
          'What agencies call it, as a list: ["US & World News", "i"]. Copy under these names is filed here.',
        ),
      ],
      [{ ...field('children', 'Subcategories', 6), mainField: 'name' }],
    ],
  },
  [UID.comment]: {
    mainField: 'authorName',
    sort: { by: 'createdAt', order: 'DESC' },
    list: ['authorName', 'text', 'article', 'moderationStatus', 'createdAt'],
    edit: [
      [field('text', 'Text', 12)],
      [
        field('authorName', 'Author', 6),
        field('moderationStatus', 'Moderation', 6, 'Only approved comments are shown to readers.'),
      ],
      [
        { ...field('article', 'Article', 6), mainField: 'headline' },
        { ...field('parent', 'In reply to', 6), mainField: 'authorName' },
      ],
      [field('postedAt', 'Posted', 6), field('authorEmail', 'Author’s e-mail', 6, 'Private.')],
      [field('reason', 'Reason', 12, 'Private: why it was rejected or removed.')],
    ],
  },
  [UID.agency]: {
    mainField: 'name',
    sort: { by: 'name', order: 'ASC' },
    list: ['name', 'creditTemplate', 'copyrightHolder', 'validityDays'],
    edit: [
      [
        field('name', 'Name', 6),
        field('validityDays', 'Valid for days', 6, 'How long a photo may be used after it arrived.'),
      ],
      [
        field('creditTemplate', 'Credit line', 6, 'House style: {byline}, {agency} and {year} are filled in.'),
        field('copyrightHolder', 'Copyright holder', 6),
      ],
      [field('copyrightNotice', 'Copyright notice', 12)],
      [field('usageTerms', 'Usage terms', 12)],
      [
        field(
          'restrictionTerms',
          'Restrictions, in words',
          12,
          'For everything of this agency, for example “Editorial use only. No archives. Japan out.”',
        ),
      ],
      [field('aliases', 'Aliases', 12, 'Other spellings, as a list.')],
    ],
  },
};

export const COMPONENT_LAYOUTS: Record<string, Pick<TypeLayout, 'mainField' | 'edit'>> = {
  [ILLUSTRATION]: {
    mainField: 'caption',
    edit: [
      [{ ...field('photo', 'Photo', 12), mainField: 'caption' }],
      [field('caption', 'Caption in this story', 12, 'Left empty, the photo’s own caption is shown.')],
    ],
  },
};
