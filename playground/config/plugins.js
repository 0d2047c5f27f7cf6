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
    // The limits of depth, page size and cost are Newswire's defaults.
    config: { endpoint: '/graphql', landingPage: false },
  },
  'users-permissions': { enabled: true, config: { jwtSecret: secrets().usersJwt } },
});
