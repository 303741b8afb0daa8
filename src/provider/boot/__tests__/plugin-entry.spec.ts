import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { configManager } from "@medusajs/framework/config"
import { logger } from "@medusajs/framework/logger"
import wrongProvider from "../../../index"
import { isAmong, pluginIsLoaded, requireLoadedPlugin, requirePluginEntry } from "../plugin-entry"

const ROOT = join(__dirname, "../../../..")

describe("medusa-config.ts without the plugin's line", () => {
  let project: string

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), "store-"))
    // Without one of its own, a package.json that somebody has left above it would be the project's.
    await writeFile(join(project, "package.json"), JSON.stringify({ name: "store" }))
  })
  afterEach(() => rm(project, { recursive: true }))

  /** A plugin of this name in the project's node_modules, whose built sources are a link to this folder. */
  const install = async (name: string, sources: string) => {
    const folder = join(project, "node_modules", name)
    await mkdir(join(folder, ".medusa/server"), { recursive: true })
    await writeFile(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0" }))
    await symlink(sources, join(folder, ".medusa/server/src"))
  }
  const boot = (plugins: string[], baseDir = project) => {
    const cors = { authCors: "", storeCors: "", adminCors: "" }
    const projectConfig = { http: { ...cors, jwtSecret: "a", cookieSecret: "b" } }
    configManager.loadConfig({ projectConfig: { projectConfig, plugins }, baseDir })
    return requirePluginEntry()
  }

  test("stops the boot with one line that says which line is missing", async () => {
    // A folder of its own: the repository may itself be a clone among the system's temporary files.
    await install("another-plugin", await mkdtemp(join(project, "elsewhere-")))
    for (const plugins of [[], ["another-plugin"]]) {
      await expect(boot(plugins)).rejects.toThrow(
        /^[^\n]*plugins: \[\{ resolve: "medusa-payment-rozetkapay", options: \{\} \}\]` is missing in medusa-config\.ts[^\n]*$/,
      )
    }
  })

  test("is well when a plugin's entry leads here, by whatever name and links", async () => {
    await install("medusa-payment-rozetkapay", join(ROOT, "src"))
    await install("@shop/our-fork", join(ROOT, "src"))
    await expect(boot(["medusa-payment-rozetkapay"])).resolves.toBeUndefined()
    await expect(boot(["@shop/our-fork"])).resolves.toBeUndefined()
  })

  test("is well when the sources are the project's own, as in this repository", async () => {
    await expect(boot([], ROOT)).resolves.toBeUndefined()
  })

  test("leaves a plugin that can't be found to Medusa", async () => {
    await expect(boot(["not-installed"])).resolves.toBeUndefined()
  })

  test("a folder is not taken for another that only begins like it", async () => {
    expect(await isAmong("/shop/src-old/rozetkapay", ["/shop/src"])).toBe(false)
    expect(await isAmong("/shop/src/rozetkapay", ["/shop/src"])).toBe(true)
  })
})

describe("a process that has loaded no route, job or subscriber of the plugin", () => {
  test("starts no payment, and says in the log which line is missing", () => {
    const error = jest.spyOn(logger, "error").mockImplementation(() => {})
    expect(() => requireLoadedPlugin(logger, "en")).toThrow(
      expect.objectContaining({ type: "invalid_data", code: "refused_start" }),
    )
    expect(error).toHaveBeenCalledWith(expect.stringContaining("is missing in medusa-config.ts"))
    pluginIsLoaded()
    expect(() => requireLoadedPlugin(logger, "en")).not.toThrow()
  })
})

test("the package named as a payment provider gets a hint at the right name", () => {
  for (const service of wrongProvider.services) {
    expect(() => service.validateOptions()).toThrow(
      /resolve: "medusa-payment-rozetkapay\/providers\/rozetkapay"/,
    )
  }
})
