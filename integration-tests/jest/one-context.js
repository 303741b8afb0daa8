const { TestEnvironment } = require("jest-environment-node")
const { ModuleMocker } = require("jest-mock")

/** What Jest tells a worker that has nothing more to do. */
const END = 2

/** The last store runs on in its worker, as the next spec file might have needed it. */
function endWithStore([message]) {
  if (message === END) process.exit(0)
}
if (process.send) process.on("message", endWithStore)

/**
 * Every spec file runs on the process's own globals, because the packages and the store that it shares
 * with the other files do (shared-modules.js). What a file has changed of the process itself goes with it.
 */
class OneContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.global = globalThis
    this.moduleMocker = new ModuleMocker(globalThis)
    const { console } = globalThis
    const { exit, env } = process
    this.before = { console, exit, env: { ...env } }
  }

  async teardown() {
    const { console, exit, env } = this.before
    this.moduleMocker.restoreAllMocks()
    globalThis.console = console
    process.exit = exit
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
    Object.assign(process.env, env)
    await super.teardown()
  }
}

module.exports = OneContext
