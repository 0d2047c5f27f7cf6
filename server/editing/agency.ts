import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { UID } from '../../contracts/uid';
import { textOf, textsOf, type Entity } from '../documents';
import { templateProblem } from '../rights/house-line';
import { foldName } from '../wire/fold';

/**
 * What holds for every agency that is written. Two of one name could not be told apart in a credit; a template that is
 * misspelt would credit nobody; and the credits that name it by its name of before still name it.
 */
export async function completeAgency(strapi: Core.Strapi, data: Entity, id: unknown): Promise<void> {
  checkTemplate(data);
  await checkName(strapi, data, id);
  if (id !== undefined) await keepFormerName(strapi, data, id);
}

function checkTemplate({ creditTemplate }: Entity): void {
  if (typeof creditTemplate !== 'string' || creditTemplate.trim() === '') return;
  const problem = templateProblem(creditTemplate);
  if (problem !== undefined)
    throw refused('creditTemplate', 'credit-template', `The template of the credit ${problem}.`);
}

async function checkName(strapi: Core.Strapi, { nameKey, aliases }: Entity, id: unknown): Promise<void> {
  const apart = id === undefined ? {} : { id: { $ne: id } };
  const named = async (keys: readonly unknown[]): Promise<string | undefined> => {
    if (keys.length === 0) return undefined;
    const where = { nameKey: { $in: [...keys] }, ...apart };
    const other = (await strapi.db.query(UID.agency).findOne({ select: ['id', 'name'], where })) as Entity | null;
    return other ? String(other['name']) : undefined;
  };
  const same = nameKey === undefined ? undefined : await named([nameKey]);
  if (same !== undefined) {
    const message = `There is an agency of this name already: "${same}". Open that one, or choose another name.`;
    throw refused('name', 'agency-exists', message);
  }
  const taken = await named(textsOf(aliases).map(foldName));
  if (taken === undefined) return;
  throw refused('aliases', 'alias-is-agency', `"${taken}" is an agency of its own. Take it out of the other names.`);
}

/** Renamed, it is still known by what stands in credits. */
async function keepFormerName(strapi: Core.Strapi, data: Entity, id: unknown): Promise<void> {
  if (data['nameKey'] === undefined) return;
  const select = ['id', 'name', 'nameKey', 'aliases'];
  const before = (await strapi.db.query(UID.agency).findOne({ select, where: { id } })) as Entity | null;
  const former = textOf(before, 'name');
  if (former === undefined || before?.['nameKey'] === data['nameKey']) return;
  const aliases = textsOf(data['aliases'] ?? before?.['aliases']).filter(
    (alias) => foldName(alias) !== data['nameKey'],
  );
  const isKnown = aliases.some((alias) => foldName(alias) === foldName(former));
  data['aliases'] = isKnown ? aliases : [...aliases, former];
}

const refused = (field: string, code: string, message: string): Error =>
  new errors.ValidationError(message, { code, field, errors: [{ path: [field], message, name: 'ValidationError' }] });
