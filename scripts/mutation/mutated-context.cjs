const OneContext = require("../../integration-tests/jest/one-context.js")

/** Where instrumented code looks up which mutant it is to be; Stryker's own name for it. */
const MUTANT = "__stryker__"

/** One context for all spec files (shared-packages.cjs), and nothing left in it of the mutant before. After the first test that fails a mutant is found: the others are left out. */
class MutatedContext extends OneContext {
  constructor(config, context) {
    super(config, context)
    delete this.global[MUTANT]
    this.hasFailed = false
  }

  handleTestEvent(event) {
    if (event.name === "test_fn_failure") this.hasFailed = true
    if (event.name === "test_start" && this.hasFailed) event.test.mode = "skip"
  }
}

module.exports = MutatedContext
