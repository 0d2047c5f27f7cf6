const { resolve } = require('node:path');
const { secrets } = require('../data');

/** The stories of the demo are on its front-end, `site/`: there lead the links of its feeds. */
const demo = (env) => ({
  site: {
    name: 'The Vestvik Post',
    url: `${env('PUBLIC_URL', `http://127.0.0.1:${env('PORT', '1337')}`)}/site`,
    articlePath: '/?story={slug}',
  },
});

module.exports = ({ env }) => ({
  newswire: {
    enabled: true,
    // The repository is the plugin; the tests give a folder that loads its TypeScript sources instead of the build.
    resolve: env('NEWSWIRE_PLUGIN', resolve(__dirname, '../..')),
    config: env.json('NEWSWIRE_CONFIG', demo(env)),
  },
  graphql: {
    enabled: true,
    // The limits of depth, page size and cost are Newswire's defaults.
    config: { endpoint: '/graphql', landingPage: false },
  },
  'users-permissions': { enabled: true, config: { jwtSecret: secrets().usersJwt } },
});
