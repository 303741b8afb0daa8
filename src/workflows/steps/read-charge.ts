import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "zod"
import { chargeCollectionId } from "../../core/charge-key"
import { chargeMoney, type WrongAmount } from "../../core/charge-money"
import { isKnownCurrency } from "../../core/money"
import { developerError } from "../../errors"
import { chosenCardProvider } from "../../provider/chosen-card-provider"
import type { Charge, ChargeRecurrentInput } from "../charge"

const input = z.object({
  id: z.string().min(1).max(200),
  customer_id: z.string().min(1).max(100),
  amount: z.unknown(),
  currency_code: z.string().refine(isKnownCurrency),
  description: z.string().max(1_000).nullish(),
  provider_id: z.string().max(100).nullish(),
})

export const readChargeStepId = "rozetkapay-read-charge"

/** @throws MedusaError in a sentence for the developer: nothing was looked at yet. */
export const readChargeStep = createStep(
  readChargeStepId,
  async (given: ChargeRecurrentInput, { container }): Promise<StepResponse<Charge>> => {
    const parsed = input.safeParse(given)
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join(".") || "input")
      throw developerError("charge_unreadable", { fields: fields.join(", ") })
    }
    const { id, customer_id, amount, currency_code, description, provider_id } = parsed.data
    const asked = chargeMoney(amount, currency_code)
    if (asked.is !== "money") throw wrongAmount(asked)

    const found = await chosenCardProvider(container, provider_id ?? undefined)
    return new StepResponse({
      id,
      customer_id,
      money: asked.money,
      description: description ?? null,
      provider_id: found.id,
      collection_id: chargeCollectionId(found.provider.chargeSecret, found.id, id),
    })
  },
)

const wrongAmount = (wrong: WrongAmount) => {
  switch (wrong.is) {
    case "charge_not_a_number":
    case "charge_not_positive":
      return developerError(wrong.is)
    case "charge_too_large":
      return developerError(wrong.is, { digits: wrong.digits })
    case "charge_too_exact": {
      const { amount, currency, digits } = wrong
      return developerError(wrong.is, { amount, currency, digits })
    }
  }
}
