import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SessionId } from "../../core/session-id"
import type { ShopperLanguage } from "../../messages/language"
import { saysWhereToConfirm } from "../../provider/capabilities"
import type { FoundProvider } from "../../provider/find-provider"
import { readSessionData } from "../../provider/session-data"

/** Where a waiting shopper is asked, in a sentence; null when nobody can say. The page can do without. */
export const whereToConfirm = async (
  container: MedusaContainer,
  { provider }: FoundProvider,
  sessionId: SessionId,
  language: ShopperLanguage,
): Promise<string | null> => {
  if (!saysWhereToConfirm(provider)) return null
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id: sessionId }, { select: ["id", "data"] })
    .catch(() => [])
  const choice = readSessionData(sessions[0]?.data)?.choice
  return choice ? provider.whereToConfirm(choice, language) : null
}
