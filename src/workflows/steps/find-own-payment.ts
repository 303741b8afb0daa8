import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type ExternalId, isStoreId } from "../../core/external-id"
import { staffError } from "../../errors"
import { findProvider } from "../../provider/find-provider"
import { readSessionData } from "../../provider/session-data"

/** `payment_id` is Medusa's ("pay_…"). */
export type FindOwnPaymentInput = { payment_id: string }

export type OwnPayment = FindOwnPaymentInput & {
  provider_id: string
  external_id: ExternalId
  payment_collection_id: string
}

/** @throws MedusaError NOT_FOUND as the step. */
export const findOwnPayment = async (container: MedusaContainer, payment_id: string) => {
  const [payment] = isStoreId(payment_id)
    ? await container.resolve(Modules.PAYMENT).listPayments({ id: payment_id })
    : []
  const found = payment && (await findProvider(container, payment.provider_id))
  const data = readSessionData(payment?.data)
  if (!found || !data) {
    throw staffError("no_such_payment")
  }
  const { payment_collection_id } = payment
  return { ...found, data, payment_collection_id }
}

export const findOwnPaymentStepId = "rozetkapay-find-own-payment"

/** @throws MedusaError NOT_FOUND when the store has no such payment, or another provider's. */
export const findOwnPaymentStep = createStep(
  findOwnPaymentStepId,
  async ({ payment_id }: FindOwnPaymentInput, { container }) => {
    const found = await findOwnPayment(container, payment_id)
    const { id: provider_id, data, payment_collection_id } = found
    const own: OwnPayment = {
      payment_id,
      provider_id,
      external_id: data.external_id,
      payment_collection_id,
    }
    return new StepResponse(own)
  },
)
