import type { MedusaContainer } from "@medusajs/framework/types"
import { zero } from "../core/money"
import { nameOfDecline } from "../core/plan"
import { findProvider } from "../provider/find-provider"
import type { Decline } from "../provider/payment-gateway"
import { tell } from "./emit-event"
import { declinesNote } from "./session-notes"
import type { Books } from "./snapshot"

/** A refused attempt moved no money; the session stays open for the next. Told once, then noted as told. */
export const reportDecline = async (
  container: MedusaContainer,
  books: Books,
  decline: Decline,
): Promise<void> => {
  const { session, gateway, toldDeclines } = books.situation
  const reason = [decline.code, decline.description].filter(Boolean).join(": ") || "refused"
  const amount = session?.amount ?? zero(gateway.currency)
  await tell(container, books, "rozetkapay.payment.failed", amount, reason)
  const { provider_id, external_id } = books.marks
  const found = await findProvider(container, provider_id)
  await found?.provider.records.noteOnSession(
    external_id,
    declinesNote([...toldDeclines, nameOfDecline(decline)]),
  )
}
