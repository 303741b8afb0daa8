const { readFileSync } = require("node:fs")
const { default: Sequencer } = require("@jest/test-sequencer")

/** The setups that several spec files have, as they stand in them. */
const SHARED = ["everyKind()", "BOTH_KINDS", "{ capture: false }"]

/** A guess is enough: a wrong one costs a boot, no more. */
function storeOf({ path, context }) {
  if (context.config.displayName?.name !== "integration") return -1
  const [, setup = ""] = readFileSync(path, "utf8").split("runStore(")
  const place = SHARED.findIndex((text) => setup.split("(store) =>")[0].includes(text))
  return place < 0 ? SHARED.length : place
}

/** Spec files of one setup follow each other, so that each finds the store of the one before. */
class ByStore extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests)
    return sorted
      .map((test) => ({ test, store: storeOf(test) }))
      .sort((one, other) => one.store - other.store)
      .map(({ test }) => test)
  }
}

module.exports = ByStore
