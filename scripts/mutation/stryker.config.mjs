import { ROOMS } from "./rooms.mjs"

const room = process.env.MUTATION_ROOM

export default {
  mutate: ROOMS[room].mutate,
  testRunner: "specs",
  plugins: ["./scripts/mutation/spec-runner.mjs", "./scripts/mutation/human-text.mjs"],
  ignorers: ["human-text"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A busy machine must not kill a mutant.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 20,
  incremental: true,
  incrementalFile: `.mutation/${room}.incremental.json`,
  tempDirName: `.mutation/sandbox-${room}`,
  reporters: ["json", "progress"],
  jsonReporter: { fileName: `.mutation/${room}.json` },
  ignorePatterns: [
    "**",
    "!src/**",
    "!sandbox/**",
    "!integration-tests/jest/**",
    "!scripts/mutation/**",
    "!jest.config.js",
    "!package.json",
    "!tsconfig.json",
  ],
}
