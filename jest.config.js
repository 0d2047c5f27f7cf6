const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

// Other trees with a package.json of the same name: what was built, and what people try out.
const modulePathIgnorePatterns = ['<rootDir>/dist', '<rootDir>/.tmp'];

/** Two projects: `unit` runs the pure cores in seconds, `integration` boots a real Strapi for each file. */
module.exports = {
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      transform: swc,
      modulePathIgnorePatterns,
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
    },
    {
      displayName: 'integration',
      testEnvironment: 'node',
      transform: swc,
      modulePathIgnorePatterns,
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
    },
  ],
  testTimeout: 120_000,
  maxWorkers: 2,
};
