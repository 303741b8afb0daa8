import { isPositive } from "../../core/money"
import type { ShopperLanguage } from "../../messages/language"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { asShoppersError } from "../payment-errors"
import type {
  Decline,
  GatewayLedger,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  StartedPayment,
} from "../payment-gateway"

/**
 * Starts a payment. On RozetkaPay's page nothing is charged yet; a direct one is
 * charged here and now, and its answer may be lost. Then RozetkaPay's ledger is read,
 * and as long as that does not say, the session stays open, so that money which
 * was captured after all finds its cart.
 *
 * @param log is told what went wrong, which the shopper's sentence does not say
 * @throws MedusaError a sentence for the shopper: RozetkaPay took nothing
 */
export const startPayment = async (
  gateway: Pick<PaymentGateway, "start">,
  readLedger: (payment: PaymentReference) => Promise<GatewayLedger>,
  payment: PaymentToStart,
  language: ShopperLanguage,
  log: (error: unknown) => void,
): Promise<StartedPayment> => {
  try {
    return await gateway.start(payment)
  } catch (error) {
    // Without a page of RozetkaPay's the shopper may be charged all the same: here, or in their bank's app.
    const mayCharge = payment.instrument !== null || payment.choice !== undefined
    const refusal = mayCharge ? refusalOf(error) : null
    if (refusal) return { paymentId: null, checkoutUrl: null, decline: refusal }
    log(error)
    if (!mayCharge || !mayHaveCharged(error)) throw asShoppersError(error, language)
    const ledger = await readLedger(payment).catch(() => null)
    const isDeclined = ledger && !ledger.pending && !isPositive(ledger.authorized)
    return {
      paymentId: ledger?.paymentId ?? null,
      checkoutUrl: null,
      decline: isDeclined ? ledger.decline : null,
      // Whoever has chosen a bank may be asked there by now.
      ...(payment.choice && { waits: true }),
    }
  }
}

/** A token that was used, a card that is refused: an error by form, a decline for the shopper. */
const refusalOf = (error: unknown): Decline | null =>
  error instanceof RozetkaPayError && error.isAboutTheCard && error.code !== ALREADY_PAID
    ? { code: error.code, description: error.message }
    : null

const ALREADY_PAID = "transaction_already_paid"

const mayHaveCharged = (error: unknown): boolean =>
  error instanceof RozetkaPayError && (error.mayHaveHappened || error.code === ALREADY_PAID)
