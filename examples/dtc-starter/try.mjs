#!/usr/bin/env node
// Whether the patch still fits the starter as it is today: fetches it with git, and patches that copy.
//   node examples/dtc-starter/try.mjs [folder for the copy] [branch, tag or commit]
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const STARTER = process.env.STARTER_REPOSITORY ?? "https://github.com/medusajs/dtc-starter.git"
const APPLY = fileURLToPath(new URL("./apply.mjs", import.meta.url))

const [given, revision = "HEAD"] = process.argv.slice(2)
const folder = given ? resolve(given) : mkdtempSync(join(tmpdir(), "dtc-starter-"))
const run = (program, ...more) => execFileSync(program, more, { cwd: folder, stdio: "inherit" })

if (!existsSync(join(folder, "apps/storefront"))) {
  execFileSync("git", ["init", "--quiet", folder], { stdio: "inherit" })
  run("git", "fetch", "--quiet", "--depth", "1", STARTER, revision)
  run("git", "checkout", "--quiet", "FETCH_HEAD")
}
run("git", "log", "-1", "--format=Medusa's starter at %h of %cs")
run(process.execPath, APPLY, join(folder, "apps/storefront"))
run("git", "add", "--all", "apps/storefront")
run("git", "diff", "--cached", "--stat")
console.log(`The patched copy: ${join(folder, "apps/storefront")}`)
