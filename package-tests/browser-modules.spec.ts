import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { must, run } from "./setup/command"
import { makeReactProject } from "./setup/react-project"

const NAME = "medusa-payment-rozetkapay"

const ownPackage = z.object({ exports: z.record(z.string(), z.unknown()) })

/** What the package exports, but for what has no types: itself, a stylesheet, and what Medusa alone loads. */
const modules = (): string[] => {
  const { exports } = ownPackage.parse(
    JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")),
  )
  return Object.keys(exports)
    .filter((path) => !/package\.json$|\.css$|^\.\/admin$|modules\/\*$/.test(path))
    .map((path) => `${NAME}${path.slice(1)}`.replace("*", "rozetkapay"))
}

/** How a project may look for types; with a module system in each of which it can be. */
const RESOLUTIONS = [
  ["node10", "commonjs", "all.ts"],
  ["node16", "node16", "all.cts"],
  ["node16", "node16", "all.mts"],
  ["bundler", "esnext", "all.ts"],
] as const

describe("What storefronts import", () => {
  let storefront = { folder: "" }
  beforeAll(async () => {
    storefront = await makeReactProject(modules())
  }, 450_000)

  const compile = async (files: string[], moduleResolution: string, module: string) => {
    const settings = {
      moduleResolution,
      module,
      target: "es2022",
      lib: "es2022,dom",
      jsx: "react-jsx",
    }
    const { output } = await run(
      storefront,
      180_000,
      process.execPath,
      require.resolve("typescript/bin/tsc"),
      // Types of Medusa's are not there, and what the browser is given must not want them.
      ...["--noEmit", "--strict", "--pretty", "false", "--types", "react", ...files],
      ...(files.includes("checkout.tsx") ? [] : ["--skipLibCheck"]),
      ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    )
    return output.split("\n").filter((line) => /error TS/.test(line))
  }

  test("comes without a package of Medusa's", () => {
    const brought = readdirSync(join(storefront.folder, "node_modules"))
    expect(brought).toContain(NAME)
    expect(brought.filter((name) => /medusajs|express/.test(name))).toEqual([])
  })

  test.each(RESOLUTIONS)(
    "has all its types found with moduleResolution %s and module %s, by %s",
    async (moduleResolution, module, file) => {
      expect(modules().length).toBeGreaterThan(8)
      expect(await compile([file], moduleResolution, module)).toEqual([])
    },
    200_000,
  )

  test.each([
    ["node10", "commonjs"],
    ["node16", "node16"],
    ["bundler", "esnext"],
  ])(
    "is right in a page of React 19 with moduleResolution %s, and strict about its props",
    async (moduleResolution, module) => {
      const complaints = await compile(["checkout.tsx", "wrong.tsx"], moduleResolution, module)
      expect(complaints).toEqual([expect.stringMatching(/^wrong\.tsx\(2,\d+\): error TS2322/)])
    },
    200_000,
  )

  test.each([
    "by-import.mjs",
    "by-require.cjs",
  ])("is drawn by React 19 on a server, %s", async (script) => {
    const page = await must(storefront, 60_000, process.execPath, script)
    expect(page).toMatch(/^19\./)
    expect(page).toContain("undefined")
    expect(page).toContain("You have not paid yet")
    expect(page).toContain("Looking for the ways to pay")
  })

  test("says to bundlers what runs in the browser, and what may be left out", async () => {
    const installed = join(storefront.folder, "node_modules", NAME)
    const folder = join(installed, ".medusa/server/esm")
    const first = (file: string) => readFileSync(join(folder, file), "utf8").split("\n")[0]
    expect(first("react.mjs")).toBe('"use client";')
    expect(first("storefront.mjs")).not.toContain("use client")
    const brought = readdirSync(folder)
      .filter((file) => file.endsWith(".mjs") && !file.startsWith("next"))
      .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/from "([^"]+)"/g)])
      .map(([, name = ""]) => name)
      .filter((name) => !name.startsWith("./"))
    expect([...new Set(brought)].sort()).toEqual(["react", "react/jsx-runtime"])
  })
})
