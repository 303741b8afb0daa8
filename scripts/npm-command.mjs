import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

/** npm's own program: what runs this, else the one that came with this Node on Windows. */
const programs = () => [
  process.env.npm_execpath ?? "",
  join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js"),
]

/**
 * What to spawn for `npm …`. On Windows npm is no program but a batch file, which only a shell starts,
 * and a shell splits paths with spaces: so npm's program is run by Node, wherever it is found.
 */
export function npmCommand(args) {
  const program = programs().find((path) => /npm-cli\.js$/.test(path) && existsSync(path))
  return program
    ? { command: process.execPath, args: [program, ...args], shell: false }
    : { command: "npm", args, shell: process.platform === "win32" }
}
