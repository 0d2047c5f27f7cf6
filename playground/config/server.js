const { join } = require('node:path');
const { directory, secrets } = require('../data');

module.exports = ({ env }) => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL'),
  app: { keys: [secrets().appKey] },
  logger: { config: { level: env('LOG_LEVEL', 'info') } },
  dirs: { public: join(directory(), 'public') },
});
