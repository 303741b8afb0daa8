import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isStoreId } from "../core/external-id"
import { ADAPTERS } from "../providers/registry"
import { GatewayProvider } from "./gateway-provider"
import { inTime } from "./in-time"

/**
 * The one place where code outside the payment module reaches a provider's
 * instance. The module keeps it in a private service; its public methods can't
 * check a signature or read a ledger.
 */
type ProviderRegistry = { retrieveProvider(id: string): unknown; __container__: object }

const hasProviderRegistry = (
  module: object,
): module is { paymentProviderService_: ProviderRegistry } => "paymentProviderService_" in module

export type FoundProvider = { id: string; provider: GatewayProvider }

/**
 * What each store's registry was already asked for and has. Providers are made at boot and stay, so a
 * callback need not ask the database whose it is. Absent ones are not kept: anybody can name them.
 * Not by payment module: every workflow run gets a wrapper of its own around that.
 */
const foundBefore = new WeakMap<ProviderRegistry, Map<string, FoundProvider>>()

/**
 * @param given "pp_rozetkapay_<id>", "rozetkapay_<id>", or just "<id>"; of a legacy one too.
 * @returns null when no enabled provider of this plugin has that id.
 */
export const findProvider = async (
  container: MedusaContainer,
  given: string,
): Promise<FoundProvider | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  if (!isStoreId(given) || !hasProviderRegistry(payments)) return null
  const registry = payments.paymentProviderService_
  const known = foundBefore.get(registry) ?? new Map<string, FoundProvider>()
  foundBefore.set(registry, known)
  const found = known.get(given)
  if (found) return found
  const { isSure, ...looked } = await lookFor(payments, registry, given)
  if (looked.found && isSure) known.set(given, looked.found)
  return looked.found
}

/** Every provider of this plugin that the store has loaded and enabled, by id. */
export const findProviders = async (container: MedusaContainer): Promise<FoundProvider[]> => {
  const rows = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ is_enabled: true }, { order: { id: "ASC" } })
  const found = await Promise.all(rows.map(({ id }) => findProvider(container, id)))
  return found.filter((one) => one !== null)
}

/** Milliseconds for the database to say which providers are enabled; then the loaded ones are taken for it. */
const LOOK = 5_000

type Look = { found: FoundProvider | null; isSure: boolean }

const lookFor = async (
  payments: IPaymentModuleService,
  registry: ProviderRegistry,
  given: string,
): Promise<Look> => {
  const prefixes = ADAPTERS.map(({ identifier }) => `pp_${identifier}_`)
  const candidates = [given, `pp_${given}`, ...prefixes.map((prefix) => prefix + given)].filter(
    (id) => prefixes.some((prefix) => id.startsWith(prefix)),
  )
  const inMemory = Object.keys(registry.__container__)
  const loaded = candidates.filter((id) => inMemory.includes(id))
  if (loaded.length === 0) return { found: null, isSure: true }
  // Medusa enables at boot what it loads. While its database is down a shopper, or a callback, is told
  // to wait, and not that there is no such provider.
  const enabled = await inTime(
    enabledAmong(payments, loaded).catch(() => null),
    LOOK,
    () => null,
  )
  const id = loaded.find((candidate) => !enabled || enabled.has(candidate))
  const provider = id && registry.retrieveProvider(id)
  const found = id && provider instanceof GatewayProvider ? { id, provider } : null
  return { found, isSure: enabled !== null }
}

/** A provider that the merchant has taken out of medusa-config.ts keeps its enabled row for ever: only loaded ones count. */
const enabledAmong = async (payments: IPaymentModuleService, ids: string[]) => {
  const rows = await payments.listPaymentProviders(
    { id: ids, is_enabled: true },
    { select: ["id"] },
  )
  return new Set(rows.map((row) => row.id))
}
