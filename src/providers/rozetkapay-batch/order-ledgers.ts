import { type ExternalId, sessionOf } from "../../core/external-id"
import { isPositive } from "../../core/money"
import { sellerOfOrder, sessionOfOrder } from "../../core/order-id"
import type { GatewayLedger, PaymentReference, WebhookEvent } from "../../provider/payment-gateway"
import type { BatchOrderReference, RozetkaPayClient } from "../../rozetkapay/client"
import { gatewayLedger } from "../current-api/gateway-ledger"

/** A seller's project at RozetkaPay. */
export type BatchSeller = { apiKey: string; name: string }

/** By the seller's key. */
export type BatchSellers = Readonly<Record<string, BatchSeller>>

/** What signed callbacks, and answers, told of a payment lately. */
export type OperationMemory = {
  of(externalId: ExternalId): WebhookEvent[]
  remember(externalId: ExternalId, event: WebhookEvent): void
}

type NamedOrder = BatchOrderReference & { externalId: ExternalId }

/** One order of a payment, of a seller whom the store knows. */
export type OrderLedger = { seller: string; order: NamedOrder; ledger: GatewayLedger }

/** An order of a seller who is not in the options any more: it can be neither read nor moved. */
export type StrangersOrder = {
  seller: null
  order: { externalId: ExternalId }
  ledger: GatewayLedger
}

type Asked = Pick<PaymentReference, "externalId" | "twoStep" | "currency" | "orders">

/** The ledgers of a payment's orders. */
export class OrderLedgers {
  constructor(
    private readonly batch: RozetkaPayClient["batch"],
    private readonly sellers: BatchSellers,
    private readonly memory: OperationMemory,
  ) {}

  /** An order as the API wants it named; null for one of a seller who is not in the options. */
  find(externalId: ExternalId): { seller: string; order: NamedOrder } | null {
    const seller = sellerOfOrder(externalId, Object.keys(this.sellers))
    const apiKey = seller === null ? undefined : this.sellers[seller]?.apiKey
    return seller === null || apiKey === undefined
      ? null
      : { seller, order: { externalId, apiKey } }
  }

  /**
   * Every order's own ledger. One is read after another, so an order may look refused, or not paid
   * at all, that was paid just after: when another one is paid, such an order is read again.
   */
  async all(
    payment: Asked,
    events: WebhookEvent[] = this.memory.of(payment.externalId),
  ): Promise<(OrderLedger | StrangersOrder)[]> {
    const read = (externalId: ExternalId) => this.one(payment, externalId, events)
    const ledgers = await Promise.all(ordersOf(payment, events).map(read))
    if (!ledgers.some(isPaid)) return ledgers
    return Promise.all(
      ledgers.map((one) => (isPaid(one) || one.seller === null ? one : read(one.order.externalId))),
    )
  }

  /** Those that money can be moved of. */
  async movable(payment: Asked): Promise<OrderLedger[]> {
    return (await this.all(payment)).filter((one) => one.seller !== null)
  }

  private async one(
    payment: Asked,
    externalId: ExternalId,
    events: WebhookEvent[],
  ): Promise<OrderLedger | StrangersOrder> {
    const own = events.map((event) => ({
      ...event,
      operations: event.operations.filter(({ order }) => order === externalId),
    }))
    const found = this.find(externalId)
    if (found) {
      const info = await this.batch.orderInfo(found.order)
      return { ...found, ledger: gatewayLedger(info, payment, own) }
    }
    const unclear = `its order ${externalId} is of a seller who is not in the option "sellers"`
    const ledger = { ...gatewayLedger(null, payment), unclear }
    return { seller: null, order: { externalId }, ledger }
  }
}

const isPaid = ({ ledger }: OrderLedger | StrangersOrder): boolean => isPositive(ledger.authorized)

/** Those that were asked for, and whatever others a signed callback has shown to be of this payment. */
const ordersOf = ({ externalId, orders = [] }: Asked, events: WebhookEvent[]): ExternalId[] => {
  const session = sessionOf(externalId)
  const told = events.flatMap(({ operations }) => operations.flatMap(({ order }) => order ?? []))
  return [...new Set([...orders, ...told.filter((id) => sessionOfOrder(id) === session)])]
}
