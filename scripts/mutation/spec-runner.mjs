// A Stryker plugin: runs the specs of a room, and for a mutant only the tests that reach it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join, resolve } from "node:path"
import { inTurn, ROOMS } from "./rooms.mjs"

const { isAsked } = ROOMS[process.env.MUTATION_ROOM]
/** Where instrumented code looks up which mutant it is to be; Stryker's own name for it. */
const MUTANTS = "__stryker__"
/** In Stryker's copy of the project: which specs load which file, as the run without a mutant has seen. */
const SPECS_LOADING = ".specs-loading.json"

class SpecRunner {
  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // Stryker has gone into its copy of the project by now, and the copies are what is to be run.
    const here = createRequire(join(process.cwd(), "scripts/mutation/"))
    Object.assign(this, here("./play-spec.cjs"))
    this.context = {}
    globalThis[MUTANTS] = this.context
    this.specs = readdirSync("src", { recursive: true })
      .map((path) => join("src", path))
      .filter((path) => path.endsWith(".spec.ts") && isAsked(path))
  }

  /** Every test without a mutant: which of them reaches which mutant is counted by the instrumented code. */
  async dryRun() {
    const { context } = this
    const tests = []
    const specsLoading = {}
    for (const spec of this.specs) {
      let startedAt = 0
      await this.playSpec(join(process.cwd(), spec), {
        isWanted: () => true,
        endsWithFirst: false,
        begins: (title) => {
          startedAt = performance.now()
          context.currentTestId = idOf(spec, title)
        },
        ends: (title, { errors }) => {
          context.currentTestId = undefined
          const of = { id: idOf(spec, title), name: title, fileName: join(process.cwd(), spec) }
          const timeSpentMs = performance.now() - startedAt
          const failure = errors.length > 0 && { failureMessage: messageOf(errors[0]) }
          tests.push({ ...of, timeSpentMs, status: failure ? FAILED : SUCCESS, ...failure })
        },
      })
      for (const path of this.loadedModules())
        specsLoading[path] = [...(specsLoading[path] ?? []), spec]
    }
    writeFileSync(SPECS_LOADING, JSON.stringify(specsLoading))
    const { mutantCoverage } = context
    delete context.mutantCoverage
    return { status: "complete", tests, mutantCoverage }
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, reloadEnvironment }) {
    // What a module does when it is loaded is no test's alone.
    const isFresh = reloadEnvironment || !testFilter
    const reaching = testFilter
      ? this.specs.filter((spec) => testFilter.some((id) => id.startsWith(`${spec} `)))
      : (JSON.parse(readFileSync(SPECS_LOADING, "utf8"))[resolve(sandboxFileName)] ?? [])
    const wanted = testFilter && new Set(testFilter)
    let nrOfTests = 0
    for (const spec of inTurn(sandboxFileName, reaching)) {
      const mutant = {
        activeMutant: activeMutant.id,
        hitLimit: hitLimit && hitLimit / LESS_PATIENT,
      }
      const isWanted = (title) => !wanted || wanted.has(idOf(spec, title))
      const played = await this.play(spec, mutant, isWanted, isFresh)
      nrOfTests += played.count
      if (played.isEndless) {
        this.forget(join(process.cwd(), spec))
        return { status: "timeout", reason: "Endless" }
      }
      const failed = isFresh ? played.failed : await this.confirmed(spec, mutant, isWanted, played)
      if (failed) {
        const { id, error } = failed
        return { status: "killed", killedBy: [id], failureMessage: messageOf(error), nrOfTests }
      }
    }
    return { status: "survived", nrOfTests }
  }

  /** A test that fails without the mutant too fails by what an earlier mutant has left behind: it is asked again. */
  async confirmed(spec, mutant, isWanted, { failed }) {
    if (!failed) return null
    const without = await this.play(spec, {}, (title) => idOf(spec, title) === failed.id, false)
    if (!without.failed) return failed
    this.forget(join(process.cwd(), spec))
    return (await this.play(spec, mutant, isWanted, true)).failed
  }

  /** Until a test fails, with one mutant in the place of the code, or none. */
  async play(spec, { activeMutant, hitLimit }, isWanted, isFresh) {
    // The code remembers this object, so it stays the same one.
    Object.assign(this.context, { activeMutant, hitLimit, hitCount: hitLimit ? 0 : undefined })
    const played = { count: 0, failed: null, isEndless: false }
    const ends = (title, { errors }) => {
      played.count += 1
      if (errors.length > 0) played.failed ??= { id: idOf(spec, title), error: errors[0] }
    }
    const toTell = { isWanted, ends, begins: () => {}, endsWithFirst: true }
    try {
      await this.playSpec(join(process.cwd(), spec), toTell, isFresh)
    } catch (error) {
      played.failed ??= { id: spec, error }
    }
    played.isEndless = hitLimit !== undefined && this.context.hitCount > hitLimit
    return played
  }
}

/** Stryker calls a loop endless that is run a hundred times as often as in all tests together; ten times says as much. */
const LESS_PATIENT = 10

/** As Stryker numbers them. */
const [SUCCESS, FAILED] = [0, 1]

const idOf = (spec, title) => `${spec} ${title}`

const messageOf = (error) => {
  const [first] = [error].flat()
  return String(first?.message ?? first).slice(0, 500)
}

const createRunner = () => new SpecRunner()
createRunner.inject = []

export const strykerPlugins = [{ kind: "TestRunner", name: "specs", factory: createRunner }]
