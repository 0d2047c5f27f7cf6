import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isRecord } from '../is-record';

/**
 * What a save in the Content Manager is refused with, by its code, in the languages of the admin; English is what the error
 * says itself. Strapi's edit view shows the sentence of the server, where the plugin's own pages show one of their own by
 * the code.
 */
export const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    'changed-meanwhile':
      'Jemand anderes hat dies geändert, seit Sie es geöffnet haben. Kopieren Sie, was Sie geschrieben haben, laden Sie die Seite neu und vergleichen Sie beides.',
    'agency-exists': 'Eine Agentur dieses Namens gibt es schon. Öffnen Sie diese, oder wählen Sie einen anderen Namen.',
    'alias-is-agency':
      'Einer der weiteren Namen ist eine eigene Agentur. Nehmen Sie ihn aus den weiteren Namen heraus.',
    'credit-template':
      'Die Vorlage des Credits kann so nicht gespeichert werden. Sie nennt die Agentur oder {agency}; außerdem gibt es nur {byline} und {year}.',
    'invalid-restriction':
      'Eine der Einschränkungen ist nicht zu verstehen. Wählen Sie ihre Art und, wo nötig, Land, Tage oder Datum.',
    'unread-terms':
      'In einer der Zeilen wird keine Einschränkung gelesen. Schreiben Sie sie wie die Agenturen („No archive.“, „Japan out.“), oder setzen Sie sie in die Nutzungsbedingungen.',
    'not-servable':
      'Dieser Artikel darf nicht gezeigt werden und wird darum nicht veröffentlicht. Ändern Sie zuerst, was dagegensteht.',
    'confirm-publication':
      'So wie er ist, darf dieser Artikel nicht gezeigt werden. Speichern Sie ihn, veröffentlichen Sie ihn dann und bestätigen Sie es.',
  },
  fr: {
    'changed-meanwhile':
      'Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert. Copiez ce que vous avez écrit, rechargez la page et comparez les deux.',
    'agency-exists': 'Une agence de ce nom existe déjà. Ouvrez-la, ou choisissez un autre nom.',
    'alias-is-agency': 'L’un des autres noms est une agence à part entière. Retirez-le des autres noms.',
    'credit-template':
      'Le modèle du crédit ne peut pas être enregistré ainsi. Il nomme l’agence ou {agency} ; il n’y a en outre que {byline} et {year}.',
    'invalid-restriction':
      'L’une des restrictions n’est pas compréhensible. Choisissez son type et, s’il le faut, le pays, les jours ou la date.',
    'unread-terms':
      'Aucune restriction n’est lue dans l’une des lignes. Écrivez-la comme les agences (« No archive. », « Japan out. »), ou placez-la dans les conditions d’utilisation.',
    'not-servable':
      'Cet article ne peut pas être montré : il n’est donc pas publié. Modifiez d’abord ce qui s’y oppose.',
    'confirm-publication':
      'En l’état, cet article ne peut pas être montré. Enregistrez-le, puis publiez-le et confirmez.',
  },
  es: {
    'changed-meanwhile':
      'Otra persona ha cambiado esto desde que lo abrió. Copie lo que ha escrito, vuelva a cargar la página y compare ambas versiones.',
    'agency-exists': 'Ya existe una agencia con este nombre. Ábrala o elija otro nombre.',
    'alias-is-agency': 'Uno de los otros nombres es una agencia propia. Quítelo de los otros nombres.',
    'credit-template':
      'La plantilla del crédito no se puede guardar así. Nombra la agencia o {agency}; además solo hay {byline} y {year}.',
    'invalid-restriction':
      'Una de las restricciones no se entiende. Elija su tipo y, si hace falta, el país, los días o la fecha.',
    'unread-terms':
      'En una de las líneas no se lee ninguna restricción. Escríbala como las agencias («No archive.», «Japan out.») o póngala en las condiciones de uso.',
    'not-servable': 'Este artículo no se puede mostrar, así que no se publica. Cambie primero lo que se opone.',
    'confirm-publication':
      'Tal como está, este artículo no se puede mostrar. Guárdelo, publíquelo después y confírmelo.',
  },
};

const EDIT_VIEW = '/content-manager/';

/** Tells editors in their own language why a save was refused. Must run in `register()`: it stands around Strapi's own middlewares. */
export function refuseInOwnWords(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (ctx.status < 400 || !ctx.path.startsWith(EDIT_VIEW)) return;
    const { error } = isRecord(ctx.body) ? ctx.body : {};
    const words = WORDS[languageOf(ctx)];
    if (words && isRecord(error)) translate(error, words);
  });
}

function languageOf({ state }: Context): string {
  const user: unknown = state['user'];
  return isRecord(user) && typeof user['preferedLanguage'] === 'string' ? user['preferedLanguage'] : 'en';
}

function translate(error: Record<string, unknown>, words: Readonly<Record<string, string>>): void {
  const details = isRecord(error['details']) ? error['details'] : {};
  const message = words[String(details['code'])];
  if (message === undefined) return;
  error['message'] = message;
  const fields: unknown[] = Array.isArray(details['errors']) ? details['errors'] : [];
  for (const field of fields) if (isRecord(field)) field['message'] = message;
}
