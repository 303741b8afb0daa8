#!/usr/bin/env node
// Walks through Medusa's starter, patched and built, as shoppers do. CONTRIBUTING.md says how to start it:
//   node examples/dtc-starter/walk/walk.mjs <shop> <sandbox> [part of a row's name]
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { ROWS } from "./rows.mjs"
import { DEVICES, newShopper, startBrowser } from "./shopper.mjs"

const [shop = "http://127.0.0.1:8123", sandbox = "http://localhost:4010", only = ""] =
  process.argv.slice(2)
const pictures = process.env.WALK_PICTURES ?? ".demo/walk"
const customer = { email: "ivan.bondar@example.com", password: "demo-password" }

mkdirSync(pictures, { recursive: true })
const browser = await startBrowser()
const results = []

for (const device of Object.keys(DEVICES)) {
  for (const [name, walk] of Object.entries(ROWS)) {
    if (!`${device} ${name}`.includes(only)) continue
    const page = await newShopper(browser, { device })
    const picture = (what) => join(pictures, `${device}-${what}.png`)
    const shot = (what, of = page) => of.screenshot({ path: picture(what), fullPage: true })
    const newPage = (more) => newShopper(browser, { device, ...more })
    try {
      await walk({ page, shop, sandbox, customer, shot, newPage })
      results.push({ device, row: name, result: "passed" })
    } catch (error) {
      const said = String(error).split("\n")[0]
      results.push({ device, row: name, result: `${said} at ${page.url()}` })
      await shot(`failed-${name.replaceAll(/\W+/g, "-")}`).catch(() => undefined)
    }
    const { row, result } = results.at(-1)
    console.log(
      `${result === "passed" ? "✓" : "✗"} ${device}: ${row}${result === "passed" ? "" : `: ${result}`}`,
    )
    await page.context().close()
  }
}

await browser.close()
const failed = results.filter(({ result }) => result !== "passed").length
console.log(`${results.length - failed} of ${results.length} rows passed`)
process.exitCode = failed > 0 ? 1 : 0
