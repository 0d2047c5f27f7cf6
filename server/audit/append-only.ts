import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { UID } from '../../contracts/uid';
import { isRecording } from './events';

/** The code of the error that every API answers with. */
export const APPEND_ONLY = 'audit-append-only';

/**
 * The history can only grow, and only by what happens: the database's hooks refuse to change, delete or make up an
 * event, whichever API is asked, and triggers in the database refuse SQL written by hand.
 */
export async function keepHistory(strapi: Core.Strapi): Promise<void> {
  const refuse = () => {
    throw new errors.ForbiddenError('The history of rights cannot be changed or deleted. Make a new change instead.', {
      code: APPEND_ONLY,
    });
  };
  const unlessRecording = () => {
    if (!isRecording()) refuse();
  };
  strapi.db.lifecycles.subscribe({
    models: [UID.rightsEvent],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
    beforeCreate: unlessRecording,
    beforeCreateMany: unlessRecording,
  });
  try {
    await setTriggers(strapi);
  } catch (error) {
    // MySQL asks for a privilege that not every host gives. The hooks stand in any case.
    strapi.log.warn(`newswire: the database keeps no guard of its own over the history of rights: ${String(error)}`);
  }
}

/** `REPLACE` is an INSERT of an id that is there: SQLite's runs no trigger of DELETE. `TRUNCATE` is a statement of its own. */
type Action = 'UPDATE' | 'DELETE' | 'REPLACE' | 'TRUNCATE';

type Dialect = (table: string, name: string, action: Action) => string[];

/** What makes one trigger, by database. Made anew at each start: a change of the table may have dropped it. */
const TRIGGERS: Readonly<Record<string, Dialect>> = {
  sqlite: (table, name, action) => {
    const [when, where] = action === 'REPLACE' ? ['INSERT', ` WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id)`] : [action, '']; // prettier-ignore
    return [
      `CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${when} ON ${table}${where} BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`,
    ];
  },
  mysql: (table, name, action) => [
    `DROP TRIGGER IF EXISTS ${name}`,
    `CREATE TRIGGER ${name} BEFORE ${action} ON ${table} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${APPEND_ONLY}'`,
  ],
  postgres: (table, name, action) => [
    `CREATE OR REPLACE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${APPEND_ONLY}'; END $$`,
    `DROP TRIGGER IF EXISTS ${name} ON ${table}`,
    `CREATE TRIGGER ${name} BEFORE ${action} ON ${table} FOR EACH ${action === 'TRUNCATE' ? 'STATEMENT' : 'ROW'} EXECUTE FUNCTION ${table}_refuse()`,
  ],
};

/** MySQL has no trigger for TRUNCATE: whoever may drop a table may empty it. Its REPLACE runs that of DELETE. */
const ACTIONS: Readonly<Record<string, readonly Action[]>> = {
  sqlite: ['UPDATE', 'DELETE', 'REPLACE'],
  mysql: ['UPDATE', 'DELETE'],
  postgres: ['UPDATE', 'DELETE', 'TRUNCATE'],
};

async function setTriggers(strapi: Core.Strapi): Promise<void> {
  const { tableName } = strapi.db.metadata.get(UID.rightsEvent);
  const make = TRIGGERS[strapi.db.dialect.client];
  if (!make) return;
  for (const action of ACTIONS[strapi.db.dialect.client] ?? []) {
    for (const sql of make(tableName, `${tableName}_no_${action.toLowerCase()}`, action)) {
      await strapi.db.connection.raw(sql);
    }
  }
}
