// A Stryker plugin: its own Jest runner, told which spec files can notice a mutant. Left to itself it
// looks for them anew for each mutant, and loads every one that imports the file, however far away.
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { strykerPlugins as jestPlugins } from "@stryker-mutator/jest-runner"
import { ROOMS } from "./rooms.mjs"

const { isAsked } = ROOMS[process.env.MUTATION_ROOM]
/** In Stryker's copy of the project: what the first run, without a mutant, has found out for the others. */
const SPEC_OF_TEST = ".spec-of-test.json"

const specFiles = () =>
  readdirSync("src", { recursive: true })
    .map((path) => join("src", path))
    .filter((path) => path.endsWith(".spec.ts") && isAsked(path))
    .map((path) => join(process.cwd(), path))

/** The spec of the file's own name first, then all others: most mutants get no further than the first. */
function batches(mutatedFile, testNames) {
  let files = specFiles()
  if (testNames) {
    const specOfTest = JSON.parse(readFileSync(SPEC_OF_TEST, "utf8"))
    files = [...new Set(testNames.flatMap((name) => specOfTest[name]))]
  }
  const own = `${basename(mutatedFile, ".ts")}.spec.ts`
  const isOwn = (file) => basename(file) === own
  return [files.filter(isOwn), files.filter((file) => !isOwn(file))].filter(
    (batch) => batch.length > 0,
  )
}

const jestFactory = jestPlugins.find(({ name }) => name === "jest").factory

function nearestSpecsFirst(injector) {
  const runner = jestFactory(injector)
  const { jestTestAdapter } = runner
  let testFiles = []
  const run = jestTestAdapter.run.bind(jestTestAdapter)
  jestTestAdapter.run = (settings) => run({ ...settings, testFiles })

  const dryRun = runner.dryRun.bind(runner)
  runner.dryRun = async (options) => {
    testFiles = specFiles()
    const result = await dryRun(options)
    const specOfTest = {}
    for (const { id, fileName } of result.tests ?? []) {
      specOfTest[id] = [...(specOfTest[id] ?? []), fileName]
    }
    writeFileSync(SPEC_OF_TEST, JSON.stringify(specOfTest))
    return result
  }

  const mutantRun = runner.mutantRun.bind(runner)
  runner.mutantRun = async (options) => {
    let result
    for (const batch of batches(options.sandboxFileName, options.testFilter)) {
      testFiles = batch
      result = await mutantRun(options)
      if (result.status !== "survived") return result
    }
    return result
  }
  return runner
}
nearestSpecsFirst.inject = jestFactory.inject

export const strykerPlugins = [
  { kind: "TestRunner", name: "nearest-specs-first", factory: nearestSpecsFirst },
]
