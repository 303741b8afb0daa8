/** What the order's page gives its widgets, as far as it is used here. */
export type OrderOfPage = {
  id: string
  items?: OrderLine[]
  order_change?: { change_type?: string | null; status?: string | null } | null
  payment_collections?: { payments?: { id: string; provider_id?: string }[] | null }[] | null
}

export type OrderLine = {
  id: string
  title: string
  variant_title?: string | null
  quantity: number
}

/** Whether staff have begun to change the order, and not yet confirmed it. */
export const isBeingEdited = ({ order_change: change }: OrderOfPage): boolean =>
  change?.change_type === "edit" && (change.status === "pending" || change.status === "requested")

const paymentsOf = ({ payment_collections }: OrderOfPage) =>
  payment_collections?.flatMap(({ payments }) => payments ?? []) ?? []

/** By whichever provider. */
export const hasPayments = (order: OrderOfPage): boolean => paymentsOf(order).length > 0

/** Whether all that is known of the order's payments is that others made them. */
export const isPaidOtherwise = (order: OrderOfPage): boolean =>
  hasPayments(order) &&
  paymentsOf(order).every(({ provider_id }) => !provider_id?.startsWith("pp_rozetkapay"))
