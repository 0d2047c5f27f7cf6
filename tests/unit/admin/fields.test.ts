import { fieldTexts, TRANSLATED_FIELDS } from '../../../admin/translations/fields';
import { TYPE_LAYOUTS } from '../../../server/editing/layouts';

describe('the labels of fields', () => {
  it.each(Object.entries(TYPE_LAYOUTS))('are translated for every field that %s shows', (uid, layout) => {
    const shown = [...layout.edit.flat().map(({ name }) => name), ...layout.list, ...Object.keys(layout.labels ?? {})];
    expect(Object.keys(TRANSLATED_FIELDS[uid] ?? {}).sort()).toEqual(
      expect.arrayContaining([...new Set(shown)].sort()),
    );
  });

  it('are found where the Content Manager looks for them', () => {
    expect(fieldTexts('de')['content-manager.content-types.plugin::newswire.article.headline']).toBe('Überschrift');
    expect(Object.keys(fieldTexts('fr'))).toEqual(Object.keys(fieldTexts('es')));
  });

  it('are left to the newsroom in English', () => {
    expect(fieldTexts('en')).toEqual({});
  });
});
