const { join } = require('node:path');
const { directory } = require('../data');

/** `DATABASE_CLIENT` is sqlite (when not given), postgres or mysql (MariaDB too). */
module.exports = ({ env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client === 'sqlite') {
    return {
      connection: { client, connection: { filename: join(directory(), 'newswire.db') }, useNullAsDefault: true },
    };
  }
  return {
    connection: {
      client,
      connection: {
        host: env('DATABASE_HOST', '127.0.0.1'),
        port: env.int('DATABASE_PORT', client === 'postgres' ? 5432 : 3306),
        database: env('DATABASE_NAME', 'newswire'),
        user: env('DATABASE_USERNAME', 'newswire'),
        password: env('DATABASE_PASSWORD', ''),
      },
    },
  };
};
