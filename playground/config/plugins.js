const { resolve } = require('node:path');
const { secrets } = require('../data');

module.exports = ({ env }) => ({
  newswire: {
    enabled: true,
    // The repository is the plugin; the tests give a folder that loads its TypeScript sources instead of the build.
    resolve: env('NEWSWIRE_PLUGIN', resolve(__dirname, '../..')),
    config: env.json('NEWSWIRE_CONFIG', {}),
  },
  graphql: {
    enabled: true,
    config: { endpoint: '/graphql', landingPage: false, defaultLimit: 25, maxLimit: 100, depthLimit: 10 },
  },
  'users-permissions': { enabled: true, config: { jwtSecret: secrets.usersJwt } },
});
