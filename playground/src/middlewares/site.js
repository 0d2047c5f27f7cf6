const { createReadStream } = require('node:fs');
const { join } = require('node:path');

const SCRIPT = 'text/javascript; charset=utf-8';

/** The demo's front-end: a page, its style and its modules, no build step. */
const FILES = {
  '/site': ['index.html', 'text/html; charset=utf-8'],
  '/site/': ['index.html', 'text/html; charset=utf-8'],
  '/site/site.css': ['site.css', 'text/css; charset=utf-8'],
  ...Object.fromEntries(
    ['site.js', 'comments.js', 'dom.js', 'graphql.js'].map((file) => [`/site/${file}`, [file, SCRIPT]]),
  ),
};

/** Strapi's content security policy holds for these pages too: scripts of this site only. */
module.exports = (_config, { strapi }) => {
  const folder = join(strapi.dirs.app.root, 'site');
  return async (ctx, next) => {
    const file = ctx.method === 'GET' || ctx.method === 'HEAD' ? FILES[ctx.path] : undefined;
    if (!file) return next();
    ctx.type = file[1];
    ctx.body = createReadStream(join(folder, file[0]));
  };
};
