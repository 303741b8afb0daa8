import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type Money, moneyOf } from "../../core/money"
import type { SessionId } from "../../core/session-id"
import type { ShopperLanguage } from "../../messages/language"
import { saysWhereToConfirm } from "../../provider/capabilities"
import type { FoundProvider } from "../../provider/find-provider"
import { inTime } from "../../provider/in-time"
import { readSessionData } from "../../provider/session-data"

/** `whereToConfirm`: which app to open, in a sentence; null where nobody can say. */
export type WaitedFor = { money: Money | null; whereToConfirm: string | null }

export const NOTHING_KNOWN: WaitedFor = { money: null, whereToConfirm: null }

/** Milliseconds: the page can do without. */
const LONGEST = 2_000

/** What a waiting shopper is paying, and where they are asked. */
export const waitedFor = (
  container: MedusaContainer,
  { id, provider }: FoundProvider,
  sessionId: SessionId,
  language: ShopperLanguage,
): Promise<WaitedFor> => {
  const read = async (): Promise<WaitedFor> => {
    const [session] = await container
      .resolve(Modules.PAYMENT)
      .listPaymentSessions({ id: sessionId, provider_id: id })
    if (!session) return NOTHING_KNOWN
    const choice = readSessionData(session.data)?.choice
    return {
      money: moneyOf(session.amount, session.currency_code),
      whereToConfirm:
        choice && saysWhereToConfirm(provider) ? provider.whereToConfirm(choice, language) : null,
    }
  }
  return inTime(
    read().catch(() => NOTHING_KNOWN),
    LONGEST,
    () => NOTHING_KNOWN,
  )
}
