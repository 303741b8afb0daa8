// Runs a spec file in this process with Jest's own describe, test and expect, and nothing else of Jest: a mutant
// takes milliseconds, where Jest would take a second to begin.
const Module = require("node:module")
const { dirname, join, sep } = require("node:path")
const { readFileSync } = require("node:fs")
const { transformSync } = require("@swc/core")
const circus = require("jest-circus")
const { expect } = require("expect")
const { ModuleMocker } = require("jest-mock")
const fastCheck = require("fast-check")

const { addEventHandler } = require(join(dirname(require.resolve("jest-circus")), "state.js"))

const LONGEST_TEST_MS = 120_000
const CODE = `${process.cwd()}${sep}`
const PACKAGES = `${sep}node_modules${sep}`
const SWC = {
  jsc: {
    parser: { syntax: "typescript", tsx: true, decorators: true },
    transform: { decoratorMetadata: true },
    target: "es2022",
  },
  module: { type: "commonjs" },
  sourceMaps: false,
}

const compiled = new Map()
Module._extensions[".ts"] = (module, path) => {
  const code =
    compiled.get(path) ?? transformSync(readFileSync(path, "utf8"), { ...SWC, filename: path }).code
  compiled.set(path, code)
  module._compile(code, path)
}

const { describe, test, beforeAll, beforeEach, afterAll, afterEach } = circus
const mocker = new ModuleMocker(globalThis)
Object.assign(globalThis, { describe, test, it: test, beforeAll, beforeEach, afterAll, afterEach })
Object.assign(globalThis, { expect, jest: { fn: mocker.fn.bind(mocker) } })
globalThis[Symbol.for("TEST_TIMEOUT_SYMBOL")] = LONGEST_TEST_MS

// A property that has failed is not shrunk: which case was the first says all that is asked here.
const { assert } = fastCheck
fastCheck.default.assert = (property, more) => assert(property, { ...more, endOnFailure: true })

const titleOf = ({ name, parent }) => (parent?.parent ? `${titleOf(parent)} ${name}` : name)

/** What is to be told of the test that begins; set anew for each spec. */
let listener = { isWanted: () => true, begins: () => {}, ends: () => {} }
let hasFailed = false
addEventHandler(({ name, test }) => {
  if (name === "test_start") {
    if (hasFailed || !listener.isWanted(titleOf(test))) test.mode = "skip"
    else listener.begins(titleOf(test))
  }
  if (name === "test_done" && test.mode !== "skip") {
    if (test.errors.length > 0) hasFailed = listener.endsWithFirst
    listener.ends(titleOf(test), test)
  }
})

/** The project's own modules that the last spec has loaded. */
const loadedModules = () =>
  Object.keys(require.cache).filter(
    (path) => path.startsWith(CODE) && !path.includes(PACKAGES) && path.endsWith(".ts"),
  )

/** Spec -> its tests, ready to be played again. */
const loaded = new Map()

/** With modules of its own; packages are loaded once for all. */
function load(spec) {
  for (const path of loadedModules()) delete require.cache[path]
  circus.resetState()
  require(spec)
  const state = circus.getState()
  const modes = new Map(testsIn(state.rootDescribeBlock).map((test) => [test, test.mode]))
  loaded.set(spec, { state, modes })
}

const testsIn = (block) =>
  block.children.flatMap((child) => (child.type === "test" ? [child] : testsIn(child)))

/** As if none of its tests had been run. */
function rewind({ state, modes }) {
  circus.setState({ ...state, hasStarted: false, unhandledErrors: [] })
  for (const [test, mode] of modes) {
    const unplayed = { duration: null, errors: [], invocations: 0, numPassingAsserts: 0 }
    Object.assign(test, unplayed, { mode, retryReasons: [], seenDone: false })
    Object.assign(test, { startedAt: null, status: null })
  }
}

/**
 * @param spec absolute path
 * @param toTell `isWanted(title)`, `begins(title)`, `ends(title, test)`, `endsWithFirst` failure
 * @param isFresh its modules are loaded for this once: what they do then is what is tested
 */
async function playSpec(spec, toTell, isFresh = false) {
  listener = toTell
  hasFailed = false
  if (isFresh || !loaded.has(spec)) load(spec)
  const of = loaded.get(spec)
  if (isFresh) loaded.delete(spec)
  rewind(of)
  const { unhandledErrors } = await circus.run()
  if (unhandledErrors.length > 0) throw new Error(String(unhandledErrors[0]))
}

/** Should a mutant have left something behind in its modules, or may have. */
const forget = (spec) => loaded.delete(spec)

module.exports = { playSpec, loadedModules, forget }
