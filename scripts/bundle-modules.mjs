// After `medusa plugin:build`, which makes CommonJS alone: what storefronts bundle is made as ES modules
// too, in .medusa/server/esm, so that a page carries only what it uses.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const SERVER = join(ROOT, ".medusa/server")

/** Folders of src/ that storefronts import as `medusa-payment-rozetkapay/<folder>`. */
const ENTRIES = ["storefront", "react", "next"]

const sourceOf = (entry) => join(ROOT, "src", entry, "index.ts")
const entries = ENTRIES.filter((entry) => existsSync(sourceOf(entry)))
const folder = join(SERVER, "esm")

rmSync(folder, { recursive: true, force: true })
await build({
  absWorkingDir: ROOT,
  entryPoints: Object.fromEntries(entries.map((entry) => [entry, sourceOf(entry)])),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  chunkNames: "shared-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  // React and Next are the storefront's own.
  packages: "external",
  target: "es2020",
  jsx: "automatic",
  charset: "utf8",
  tsconfigRaw: { compilerOptions: { jsx: "react-jsx" } },
  logLevel: "warning",
})

const DIRECTIVE = /^\s*["']use client["'];?\s*$/m
mkdirSync(folder, { recursive: true })
for (const entry of entries) {
  const path = join(folder, `${entry}.mjs`)
  const text = readFileSync(path, "utf8").replace(DIRECTIVE, "")
  const isForClients = DIRECTIVE.test(readFileSync(sourceOf(entry), "utf8"))
  writeFileSync(path, isForClients ? `"use client";\n${text.trimStart()}` : text)
  // Types of an ES module: those of the CommonJS one, named as this module system names files.
  writeFileSync(join(folder, `${entry}.d.mts`), `export * from "../src/${entry}/index.js"\n`)
}
copyFileSync(join(ROOT, "src/react/styles.css"), join(SERVER, "src/react/styles.css"))
