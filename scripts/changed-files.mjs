// What a branch has changed, and what of the suites is quick to say whether that has broken something.
import { execFileSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { root } from "./install-if-needed.mjs"

const MAIN = ["main", "origin/main"]
/** These read the whole source and every page, which no import tells Jest. */
const READ_EVERYTHING = "src/__tests__"
const CODE = /\.(ts|tsx|js|json)$/

function git(...args) {
  try {
    const said = execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
    return said.split("\0").filter((line) => line !== "")
  } catch {
    return []
  }
}

/** Where this branch left main; on main itself, and in a copy without it, the last commit. */
function base() {
  for (const name of MAIN) {
    const [found] = git("merge-base", "HEAD", name)
    if (found) return found.trim()
  }
  return "HEAD"
}

/** Committed on this branch or not yet, new files as well; what was removed has no tests to run. */
function changedFiles() {
  const tracked = git("diff", "--name-only", "-z", "--diff-filter=d", base())
  const untracked = git("ls-files", "--others", "--exclude-standard", "-z")
  return [...new Set([...tracked, ...untracked])]
}

/**
 * @returns the files, what to hand to which suite's Jest, and what is not run, in a line
 */
export function planForChanged() {
  const files = changedFiles()
  const code = files.filter((file) => CODE.test(file))
  const always = readdirSync(join(root, READ_EVERYTHING))
    .filter((name) => name.endsWith(".spec.ts"))
    .map((name) => `${READ_EVERYTHING}/${name}`)
  const integration = files.filter((file) =>
    /^integration-tests\/(?!histories\/).*\.spec\.ts$/.test(file),
  )
  const related = (more) => ["--passWithNoTests", "--findRelatedTests", ...code, ...more]
  return {
    files,
    suites: {
      unit: related(always),
      ...(code.length > 0 && { sandbox: related([]) }),
      ...(integration.length > 0 && { integration: ["--runTestsByPath", ...integration] }),
    },
    leftOut: `Left out: ${integration.length > 0 ? "the integration specs that did not change themselves" : "integration"}, simulation, histories, browser, package. npm test runs everything.`,
  }
}
