const transform = {
  "^.+\\.tsx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true, decorators: true },
        transform: { decoratorMetadata: true, react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  ],
}

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  transform,
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/", "<rootDir>/.mutation/"],
  ...more,
})

const saysWhatIsMissing = "<rootDir>/sandbox/__tests__/say-what-is-missing.ts"

module.exports = {
  testTimeout: 120_000,
  testSequencer: "<rootDir>/integration-tests/jest/by-store.js",
  projects: [
    project(
      "unit",
      [
        "<rootDir>/src/**/__tests__/**/*.spec.{ts,tsx}",
        "<rootDir>/examples/**/__tests__/**/*.spec.ts",
        "<rootDir>/bench/__tests__/*.spec.ts",
      ],
      { globalSetup: saysWhatIsMissing },
    ),
    project("simulation", ["<rootDir>/simulation/__tests__/*.spec.ts"]),
    project("sandbox", ["<rootDir>/sandbox/**/__tests__/**/*.spec.ts"], {
      globalSetup: saysWhatIsMissing,
    }),
    project("integration", ["<rootDir>/integration-tests/**/*.spec.ts"], {
      testPathIgnorePatterns: ["/integration-tests/histories/"],
      globalSetup: "<rootDir>/integration-tests/setup/prepare-database.ts",
      globalTeardown: "<rootDir>/integration-tests/setup/remove-database.ts",
      testEnvironment: "<rootDir>/integration-tests/jest/one-context.js",
      runtime: "<rootDir>/integration-tests/jest/shared-modules.js",
    }),
    project("histories", ["<rootDir>/integration-tests/histories/*.spec.ts"], {
      globalSetup: "<rootDir>/integration-tests/setup/prepare-database.ts",
      globalTeardown: "<rootDir>/integration-tests/setup/remove-database.ts",
    }),
    project("browser", ["<rootDir>/browser-tests/**/*.spec.ts"]),
    project("package", ["<rootDir>/package-tests/**/*.spec.ts"], {
      globalSetup: "<rootDir>/package-tests/setup/pack-and-start-postgres.ts",
      globalTeardown: "<rootDir>/package-tests/setup/clean-up.ts",
    }),
  ],
}
