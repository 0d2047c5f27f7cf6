const { secrets } = require('../data');

module.exports = ({ env }) => ({
  // The repository is the plugin; tests give a folder that loads its TypeScript sources instead of the build.
  newswire: { enabled: true, resolve: env('NEWSWIRE_PLUGIN', '..'), config: env.json('NEWSWIRE_CONFIG', {}) },
  graphql: {
    enabled: true,
    config: { endpoint: '/graphql', landingPage: false, defaultLimit: 25, maxLimit: 100, depthLimit: 10 },
  },
  'users-permissions': { enabled: true, config: { jwtSecret: secrets.usersJwt } },
});
