import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { amountOf, currencyCode, equals } from "../../core/money"
import { type SessionId, sessionId } from "../../core/session-id"
import { developerError } from "../../errors"
import { readSessionData } from "../../provider/session-data"
import { CHARGE_LATER } from "../../provider/start/way-to-pay"
import {
  asMetadata,
  type Charge,
  type ChargeRecord,
  customerContext,
  newChargeRecord,
  readChargeRecord,
  writeChargeRecord,
} from "../charge"

/** A charge with its place in Medusa: a collection, and a session whose id is its key at RozetkaPay. */
export type OpenCharge = { charge: Charge; record: ChargeRecord; session_id: SessionId }

export const openChargeStepId = "rozetkapay-open-charge"

/**
 * Finds the charge's collection and session, or writes them. Whatever a crash leaves here
 * is found by the next run of the same id. Not compensated: nothing was charged yet, and
 * what was written is what makes a repeat the same charge.
 *
 * @throws MedusaError when the id was used for another charge, or its session was deleted
 */
export const openChargeStep = createStep(
  openChargeStepId,
  async (charge: Charge, { container }): Promise<StepResponse<OpenCharge>> => {
    const record = await collectionOf(container, charge)
    if (record.session_id) {
      if (await isThere(container, record.session_id)) {
        return new StepResponse({ charge, record, session_id: record.session_id })
      }
      throw developerError("charge_session_deleted", { id: charge.id })
    }
    const session_id =
      (await unusedSession(container, charge)) ?? (await newSession(container, charge))
    const named = await writeChargeRecord(container, charge.collection_id, {
      ...record,
      session_id,
    })
    return new StepResponse({ charge, record: named, session_id })
  },
)

const collectionOf = async (container: MedusaContainer, charge: Charge): Promise<ChargeRecord> => {
  const { collection_id: id, customer_id, money } = charge
  const payments = container.resolve(Modules.PAYMENT)
  const [found] = await payments.listPaymentCollections({ id })
  if (!found) {
    const record = newChargeRecord(charge)
    const { amount } = money
    const currency_code = money.currency.toLowerCase()
    // Medusa's type leaves the id out; its module keeps the one that it is given.
    const collection = { id, amount, currency_code, metadata: asMetadata(record) }
    await payments.createPaymentCollections(collection)
    return record
  }
  const record = readChargeRecord(found)
  const isSame =
    record?.customer_id === customer_id &&
    currencyCode(found.currency_code) === money.currency &&
    equals(amountOf(found.amount, money.currency), money.amount)
  if (record && isSame) return record
  throw developerError("charge_id_used", { id: charge.id })
}

/** A session row, or only its Payment: Medusa deletes one or keeps both. */
const isThere = async (container: MedusaContainer, session_id: SessionId): Promise<boolean> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [[session], [payment]] = await Promise.all([
    payments.listPaymentSessions({ id: session_id }),
    payments.listPayments({ payment_session_id: session_id }),
  ])
  return session !== undefined || payment !== undefined
}

/** One that a crash left before it was noted. */
const unusedSession = async (
  container: MedusaContainer,
  { collection_id }: Charge,
): Promise<SessionId | null> => {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id: collection_id })
  const whole = sessions.find(({ id, data }) => readSessionData(data)?.external_id === id)
  return whole ? sessionId(whole.id) : null
}

const newSession = async (
  container: MedusaContainer,
  { collection_id, provider_id, customer_id, money }: Charge,
): Promise<SessionId> => {
  const { id } = await container.resolve(Modules.PAYMENT).createPaymentSession(collection_id, {
    provider_id,
    amount: money.amount,
    currency_code: money.currency.toLowerCase(),
    data: { [CHARGE_LATER]: true },
    context: await customerContext(container, customer_id),
  })
  return sessionId(id)
}
