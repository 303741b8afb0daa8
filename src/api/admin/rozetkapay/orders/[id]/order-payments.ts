import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderPayments, PaymentOfOrder } from "../../../../../admin-client/order-payments"
import { isStoreId } from "../../../../../core/external-id"
import { held } from "../../../../../core/ledger"
import { isPositive } from "../../../../../core/money"
import { storeLedger } from "../../../../../core/store-ledger"
import { staffError } from "../../../../../errors"
import { staffActionsOf } from "../../../../../medusa-store/staff-actions"
import { readSessionData } from "../../../../../provider/session-data"
import { type OrderRow, readOrderRow } from "./order-rows"
import { outstanding } from "./outstanding"
import { type OwnPaymentRow, ownRowsOf } from "./own-rows"
import { paymentOfOrder } from "./payment-of-order"
import { readPeople } from "./people"
import { readAtGateway, withoutProvider } from "./read-at-gateway"
import { triesOfOrder } from "./tries-of-order"

/**
 * All that staff may want to know of an order's payments. RozetkaPay is asked for all of them at once, and
 * before the store's rows are read that they are compared with: whatever the store sends, it has written down
 * before.
 *
 * @throws MedusaError NOT_FOUND: there is no such order
 */
export const orderPayments = async (
  container: MedusaContainer,
  id: string,
): Promise<OrderPayments> => {
  const before = isStoreId(id) ? await readOrderRow(container, id) : null
  if (!before) throw staffError("no_such_order")
  const found = await ownRowsOf(container, before)
  const [read, tries] = await Promise.all([
    Promise.all(found.map(atGateway)),
    triesOfOrder(container, before),
  ])
  const order = (await readOrderRow(container, id)) ?? before
  const [payments, due] = await Promise.all([
    shown(
      container,
      found.map((own) => asOfNow(own, order)),
      read,
    ),
    outstanding(container, order),
  ])
  const { display_id, currency_code, email, isCanceled } = order
  return {
    order: { id, display_id, currency_code, email, is_canceled: isCanceled },
    payments,
    tries,
    outstanding: due,
    holds_lost_by_edit: holdsLostByEdit(order),
  }
}

export const atGateway = ({ provider, terms }: Pick<OwnPaymentRow, "provider" | "terms">) =>
  provider ? readAtGateway(provider, terms) : withoutProvider()

/** Payments with the names of whoever moved something of them. */
export const shown = async (
  container: MedusaContainer,
  rows: OwnPaymentRow[],
  read: Awaited<ReturnType<typeof atGateway>>[],
): Promise<PaymentOfOrder[]> => {
  const acted = await staffActionsOf(
    container,
    rows.flatMap(({ row, collectionId }) => [row.id, collectionId]),
  )
  const people = await readPeople(container, [
    ...rows.flatMap(({ row }) => row.movements.flatMap(({ createdBy }) => createdBy ?? [])),
    ...[...acted.values()].flat().map(({ actor }) => actor),
  ])
  const now = new Date()
  return rows.flatMap((own, index) => {
    const one = read[index]
    const actions = [own.collectionId, own.row.id].flatMap((id) => acted.get(id) ?? [])
    return one ? paymentOfOrder({ ...own, actions }, one, people, now) : []
  })
}

const asOfNow = (own: OwnPaymentRow, order: OrderRow): OwnPaymentRow => {
  const rows = order.collections.flatMap(({ payments }) => payments)
  const row = rows.find(({ id }) => id === own.row.id)
  return row ? { ...own, row, isOrderCanceled: order.isCanceled } : own
}

/**
 * Medusa's words for a payment collection whose hold it cancels when an edit is confirmed, also one that leaves
 * the total or lowers it: as long as something of the order is not captured.
 */
const GIVEN_UP = ["authorized", "partially_authorized"]

const holdsLostByEdit = ({ collections }: OrderRow): OrderPayments["holds_lost_by_edit"] =>
  collections
    .filter(({ status }) => GIVEN_UP.includes(status))
    .flatMap(({ payments }) => payments)
    .flatMap((payment) => {
      const amount = held(storeLedger(payment))
      if (!isPositive(amount) || !readSessionData(payment.data)) return []
      return [{ payment_id: payment.id, amount, currency_code: payment.currency_code }]
    })
