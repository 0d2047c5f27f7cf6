const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

/** Two projects: `unit` runs the pure cores in seconds, `integration` boots a real Strapi for each file. */
module.exports = {
  projects: [
    { displayName: 'unit', testEnvironment: 'node', transform: swc, testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] },
    {
      displayName: 'integration',
      testEnvironment: 'node',
      transform: swc,
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
    },
  ],
  testTimeout: 120_000,
  maxWorkers: 2,
};
