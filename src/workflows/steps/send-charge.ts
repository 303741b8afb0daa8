import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isPositive } from "../../core/money"
import type { SessionId } from "../../core/session-id"
import { developerError } from "../../errors"
import type { Consent } from "../../provider/capabilities"
import { type CardProvider, findCardProvider } from "../../provider/find-card-provider"
import { readSessionData } from "../../provider/session-data"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { type ChargeRecord, customerContext, NO_CONSENT, writeChargeRecord } from "../charge"
import type { OpenCharge } from "./open-charge"

/**
 * Milliseconds during which RozetkaPay may still be working on a charge whose answer was
 * lost: sent again only after that. Its key can be paid once, but two at one moment is
 * a case that nobody has documented.
 */
const UNDER_WAY_FOR = 120_000

export const sendChargeStepId = "rozetkapay-send-charge"

/**
 * Sends the charge, unless it was sent before and RozetkaPay's ledger or the clock says
 * that it must not be sent again. Not compensated: what was charged is the store's.
 *
 * @throws MedusaError when nothing was charged and the same id may be tried again
 */
export const sendChargeStep = createStep(
  sendChargeStepId,
  async (open: OpenCharge, { container }): Promise<StepResponse<OpenCharge>> => {
    const { charge, record, session_id } = open
    const found = await findCardProvider(container, charge.provider_id)
    if (!found) throw developerError("no_such_provider")
    const { provider } = found
    const payments = container.resolve(Modules.PAYMENT)
    const [payment] = await payments.listPayments({ payment_session_id: session_id })
    if (payment || record.refused) return new StepResponse(open)

    const write = async (change: Partial<ChargeRecord>) => ({
      ...open,
      record: await writeChargeRecord(container, charge.collection_id, { ...record, ...change }),
    })
    if (record.sent_at) {
      const ledger = await ledgerOf(container, provider, session_id)
      if (ledger.shows === "decline") {
        return new StepResponse(await write({ refused: { code: ledger.code } }))
      }
      if (ledger.shows !== "nothing" || mayBeUnderWay(record.sent_at)) return new StepResponse(open)
    }
    const consent = await provider.consents.of(charge.provider_id, charge.customer_id)
    if (!consent) return new StepResponse(await write({ refused: { code: NO_CONSENT } }))
    requireCurrencyOf(consent, charge.money.currency)

    const sent = await write({ sent_at: new Date().toISOString() })
    try {
      await charged(container, open)
      return new StepResponse(sent)
    } catch (error) {
      const code = declineCodeOf(error)
      if (code !== undefined) return new StepResponse(await write({ refused: { code } }))
      if (!saysNothingWasCharged(error)) {
        const ledger = await ledgerOf(container, provider, session_id)
        if (ledger.shows !== "nothing") return new StepResponse(sent)
      }
      await write({ sent_at: record.sent_at })
      throw error
    }
  },
)

const requireCurrencyOf = ({ currency }: Consent, asked: string): void => {
  if (currency === asked) return
  throw developerError("charge_currency", { agreed: currency, asked })
}

/** The provider charges when a session of its own is updated with `off_session`. */
const charged = async (
  container: MedusaContainer,
  { charge, session_id }: OpenCharge,
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  const session = await payments.retrievePaymentSession(session_id)
  await payments.updatePaymentSession({
    id: session_id,
    amount: charge.money.amount,
    currency_code: charge.money.currency.toLowerCase(),
    data: {
      ...session.data,
      off_session: true,
      ...(charge.description && { description: charge.description }),
    },
    context: await customerContext(container, charge.customer_id),
  })
}

type Of =
  /** `unknown`: RozetkaPay can not be asked now, or the session does not say what to ask for. */
  { shows: "charge" | "nothing" | "unknown" } | { shows: "decline"; code: string | null }

/** What RozetkaPay's ledger shows of a charge. */
const ledgerOf = async (
  container: MedusaContainer,
  provider: CardProvider,
  session_id: SessionId,
): Promise<Of> => {
  const session = await container.resolve(Modules.PAYMENT).retrievePaymentSession(session_id)
  const data = readSessionData(session.data)
  if (!data) return { shows: "unknown" }
  try {
    const { pending, authorized, decline } = await provider.ledger(provider.reference(data))
    if (pending || isPositive(authorized)) return { shows: "charge" }
    return decline ? { shows: "decline", code: decline.code } : { shows: "nothing" }
  } catch (error) {
    if (error instanceof RozetkaPayError) return { shows: "unknown" }
    throw error
  }
}

const mayBeUnderWay = (sent_at: string): boolean =>
  Date.now() - new Date(sent_at).getTime() < UNDER_WAY_FOR

/** Whatever starting a payment throws says so; a database that went away meanwhile does not. */
const saysNothingWasCharged = (error: unknown): boolean =>
  error instanceof MedusaError &&
  (error.type === MedusaError.Types.INVALID_DATA || error.type === MedusaError.Types.NOT_ALLOWED)

/** Undefined: no decline. */
const declineCodeOf = (error: unknown): string | null | undefined =>
  error instanceof MedusaError && error.type === MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR
    ? (error.code ?? null)
    : undefined
