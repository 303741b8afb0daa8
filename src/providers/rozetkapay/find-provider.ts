import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { RozetkaPayProviderService } from "./service"

/**
 * The one place where code outside the payment module reaches a provider's
 * instance. The module keeps it in a private service; its public methods can't
 * check a signature or read a ledger.
 */
type ProviderRegistry = { retrieveProvider(id: string): unknown }

const hasProviderRegistry = (
  module: object,
): module is { paymentProviderService_: ProviderRegistry } => "paymentProviderService_" in module

/**
 * @param given "pp_rozetkapay_<id>", "rozetkapay_<id>", or just "<id>".
 * @returns null when no enabled provider of this plugin has that id.
 */
export const findProvider = async (
  container: MedusaContainer,
  given: string,
): Promise<{ id: string; provider: RozetkaPayProviderService } | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const prefix = `pp_${RozetkaPayProviderService.identifier}_`
  const candidates = [given, `pp_${given}`, `${prefix}${given}`].filter((id) =>
    id.startsWith(prefix),
  )
  const enabled = await enabledAmong(payments, candidates)
  const id = candidates.find((candidate) => enabled.has(candidate))
  if (!id || !hasProviderRegistry(payments)) return null
  const provider = payments.paymentProviderService_.retrieveProvider(id)
  return provider instanceof RozetkaPayProviderService ? { id, provider } : null
}

/** Asking the registry for an id that it does not have logs an error for every stray request: look first. */
const enabledAmong = async (payments: IPaymentModuleService, ids: string[]) => {
  const rows = await payments.listPaymentProviders(
    { id: ids, is_enabled: true },
    { select: ["id"] },
  )
  return new Set(rows.map((row) => row.id))
}
