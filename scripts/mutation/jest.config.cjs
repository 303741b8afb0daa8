const { join } = require("node:path")
const { projects } = require("../../jest.config.js")

const unit = projects.find(({ displayName }) => displayName === "unit")

module.exports = {
  rootDir: join(__dirname, "../.."),
  roots: ["<rootDir>/src"],
  testMatch: ["<rootDir>/src/**/__tests__/**/*.spec.ts"],
  transform: unit.transform,
  moduleFileExtensions: unit.moduleFileExtensions,
  testEnvironment: join(__dirname, "mutated-context.cjs"),
  runtime: join(__dirname, "shared-packages.cjs"),
  testTimeout: 120_000,
}
