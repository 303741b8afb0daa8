const Module = require("node:module")
const { isAbsolute, sep } = require("node:path")
const { default: Runtime } = require("jest-runtime")

const PACKAGES = `${sep}node_modules${sep}`

/**
 * Packages are loaded by Node, once for all mutants; the project's own files by Jest, anew for every spec
 * file, so that a mutant of what a module does when it is loaded is met as well. Loading Medusa's number
 * type takes longer than all tests of the core.
 */
class SharedPackages extends Runtime {
  requireModule(from, name, options, isRequireActual) {
    if (name !== undefined && !options?.isInternalModule) {
      const path = pathOfPackage(from, name)
      if (path) return name === "fast-check" ? withoutShrinking(require(path)) : require(path)
    }
    return super.requireModule(from, name, options, isRequireActual)
  }

  createScriptFromCode(code, path) {
    const script = super.createScriptFromCode(code, path)
    script.runInContext = (_context, options) => script.runInThisContext(options)
    return script
  }
}

/** A property that has failed is not shrunk: which case was the first says all that is asked here. */
function withoutShrinking(fastCheck) {
  const assert = (property, more) => fastCheck.assert(property, { ...more, endOnFailure: true })
  return { ...fastCheck, __esModule: true, assert, default: { ...fastCheck.default, assert } }
}

const requires = new Map()

function pathOfPackage(from, name) {
  if (name.startsWith(".") || isAbsolute(name) || Module.isBuiltin(name)) return null
  const own = requires.get(from) ?? Module.createRequire(from)
  requires.set(from, own)
  try {
    const path = own.resolve(name)
    return path.includes(PACKAGES) ? path : null
  } catch {
    return null
  }
}

module.exports = SharedPackages
