const { readFileSync } = require("node:fs")
const Module = require("node:module")
const { join, sep } = require("node:path")
const { default: Runtime } = require("jest-runtime")

const TESTS = join(__dirname, "..") + sep
const MEDUSA = `${sep}node_modules${sep}@medusajs${sep}`

const isMedusas = (path) => path.includes(MEDUSA) && path.endsWith(".js")
const isOurs = (path) => /\.tsx?$/.test(path)

const loadOthers = Module._extensions[".js"]

/** What was import()ed can never be forgotten, so the few import()s that Medusa does of itself become require(). */
Module._extensions[".js"] = (module, path) => {
  if (!isMedusas(path)) return loadOthers(module, path)
  const code = readFileSync(path, "utf8").replaceAll('import("@medusajs/', 'require("@medusajs/')
  module._compile(code, path)
}

/**
 * Jest loads a spec file and its drivers, Node all else: Jest would read and run the thousands of files
 * that Medusa needs anew for every spec file, in its slower way. Medusa itself and this repository's
 * code are new for every spec file nevertheless: nothing that they remember gets into the next one.
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
    for (const path of Object.keys(require.cache))
      if (isOurs(path) || isMedusas(path)) delete require.cache[path]
  }
}

module.exports = SharedModules
