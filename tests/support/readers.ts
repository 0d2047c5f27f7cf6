import request from 'supertest';
import type { Agent, TestStrapi } from './strapi';

/** Everything that a public role can be allowed to do with comments. */
export const DISCUSSION = ['thread', 'rules', 'post', 'edit', 'withdraw', 'report'].map(
  (action) => `plugin::newswire.discussion.${action}`,
);

/** A signed-in reader (Users & Permissions). */
export async function reader({ strapi }: TestStrapi, username: string): Promise<Agent> {
  const email = `${username.toLowerCase().replace(/\W+/g, '-')}@readers.example`;
  const role: { id: number } = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const users: { add(values: object): Promise<unknown> } = strapi.plugin('users-permissions').service('user');
  await users.add({ username, email, password: 'Only-4-tests', confirmed: true, provider: 'local', role: role.id });
  const agent = request.agent(strapi.server.httpServer);
  const answer = await agent.post('/api/auth/local').send({ identifier: email, password: 'Only-4-tests' }).expect(200);
  return agent.set('Authorization', `Bearer ${String(answer.body.jwt)}`);
}

/** The SQL statements that a piece of work takes, transactions' own aside. */
export async function statementsOf({ strapi }: TestStrapi, work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const note = ({ sql }: { sql: string }): void => {
    if (!/^(begin|commit|savepoint|release)/i.test(sql)) seen.push(sql);
  };
  strapi.db.connection.on('query', note);
  try {
    await work();
  } finally {
    strapi.db.connection.off('query', note);
  }
  return seen;
}
