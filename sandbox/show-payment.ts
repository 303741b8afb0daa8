import { alternativeOf, answerUrl, askedOf } from "./alternative/payment-state"
import { type Minor, toDecimal } from "./money"
import { expressOrderOf, hostedPageOf, isExpress, ledgerOf, type Payment, stateOf } from "./payment"
import { customerUrl } from "./payparts/answers"
import { paypartsOf, waitingOf } from "./payparts/order-state"

/** The payment as the control API shows it. `url` is the sandbox's own address. */
export function showPayment(payment: Payment, url: string) {
  const ledger = ledgerOf(payment)
  const page = hostedPageOf(payment)
  const decimal = (amount: Minor) => toDecimal(amount, payment.currency)
  return {
    id: payment.id,
    kind: payment.kind,
    login: payment.login,
    on_behalf_of: payment.on_behalf_of,
    external_id: payment.external_id,
    amount: decimal(payment.amount),
    currency: payment.currency,
    confirm: payment.confirm,
    state: stateOf(payment),
    checkout_url: page ? `${url}/checkout/${page.page_id}` : null,
    callback_url: payment.callback_url,
    result_url: payment.result_url,
    created_at: payment.created_at,
    metadata: payment.metadata,
    request: payment.request,
    ...(payment.kind === "batch"
      ? { orders: payment.orders.map(({ external_id }) => external_id) }
      : {}),
    ...(payment.part
      ? { batch_external_id: payment.part.batch.external_id, api_key: payment.part.api_key }
      : {}),
    ...(isExpress(payment) ? { express: expressOrderOf(payment) } : {}),
    ...showInstalments(payment, url),
    ...showAlternative(payment, url),
    ledger: {
      held: decimal(ledger.held),
      captured: decimal(ledger.captured),
      canceled: decimal(ledger.canceled),
      refunded: decimal(ledger.refunded),
      refunding: decimal(ledger.refunding),
    },
    operations: payment.operations.map((one) => ({
      operation_id: one.operation_id,
      operation: one.operation,
      method: one.method,
      amount: toDecimal(one.amount, one.currency),
      currency: one.currency,
      status: one.status,
      status_code: one.status_code,
      at: one.at,
      by: one.by,
      via: one.via,
      recurrent_id: one.recurrent_id,
    })),
  }
}

/** Of an order in instalments: the bank, and where the customer answers while it waits for them. */
function showInstalments(payment: Payment, url: string) {
  const terms = paypartsOf(payment)
  if (!terms) return {}
  const waiting = waitingOf(payment)
  const customer_url = waiting ? customerUrl(waiting, url) : null
  return { instalments: { ...terms, customer_url } }
}

/** Of an alternative payment: its way to pay, and where the customer answers while they are asked. */
function showAlternative(payment: Payment, url: string) {
  const terms = alternativeOf(payment)
  if (!terms) return {}
  const asked = askedOf(payment)
  return { alternative: { ...terms, customer_url: asked ? answerUrl(asked, url) : null } }
}
