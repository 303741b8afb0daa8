import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { held, type Ledger } from "../../core/ledger"
import { type Amount, isPositive, plus } from "../../core/money"
import { type NotCancelable, whyNotCancelable } from "../../core/why-not-cancelable"
import { staffError } from "../../errors"
import { errorMessage } from "../../log/error-message"
import { storeIn } from "../../medusa-store/store-in"
import { aloneWithCollection } from "../../sync/purchase-lease"
import { readSnapshot } from "../../sync/snapshot"
import { syncPurchase } from "../../sync/sync-purchase"
import type { OwnPayment } from "./find-own-payment"

/** All that was canceled of the payment so far, by whomever, and its ledger. Decimals in the major unit. */
export type CanceledRemainder = {
  payment_id: string
  canceled: Amount
  /** Lower case, as Medusa writes it. */
  currency_code: string
  ledger: Pick<Ledger, "authorized" | "captured" | "canceled" | "refunded">
}

export const cancelRemainderStepId = "rozetkapay-cancel-remainder-of-hold"

/**
 * Medusa's own word for a canceled hold is a cancelled payment: its cancel calls the provider, which
 * cancels all that is held and keeps what was captured. Alone with the purchase. Not compensated: it happened.
 */
export const cancelRemainderStep = createStep(
  cancelRemainderStepId,
  async (payment: OwnPayment, { container }) =>
    new StepResponse(
      await aloneWithCollection(storeIn(container), payment.payment_collection_id, () =>
        cancelRemainder(container, payment),
      ),
    ),
)

const cancelRemainder = async (
  container: MedusaContainer,
  { payment_id, provider_id, external_id }: OwnPayment,
): Promise<CanceledRemainder> => {
  const store = storeIn(container)
  await syncPurchase(store, { provider_id, external_id })
  const ledgers = (await readSnapshot(store, { provider_id, external_id }))?.own
  if (!ledgers) throw staffError("payment_unknown")
  const { gateway } = ledgers.situation
  const problem = whyNotCancelable(gateway)
  if (problem) throw asError(problem)

  const hold = held(gateway)
  if (isPositive(hold)) {
    try {
      await container.resolve(Modules.PAYMENT).cancelPayment(payment_id)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `rozetkapay: the rest of a hold was not canceled provider_id=${provider_id} session_id=${external_id} amount=${hold} ${gateway.currency}: ${errorMessage(error)}`,
        )
      throw error
    }
  }
  const { currency, authorized, captured, refunded } = gateway
  const canceled = plus(gateway.canceled, hold)
  return {
    payment_id,
    canceled,
    currency_code: currency.toLowerCase(),
    ledger: { authorized, captured, canceled, refunded },
  }
}

const asError = (problem: NotCancelable) =>
  problem.code === "answer_unclear"
    ? staffError(problem.code, { why: problem.why })
    : staffError(problem.code)
