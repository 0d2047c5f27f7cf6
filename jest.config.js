const typescript = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
];

/** Libraries that are ES modules only: Jest's `require` reads them like our own sources. */
const esModules = 'node_modules/(?:p-queue|p-timeout)/';

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': typescript, [`${esModules}.+\\.js$`]: typescript },
  transformIgnorePatterns: [`/node_modules/(?!(?:p-queue|p-timeout)/)`],
  // Other trees with a package.json of the same name: what was built, and what people try out.
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.tmp'],
  testMatch: [`<rootDir>/${testMatch}`],
  ...more,
});

// Tests with Redis start a server of their own.
const redisTests = process.env.NEWSWIRE_TEST_REDIS ? [] : ['redis[^/]*\\.test\\.ts$'];

/**
 * `unit` runs the pure cores in seconds. `integration` boots a real Strapi for each file; `together` runs the same files in
 * two processes that load Strapi's modules once. `faults` kills processes and stops servers for minutes:
 * `npm run test:faults`, not `npm test`.
 */
module.exports = {
  projects: [
    project('unit', 'tests/unit/**/*.test.ts'),
    project('integration', 'tests/{integration,alone}/**/*.test.ts', {
      testPathIgnorePatterns: ['/node_modules/', ...redisTests],
    }),
    project('together', 'tests/{together/{first,second},alone/*}.test.ts'),
    project('faults', 'tests/together/faults.test.ts'),
  ],
  testTimeout: 120_000,
  maxWorkers: 2,
};
