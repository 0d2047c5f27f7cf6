/** The rules of the house (docs/architecture.md): imports point one way. */
const rooms = 'importer|fetch|desk|comments|feeds|media|delivery|audit|editing|gate';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contracts-stand-alone',
      comment: 'Admin and server both read the contracts; a contract that reads one of them ties the two together.',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: '^(server|admin|bin|tests)/' },
    },
    {
      name: 'wire-is-pure',
      comment: 'The parsers know neither Strapi nor the rest of the house: bytes in, items out.',
      severity: 'error',
      from: { path: '^server/wire/' },
      to: { path: '^(server/(?!wire/)|contracts/|admin/|bin/|node_modules/@strapi/)' },
    },
    {
      name: 'wire-has-no-effects',
      comment: 'No network, no disk, no processes: time and limits are arguments.',
      severity: 'error',
      from: { path: '^server/wire/' },
      to: { dependencyTypes: ['core'], path: '^(fs|net|http|https|child_process|dns|timers)' },
    },
    {
      name: 'rights-read-wire-only',
      severity: 'error',
      from: { path: '^server/rights/' },
      to: { path: `^(server/(${rooms})/|admin/|bin/)` },
    },
    {
      name: 'rooms-do-not-see-the-admin',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(admin|bin|tests)/' },
    },
    {
      name: 'admin-speaks-through-contracts',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^(server|bin|tests)/' },
    },
    {
      name: 'only-the-entry-sees-every-room',
      severity: 'error',
      from: { path: `^server/(${rooms})/` },
      to: { path: '^server/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.(svg|png)$' },
  },
};
