/** A Strapi in a process of its own that imports what its parent sends it. Started by `processes.ts`. */
const { createStrapi } = require('@strapi/strapi');

const appDir = process.argv[2];

async function main() {
  const strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false });
  // Where a spare waits, it is one command that has not come yet.
  if (process.env.NEWSWIRE_STANDBY) strapi.config.set('newswire.role', 'command');
  await strapi.load();
  process.on('message', ({ id, call, args }) => {
    const [service, method] = call.includes('.') ? call.split('.') : ['importer', call];
    const importer = strapi.plugin('newswire').service(service);
    if (call === 'startRunner') strapi.config.set('newswire.role', 'worker');
    Promise.resolve(importer[method](...args)).then(
      (result) => process.send({ id, result }),
      (error) => process.send({ id, error: String(error?.stack ?? error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ ready: true });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
