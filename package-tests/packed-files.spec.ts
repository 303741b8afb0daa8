import { readdirSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import { z } from "zod"
import { must, run } from "./setup/command"
import { makeStorefrontProject } from "./setup/storefront-project"
import { packed } from "./setup/tarball"

/** The built plugin, and what tells people about it. Everything else stays at home. */
const ALLOWED = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
  /^CONTRIBUTING\.md$/,
  /^SECURITY\.md$/,
  /^docs\/([a-z-]+\/)?[a-z-]+\.md$/,
  /^examples\/dtc-starter\/((apply|edits)\.mjs|files\/src\/.+\.tsx?)$/,
  /^docs\/uk\/README\.md$/,
  /^docs\/pictures\/admin\/[a-z]+\.(en|uk)\.png$/,
  /^\.medusa\/server\/src\/[a-z\d_[\]/-]+\.(js|d\.ts)$/,
  /^\.medusa\/server\/src\/admin\/index\.mjs$/,
  /^\.medusa\/server\/src\/react\/styles\.css$/,
  /^\.medusa\/server\/esm\/[\w-]+\.(mjs|d\.mts)$/,
  /^\.medusa\/server\/sandbox\/[a-z\d-/]+\.(js|d\.ts)$/,
]

const ownPackage = z.object({
  files: z.array(z.string()),
  keywords: z.array(z.string()),
  bin: z.record(z.string(), z.string()),
  exports: z.record(z.string(), z.unknown()),
})

/** The files that an entry of `exports` leads to, by whatever conditions. */
const targetsIn = (entry: unknown): string[] =>
  typeof entry === "string"
    ? [entry]
    : Object.values(z.record(z.string(), z.unknown()).parse(entry)).flatMap(targetsIn)

const files = async (): Promise<string[]> => {
  const { tarball, folder } = packed()
  const listing = await must({ folder }, 30_000, "tar", "-tzf", tarball)
  return listing
    .split("\n")
    .filter((path) => path !== "" && !path.endsWith("/"))
    .map((path) => path.replace(/^package\//, ""))
}

describe("What npm publishes", () => {
  it("is the built plugin, what tells people about it, and nothing else", async () => {
    const strangers = (await files()).filter((path) => !ALLOWED.some((rule) => rule.test(path)))
    expect(strangers).toEqual([])
  })

  it("holds no tests, no demo and no settings", async () => {
    const wrong = (await files()).filter((path) =>
      /__tests__|\.spec\.|\.test\.|demo\/|integration-tests|package-tests|\.env|\.map$|medusa-config/.test(
        path,
      ),
    )
    expect(wrong).toEqual([])
  })

  it("has the provider, the routes, the workflows, the dashboard's part and the sandbox", async () => {
    const inside = await files()
    const wanted = [
      "LICENSE",
      "README.md",
      "CHANGELOG.md",
      "docs/options.md",
      ".medusa/server/src/providers/rozetkapay/index.js",
      ".medusa/server/src/providers/rozetkapay/index.d.ts",
      ".medusa/server/src/api/middlewares.js",
      ".medusa/server/src/api/hooks/rozetkapay/[provider_id]/route.js",
      ".medusa/server/src/api/hooks/rozetkapay/[provider_id]/return/[session_id]/route.js",
      ".medusa/server/src/workflows/index.js",
      ".medusa/server/src/admin/index.js",
      ".medusa/server/sandbox/cli.js",
    ]
    expect(wanted.filter((path) => !inside.includes(path))).toEqual([])
  })

  it("exports only what is there, and is found by Medusa's keywords", async () => {
    const inside = await files()
    const own = ownPackage.parse(
      JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")),
    )
    // Medusa's pattern for the modules of a plugin: this one has none, and may get some.
    const targets = Object.entries(own.exports)
      .filter(([name]) => name !== "./.medusa/server/src/modules/*")
      .flatMap(([, entry]) => targetsIn(entry))
      .concat(Object.values(own.bin))
      .map((target) => target.replace(/^\.\//, "").replace("*", "rozetkapay"))
    expect(targets.filter((path) => !inside.includes(path))).toEqual([])
    expect(own.keywords).toEqual(
      expect.arrayContaining(["medusa-v2", "medusa-plugin-integration", "medusa-plugin-payment"]),
    )
  })

  it("has a module for browsers that brings nothing of Medusa or Node with it", async () => {
    const { tarball, folder } = packed()
    const modules = (await files()).filter((path) =>
      /^\.medusa\/server\/src\/storefront\/.*\.(js|d\.ts)$/.test(path),
    )
    expect(modules).toContain(".medusa/server/src/storefront/index.js")
    expect(modules).toContain(".medusa/server/src/storefront/index.d.ts")
    for (const path of modules) {
      const text = await must({ folder }, 30_000, "tar", "-xzOf", tarball, `package/${path}`)
      const brought = [...text.matchAll(/(?:require\(|from |import )"([^"]+)"/g)].map(
        ([, name]) => name,
      )
      // The sentences are the server's own.
      expect(brought.filter((name) => !/^\.\/|^\.\.\/messages\//.test(name ?? ""))).toEqual([])
    }
  })

  describe("in a TypeScript storefront that has nothing of Medusa's", () => {
    let storefront = { folder: "" }
    beforeAll(async () => {
      storefront = await makeStorefrontProject()
    }, 450_000)

    it("installs without bringing a Medusa package along", () => {
      const brought = readdirSync(join(storefront.folder, "node_modules"))
      expect(brought).toContain("medusa-payment-rozetkapay")
      expect(brought.filter((name) => /medusajs|express/.test(name))).toEqual([])
    })

    it.each([
      ["node", "commonjs"],
      ["node16", "node16"],
      ["nodenext", "nodenext"],
      ["bundler", "esnext"],
    ])(
      "has its types found with moduleResolution %s",
      async (moduleResolution, module) => {
        const settings = { moduleResolution, module, target: "es2022", lib: "es2022,dom" }
        const { output } = await run(
          storefront,
          180_000,
          process.execPath,
          require.resolve("typescript/bin/tsc"),
          ...["--noEmit", "--strict", "--pretty", "false", "right.ts", "wrong.ts"],
          ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
        )
        const complaints = output.split("\n").filter((line) => /error TS/.test(line))
        expect(complaints).toEqual([expect.stringMatching(/^wrong\.ts\(2,14\): error TS2322/)])
      },
      200_000,
    )

    it.each(["by-import.mjs", "by-require.cjs"])("is loaded %s", async (script) => {
      const output = await must(storefront, 30_000, process.execPath, script)
      expect(output).toContain("off_session: true")
    })
  })

  it("has a README and docs whose links lead to the web, or to what is packed with them", async () => {
    const { tarball, folder } = packed()
    const inside = await files()
    const written = inside.filter((path) => path.endsWith(".md"))
    const dead: string[] = []
    for (const page of written) {
      const text = await must({ folder }, 30_000, "tar", "-xzOf", tarball, `package/${page}`)
      const links = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/\]\(([^)\s]+)\)/g)]
      for (const [, to = ""] of links) {
        const [path = ""] = to.split("#")
        if (/^https?:\/\//.test(to) || path === "") continue
        if (!inside.includes(posix.join(posix.dirname(page), path))) dead.push(`${page}: ${to}`)
      }
    }
    expect(written).toContain("docs/security.md")
    expect(dead).toEqual([])
  })

  it("carries no path of the machine that built it", async () => {
    const { tarball, folder } = packed()
    const text = await must({ folder }, 30_000, "tar", "-xzOf", tarball)
    expect(text).not.toContain(join(__dirname, ".."))
  })
})
