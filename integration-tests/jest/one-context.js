const { TestEnvironment } = require("jest-environment-node")
const { ModuleMocker } = require("jest-mock")

/** Not what packages keep there for all who load them, such as zod's registry. */
const isOfOneFile = (name) => typeof name === "string" && !name.startsWith("__")

/**
 * Every spec file runs on the process's own globals, because the packages that it shares with the other
 * files do (shared-modules.js). What a file has left on the process goes with it: Medusa's registries
 * are there, and Jest's own functions.
 */
class OneContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.global = globalThis
    this.moduleMocker = new ModuleMocker(globalThis)
    const { console } = globalThis
    const { exit, env } = process
    this.before = { names: new Set(Reflect.ownKeys(globalThis)), console, exit, env: { ...env } }
  }

  async teardown() {
    const { names, console, exit, env } = this.before
    this.moduleMocker.restoreAllMocks()
    for (const name of Reflect.ownKeys(globalThis))
      if (!names.has(name) && isOfOneFile(name)) delete globalThis[name]
    globalThis.console = console
    process.exit = exit
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
    Object.assign(process.env, env)
    await super.teardown()
  }
}

module.exports = OneContext
