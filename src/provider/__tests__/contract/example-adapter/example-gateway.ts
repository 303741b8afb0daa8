import type { Movement } from "../../../../core/due"
import { type ExternalId, externalId } from "../../../../core/external-id"
import { foldLedger } from "../../../../core/fold-ledger"
import { held, kept } from "../../../../core/ledger"
import { exceeds, type Money } from "../../../../core/money"
import type { ReportedOperation } from "../../../../core/reported-ledger"
import { latestOf } from "../../../../core/same-operation"
import { RozetkaPayError } from "../../../../rozetkapay/errors"
import type {
  GatewayLedger,
  MovementOutcome,
  PaymentDetails,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  StartedPayment,
  WebhookEvent,
} from "../../../payment-gateway"
import { type Bank, BankLost } from "./bank"
import { operationOf, statusOf } from "./example-operations"
import { NOT_TOLD } from "./not-told"

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
    const told = events.flatMap(({ operations }) => operations)
    const listed = (await this.bank.look(externalId)).map(operationOf)
    // One operation counts once, however often it was told.
    return foldLedger(latestOf([...told, ...listed]), { currency })
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

  async operations(): Promise<ReportedOperation[]> {
    return (await this.bank.report()).map(({ payment, operation }) => ({
      ...operationOf(operation),
      currency: operation.currency,
      externalId: externalId(payment),
    }))
  }

  resendCallback(externalId: ExternalId): Promise<void> {
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
