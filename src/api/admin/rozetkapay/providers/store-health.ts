import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { StoreHealth } from "../../../../admin-client/providers"
import { type LockingConfig, looksLikeSeveral } from "../../../../provider/boot/locking-check"
import { installedMedusa } from "../../../../provider/boot/medusa-version"

export const storeHealth = (container: MedusaContainer): StoreHealth => ({
  version: ownVersion(),
  medusa_version: installedMedusa(),
  ...modulesInUse(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)),
})

/** In what a store's processes must agree: nothing else of Medusa's is shared by them beside the database. */
export const modulesInUse = ({
  projectConfig,
  modules,
}: LockingConfig): Pick<StoreHealth, "modules" | "unsafe_with_several_processes"> => {
  const locking = providersOf(modules?.[Modules.LOCKING])
  const used: StoreHealth["modules"] = [
    inUse("locking", locking ?? DEFAULT_LOCKING),
    inUse("event_bus", nameOf(modules?.[Modules.EVENT_BUS]) ?? "event-bus-local"),
    inUse(
      "workflow_engine",
      nameOf(modules?.[Modules.WORKFLOW_ENGINE]) ?? "workflow-engine-inmemory",
    ),
    inUse(
      "caching",
      providersOf(modules?.[Modules.CACHING]) ??
        nameOf(modules?.[Modules.CACHE]) ??
        "cache-inmemory",
    ),
  ]
  const unsafe = used.flatMap(({ module, name, is_shared }) =>
    // Its locks outlive the process that held them: see locking-check.ts.
    module !== "caching" && (!is_shared || name.includes("locking-postgres")) ? [module] : [],
  )
  return {
    modules: used,
    unsafe_with_several_processes: looksLikeSeveral(projectConfig) ? unsafe : [],
  }
}

/** As Medusa calls the one that it brings along. */
const DEFAULT_LOCKING = "in-memory"

/** Medusa's own that know their process alone; a module of somebody else's is taken to be shared, for which one changes it. */
const IN_PROCESS = /(^|[-_])(local|in-?memory)$/

const inUse = (module: StoreHealth["modules"][number]["module"], name: string) => ({
  module,
  name,
  is_shared: !IN_PROCESS.test(name),
})

type Module = NonNullable<ConfigModule["modules"]>[string] | undefined

const resolved = z.object({ resolve: z.string() })
const withProviders = z.object({
  options: z.object({ providers: z.array(z.unknown()).min(1) }),
})

/** "@medusajs/medusa/event-bus-redis" -> "event-bus-redis" */
const lastStep = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path

/** Null: there is no such module; of one that is not given by its name "custom". */
const nameOf = (module: Module): string | null => {
  if (!module) return null
  const found = resolved.safeParse(module).data
  return found ? lastStep(found.resolve) : "custom"
}

/** What a module works with, where it has providers of its own. */
const providersOf = (module: Module): string | null => {
  const found = withProviders.safeParse(module).data
  if (!found) return null
  const names = found.options.providers.map(
    (one) => resolved.safeParse(one).data?.resolve ?? "custom",
  )
  return names.map(lastStep).join(", ")
}

const NAME = "medusa-payment-rozetkapay"
const described = z.object({ name: z.literal(NAME), version: z.string() })

/** Of the package.json above: how far above depends on whether this file is built. */
const ownVersion = (): string => {
  for (let folder = __dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const found = described.safeParse(readJson(join(folder, "package.json"))).data
    if (found) return found.version
  }
  return "unknown"
}

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"))
  } catch {
    return null
  }
}
