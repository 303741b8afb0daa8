// The one file that must run before anything is installed: plain Node, no dependencies.
import { createRequire } from "node:module"
import { fail, installIfNeeded, root } from "../scripts/install-if-needed.mjs"

await installIfNeeded("npm start")

process.chdir(root)
const require = createRequire(import.meta.url)
try {
  require("ts-node").register({ swc: true, cwd: root })
  require("./run.ts").main()
} catch (error) {
  console.error(error)
  fail("The demo's own files can not be loaded: check that the clone is complete (`git status`).")
}
