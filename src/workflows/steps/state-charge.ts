import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { externalIdOf } from "../../core/external-id"
import { isPositive } from "../../core/money"
import { storeLedger } from "../../core/store-ledger"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import { shopperLanguage } from "../../messages/language"
import { findProvider } from "../../provider/find-provider"
import { type ChargeResult, refusal, writeChargeRecord } from "../charge"
import { syncPaymentWorkflow } from "../sync-payment"
import type { OpenCharge } from "./open-charge"

export const stateChargeStepId = "rozetkapay-state-charge"

/**
 * Says how the charge ended, after syncing: which writes the Payment, also when a
 * callback does so in the same moment. RozetkaPay not answering is "not yet".
 */
export const stateChargeStep = createStep(
  stateChargeStepId,
  async (open: OpenCharge, { container }): Promise<StepResponse<ChargeResult>> => {
    const { charge, record } = open
    const found = await findProvider(container, charge.provider_id)
    const language = shopperLanguage(found?.provider.options.locale)
    if (record.refused) {
      return new StepResponse(refusal({ ...record.refused, description: null }, language))
    }
    const before = await madeOf(container, open)
    if (before) return new StepResponse(before)

    const code = await refusedCodeAfterSync(container, open)
    const made = await madeOf(container, open)
    if (made) return new StepResponse(made)
    if (code === undefined) {
      const { session_id } = open
      return new StepResponse({
        is: "not_yet",
        payment_collection_id: charge.collection_id,
        session_id,
      })
    }
    await writeChargeRecord(container, charge.collection_id, { ...record, refused: { code } })
    return new StepResponse(refusal({ code, description: null }, language))
  },
)

/** Undefined: not refused, as far as anybody knows. */
const refusedCodeAfterSync = async (
  container: MedusaContainer,
  { charge, session_id }: OpenCharge,
): Promise<string | null | undefined> => {
  const { result, errors } = await syncPaymentWorkflow(container).run({
    input: { provider_id: charge.provider_id, external_id: externalIdOf(session_id) },
    throwOnError: false,
  })
  const error: unknown = errors?.[0]?.error
  if (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: a charge could not be synced now provider_id=${charge.provider_id} session_id=${session_id}: ${oneLine(errorMessage(error))}`,
      )
    return undefined
  }
  if (result?.is === "declined") return result.decline.code
  return result?.is === "returned" ? "returned" : undefined
}

/** What was paid stays paid for the one who asked, whatever is refunded later. */
const madeOf = async (
  container: MedusaContainer,
  { charge, session_id }: OpenCharge,
): Promise<ChargeResult | null> => {
  const [payment] = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ payment_session_id: session_id }, { relations: ["captures", "refunds"] })
  if (!payment) return null
  return {
    is: isPositive(storeLedger(payment).captured) ? "paid" : "held",
    payment_id: payment.id,
    payment_collection_id: charge.collection_id,
    session_id,
    amount: charge.money.amount,
    currency_code: charge.money.currency.toLowerCase(),
  }
}
