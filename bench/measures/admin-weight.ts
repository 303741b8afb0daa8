import fs from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { transform } from "esbuild"
import { builtPlugin } from "../built-plugin"
import { spread } from "../spread"
import type { Row } from "../table"

const KILOBYTE = 1024
const TARGET = "≤ 60"

const weighed = (text: string): number => gzipSync(text, { level: 9 }).length / KILOBYTE

/**
 * All of the plugin's in the dashboard: one module, the settings' page, the order's widget and both languages,
 * which a store's own build puts into its dashboard. Published as it is read, minified by the store.
 */
export async function adminWeight(): Promise<Row[]> {
  const text = fs.readFileSync(path.join(await builtPlugin(), "admin/index.mjs"), "utf8")
  const { code } = await transform(text, { minify: true, format: "esm", charset: "utf8" })
  const row = (what: string, of: string): Row => ({
    what,
    value: spread([weighed(of)]),
    target: TARGET,
    figures: `${(Buffer.byteLength(of) / KILOBYTE).toFixed(0)} KB before compression`,
  })
  return [
    row("the dashboard's page and widget in one module, KB gzipped, as published", text),
    row("… KB gzipped, minified as a store's build does it", code),
  ]
}
