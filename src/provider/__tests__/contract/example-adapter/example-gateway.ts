import type { Movement } from "../../../../core/due"
import { held, kept } from "../../../../core/ledger"
import { exceeds, type Money, moneyOf } from "../../../../core/money"
import { RozetkaPayError } from "../../../../rozetkapay/errors"
import type {
  GatewayLedger,
  GatewayOperation,
  MovementOutcome,
  PaymentDetails,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  StartedPayment,
  WebhookEvent,
} from "../../../payment-gateway"
import { type Bank, BankLost, type BankOperation } from "./bank"
import { exampleLedger, operationsOf } from "./example-ledger"
import { NOT_TOLD } from "./not-told"
import { statusOf } from "./read-webhook"

/** The example's bank behind the port. */
export class ExampleGateway implements PaymentGateway {
  constructor(private readonly bank: Bank) {}

  async start({ externalId, twoStep, amount, currency }: PaymentToStart): Promise<StartedPayment> {
    try {
      const checkoutUrl = await this.bank.open(externalId, twoStep, amount, currency)
      return { paymentId: null, checkoutUrl, decline: null }
    } catch (error) {
      if (!(error instanceof BankLost)) throw error
      const explanation = error.message
      throw new RozetkaPayError({ kind: "outcome_unknown", operation: "open", explanation })
    }
  }

  async ledger(
    { externalId, currency }: PaymentReference,
    events: WebhookEvent[],
  ): Promise<GatewayLedger> {
    // The bank's own answer is the later word on an operation that a webhook has told of.
    return exampleLedger([...operationsOf(events), ...(await this.bank.look(externalId))], currency)
  }

  async details({ externalId }: PaymentReference): Promise<PaymentDetails> {
    const operations = await this.bank.look(externalId)
    return {
      receiptUrl: null,
      operations: operations.map(({ id, kind, status, amount, currency }) => ({
        ...NOT_TOLD,
        operation: kind === "charge" || kind === "authorize" ? "payment" : kind,
        id,
        amount,
        currency,
        status: statusOf(status),
        code: null,
        description: null,
        at: null,
      })),
      paymentMethod: null,
      remarks: {},
    }
  }

  capture(payment: PaymentReference, money: Money): Promise<MovementOutcome> {
    return this.move("capture", payment, money)
  }

  cancel(payment: PaymentReference, money: Money): Promise<MovementOutcome> {
    return this.move("cancel", payment, money)
  }

  refund(payment: PaymentReference, money: Money): Promise<MovementOutcome> {
    return this.move("refund", payment, money)
  }

  async operations(): Promise<GatewayOperation[]> {
    return (await this.bank.report()).flatMap(({ payment: externalId, operation }) => {
      const { kind, status, amount, currency } = operation
      if (status !== "done" || amount === null) return []
      return [{ externalId, kind: REPORTED[kind], money: moneyOf(amount, currency) }]
    })
  }

  resendCallback(externalId: string): Promise<void> {
    return this.bank.tellAgain(externalId)
  }

  /** Never sent twice: after a lost answer whoever asked reads the ledger, and decides. */
  private async move(
    movement: Movement,
    payment: PaymentReference,
    { amount }: Money,
  ): Promise<MovementOutcome> {
    const ledger = await this.ledger(payment, [])
    if (exceeds(amount, movement === "refund" ? kept(ledger) : held(ledger))) {
      return { is: "refused", code: "too_much", message: "the bank does not have so much of it" }
    }
    try {
      const isDone = await this.bank.move(payment.externalId, movement, amount)
      return isDone ? { is: "done" } : { is: "refused", code: null, message: "it is not paid" }
    } catch (error) {
      if (!(error instanceof BankLost)) throw error
      return { is: "unknown", message: error.message }
    }
  }
}

/** The bank's words, in those of the port's report. */
const REPORTED: Record<BankOperation["kind"], GatewayOperation["kind"]> = {
  charge: "purchase",
  authorize: "auth",
  capture: "capture",
  cancel: "void",
  refund: "refund",
}
