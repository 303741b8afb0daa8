const Module = require("node:module")
const { join, sep } = require("node:path")
const { default: Runtime } = require("jest-runtime")

const TESTS = join(__dirname, "..") + sep
const CONFIGURATION = join(__dirname, "../../medusa-config.ts")

/**
 * Jest loads a spec file and its drivers, Node all else, once for all spec files: Jest would read and
 * run the thousands of files that Medusa needs anew for every spec file, and the processor would have
 * to learn anew what it has to do fast. Only the configuration is read again by every store.
 */
class SharedModules extends Runtime {
  constructor(...given) {
    super(...given)
    for (const extension of [".ts", ".tsx"])
      Module._extensions[extension] = (module, path) =>
        module._compile(this.transformFile(path), path)
  }

  requireModule(from, name, options, isRequireActual) {
    if (name !== undefined && !options?.isInternalModule) {
      const require = Module.createRequire(from)
      const path = require.resolve(name)
      if (!path.startsWith(TESTS)) return require(path)
    }
    return super.requireModule(from, name, options, isRequireActual)
  }

  createScriptFromCode(code, path) {
    const script = super.createScriptFromCode(code, path)
    script.runInContext = (_context, options) => script.runInThisContext(options)
    return script
  }

  teardown() {
    super.teardown()
    delete require.cache[CONFIGURATION]
  }
}

module.exports = SharedModules
