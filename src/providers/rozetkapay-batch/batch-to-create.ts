import type { Instrument } from "../../core/instrument"
import { quoted, SplitError } from "../../core/split-error"
import type { PaymentToStart } from "../../provider/payment-gateway"
import type {
  BatchOrder,
  CustomerPaymentMethod,
  DirectBatchRequest,
  HostedBatchRequest,
} from "../../rozetkapay/client"
import type { BatchSellers } from "./order-ledgers"

/** A batch that is paid on RozetkaPay's page. */
export const hostedBatch = (
  payment: PaymentToStart,
  sellers: BatchSellers,
): HostedBatchRequest => ({
  ...toCreate(payment, sellers),
  mode: "hosted",
  customer: payment.customer,
  checkoutTtlMinutes: payment.checkoutTtlMinutes,
})

/**
 * A batch that is paid in the store.
 *
 * @throws SplitError for what a batch can't be paid by; nothing has been sent then.
 */
export const directBatch = (
  payment: PaymentToStart,
  sellers: BatchSellers,
): DirectBatchRequest => ({
  ...toCreate(payment, sellers),
  mode: "direct",
  customer: { ...payment.customer, paymentMethod: methodOf(payment.instrument) },
})

const methodOf = (instrument: Instrument | null): CustomerPaymentMethod => {
  switch (instrument?.type) {
    case "cc_token":
    case "google_pay":
    case "apple_pay":
      return { type: instrument.type, token: instrument.token }
    default:
      throw new SplitError("not_by_batch", { method: instrument?.type ?? "nothing" })
  }
}

const toCreate = (payment: PaymentToStart, sellers: BatchSellers) => ({
  batchExternalId: payment.externalId,
  currency: payment.currency,
  confirm: !payment.twoStep,
  orders: ordersOf(payment, sellers),
  callbackUrl: payment.callbackUrl,
  resultUrl: payment.resultUrl,
  metadata: payment.metadata,
})

const ordersOf = ({ split = [] }: PaymentToStart, sellers: BatchSellers): BatchOrder[] =>
  split.map(({ seller, externalId, amount, description, products }) => {
    const apiKey = sellers[seller]?.apiKey
    if (apiKey === undefined) throw new SplitError("unknown_seller", { seller: quoted(seller) })
    return { apiKey, externalId, amount, description, products }
  })
