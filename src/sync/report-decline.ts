import { zero } from "../core/money"
import { nameOfDecline } from "../core/plan"
import type { Decline } from "../provider/payment-gateway"
import { emitEvent } from "./emit-event"
import { declinesNote } from "./session-notes"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/** A refused attempt moved no money; the session stays open for the next. Told once, then noted as told. */
export const reportDecline = async (store: Store, tried: Try, decline: Decline): Promise<void> => {
  const { session, gateway, reportedDeclines } = tried.situation
  const reason = [decline.code, decline.description].filter(Boolean).join(": ") || "refused"
  const amount = session?.amount ?? zero(gateway.currency)
  await emitEvent(store, tried, "rozetkapay.payment.failed", amount, reason)
  await store.noteOnSession(
    tried.terms,
    declinesNote([...reportedDeclines, nameOfDecline(decline)]),
  )
}
