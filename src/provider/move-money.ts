import type { Logger } from "@medusajs/framework/types"
import type { Movement } from "../core/due"
import { type Amount, isPositive } from "../core/money"
import { oneLine } from "../log/one-line"
import { RozetkaPayError } from "../rozetkapay/errors"
import { asMedusaError, complaint } from "./payment-errors"
import type { GatewayLedger, PaymentGateway, PaymentReference } from "./payment-gateway"
import { type Due, type Sent, sendWhatIsDue } from "./send-what-is-due"

/** What of the provider moves money: nothing of Medusa's rows is in it. */
export interface MoneyMover {
  readonly gateway: Pick<PaymentGateway, Movement>
  readonly logger: Pick<Logger, "debug" | "info" | "warn">
  ledger(payment: PaymentReference): Promise<GatewayLedger>
  /** Runs a job alone with a payment, across hooks and instances. @throws when its turn does not come */
  aloneWith<Result>(externalId: string, job: () => Promise<Result>): Promise<Result>
}

/**
 * Under the payment's lock: looks at the gateway's ledger, sends what is due, complains in a sentence.
 *
 * @returns what was sent; zero: the gateway had it already
 */
export const moveMoney = async (
  provider: MoneyMover,
  move: Movement,
  payment: PaymentReference,
  dueOf: (ledger: GatewayLedger) => Due | Promise<Due>,
): Promise<Amount> => {
  const sent: Sent = await provider.aloneWith(payment.externalId, async () => {
    try {
      return await sendWhatIsDue(
        provider.gateway,
        payment,
        move,
        () => provider.ledger(payment),
        dueOf,
      )
    } catch (error) {
      if (error instanceof RozetkaPayError) {
        provider.logger.warn(
          `rozetkapay: ${move} could not be made session_id=${payment.externalId}: ${oneLine(error.message)}`,
        )
      }
      throw asMedusaError(error)
    }
  })
  const why = "message" in sent ? ` reason="${oneLine(sent.message)}"` : ""
  const isIdle = sent.is === "done" && !isPositive(sent.amount)
  provider.logger[isIdle ? "debug" : "info"](
    `rozetkapay: ${move} ${isIdle ? "not needed" : sent.is} session_id=${payment.externalId} amount=${sent.amount} ${payment.currency}${why}`,
  )
  const problem = complaint(move, sent, payment.currency)
  if (problem) throw problem
  return sent.amount
}
