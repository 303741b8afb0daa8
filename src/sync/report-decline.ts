import type { MedusaContainer } from "@medusajs/framework/types"
import { sessionOf } from "../core/external-id"
import { zero } from "../core/money"
import { nameOfDecline } from "../core/plan"
import { findProvider } from "../provider/find-provider"
import type { Decline } from "../provider/payment-gateway"
import { emitEvent } from "./emit-event"
import { declinesNote } from "./session-notes"
import type { Try } from "./snapshot"

/** A refused attempt moved no money; the session stays open for the next. Told once, then noted as told. */
export const reportDecline = async (
  container: MedusaContainer,
  tried: Try,
  decline: Decline,
): Promise<void> => {
  const { session, gateway, reportedDeclines } = tried.situation
  const reason = [decline.code, decline.description].filter(Boolean).join(": ") || "refused"
  const amount = session?.amount ?? zero(gateway.currency)
  await emitEvent(container, tried, "rozetkapay.payment.failed", amount, reason)
  const { provider_id, external_id } = tried.terms
  const found = await findProvider(container, provider_id)
  await found?.provider.records.noteOnSession(
    sessionOf(external_id),
    declinesNote([...reportedDeclines, nameOfDecline(decline)]),
  )
}
