import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { GatewayLedger } from "../../core/ledger"
import { amountOf, equals } from "../../core/money"
import { totalIn } from "../../core/stated-amount"
import { staffError } from "../../errors"
import { storeIn } from "../../medusa-store/store-in"
import { DEFERRED_REFUND_WORDS, refusalForStaff } from "../../messages/staff"
import { asMedusaError } from "../../provider/payment-errors"
import {
  defersRefunds,
  type MovementOutcome,
  type PaymentDetails,
  type PaymentGateway,
  type PaymentReference,
} from "../../provider/payment-gateway"
import { aloneWithCollection } from "../../sync/purchase-lease"
import { readSnapshot } from "../../sync/snapshot"
import { syncPurchase } from "../../sync/sync-purchase"
import { findOwnPayment, type OwnPayment } from "./find-own-payment"

export type DeferredRefundAction = "retry" | "cancel"

/** What became of a waiting refund. Decimals in the major unit. */
export type DeferredRefund = {
  payment_id: string
  /** `waiting`: RozetkaPay is still trying. `failed`: it was given up, and may be made anew. */
  refund: "made" | "waiting" | "failed"
  /** Lower case, as Medusa writes it. */
  currency_code: string
  ledger: Pick<GatewayLedger, "authorized" | "captured" | "canceled" | "refunded">
}

export const deferredRefundStepId = "rozetkapay-move-deferred-refund"

/** What waited as whoever asks has seen it; `amount` null: RozetkaPay did not say how much it was. */
export type SeenRefund = { amount: string | null }

type Asked = OwnPayment & { action: DeferredRefundAction; seen?: SeenRefund | undefined }

/**
 * What waits is read first, so that what waits no more is told as such, and what waits instead is left alone;
 * afterwards the store is brought up to RozetkaPay. What became of the refund is read, never taken from the
 * answer: that may be lost, and of a cancellation it is the refund's own, which failed. Alone with the purchase.
 * Not compensated: it happened.
 */
export const deferredRefundStep = createStep(
  deferredRefundStepId,
  async (asked: Asked, { container }) =>
    new StepResponse(
      await aloneWithCollection(storeIn(container), asked.payment_collection_id, () =>
        moveDeferredRefund(container, asked),
      ),
    ),
)

const moveDeferredRefund = async (
  container: MedusaContainer,
  { payment_id, provider_id, external_id, action, seen }: Asked,
): Promise<DeferredRefund> => {
  const { provider, data } = await findOwnPayment(container, payment_id)
  const { gateway } = provider
  const payment = provider.reference(data)
  if (!defersRefunds(gateway)) throw staffError("refunds_not_deferred")
  const waiting = (await refundsOf(gateway, payment)).filter(isWaiting)
  const [before] = waiting
  if (!before) throw staffError("no_deferred_refund")
  if (seen && !isAsSeen(seen, waiting, payment.currency)) throw staffError("moved_meanwhile")

  const outcome = await (action === "retry"
    ? gateway.retryRefund(payment)
    : gateway.cancelRefund(payment))
  const after = (await refundsOf(gateway, payment)).find(({ id }) => id === before.id)
  if (!after || isWaiting(after)) {
    complain(outcome, `${DEFERRED_REFUND_WORDS[action]} of ${before.amount} ${before.currency}`)
  }
  const store = storeIn(container)
  await syncPurchase(store, { provider_id, external_id })
  const own = (await readSnapshot(store, { provider_id, external_id }))?.own
  if (!own) throw staffError("payment_unknown")
  const { currency, authorized, captured, canceled, refunded } = own.situation.gateway
  return {
    payment_id,
    refund: after ? becameOf(after) : "waiting",
    currency_code: currency.toLowerCase(),
    ledger: { authorized, captured, canceled, refunded },
  }
}

type Refund = PaymentDetails["operations"][number]

const refundsOf = async (gateway: PaymentGateway, payment: PaymentReference): Promise<Refund[]> => {
  try {
    const { operations } = await gateway.details(payment)
    return operations.filter(({ operation }) => operation === "refund")
  } catch (error) {
    throw asMedusaError(error)
  }
}

const isAsSeen = ({ amount }: SeenRefund, waiting: Refund[], currency: string): boolean => {
  const total = totalIn(waiting, currency)
  return amount === null || total === null
    ? amount === total
    : equals(amountOf(amount, currency), total)
}

const becameOf = ({ status }: Refund): DeferredRefund["refund"] => {
  switch (status) {
    case "success":
      return "made"
    case "failure":
      return "failed"
    case "init":
    case "pending":
    case "unknown":
      return "waiting"
  }
}

/** What is not known to be final waits as well. */
const isWaiting = (refund: Refund): boolean => becameOf(refund) === "waiting"

const complain = (outcome: MovementOutcome, what: string): void => {
  switch (outcome.is) {
    case "done":
    case "pending":
      return
    case "refused":
      throw staffError("refused_movement", {
        what,
        reason: refusalForStaff(outcome.message, outcome.code),
      })
    case "unavailable":
      throw staffError("movement_not_made", { what })
    case "unknown":
      throw staffError("outcome_unknown", { what })
  }
}
