import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { whole } from "../../../../../../core/ledger"
import { type Amount, equals, isPositive } from "../../../../../../core/money"
import { paidLedger } from "../../../../../../core/store-ledger"
import { type FoundProvider, findProvider } from "../../../../../../provider/find-provider"
import { ADAPTERS } from "../../../../../../providers/registry"
import { readLink } from "../../../../../payment-collection/[id]/read-link"
import type { CollectionRow, OrderRow } from "../order-rows"

export type LinkOfOrder = {
  collectionId: string
  /** Of its page. */
  url: string
  /** Its page leads to RozetkaPay: a payment of it has been started. */
  isPayable: boolean
}

/** Of several open ones, the newest are looked at. */
const MOST = 3

/** The open payment link of an order that asks for exactly this; null: there is none. */
export const findLink = async (
  container: MedusaContainer,
  order: OrderRow,
  { amount, provider }: { amount: Amount; provider: FoundProvider },
): Promise<LinkOfOrder | null> => {
  const open = order.collections.filter((one) => isOpenFor(one, amount)).slice(-MOST)
  const links = await Promise.all(
    open.map(async ({ id }) => ({ id, link: await readLink(container, id) })),
  )
  const payable = links.filter(({ link }) => link?.state === "payable")
  const best = payable.find(({ link }) => link?.pages[0]) ?? payable.at(-1)
  if (!best) return null
  return {
    collectionId: best.id,
    url: urlOfLink(provider, best.id, order.id),
    isPayable: Boolean(best.link?.pages[0]),
  }
}

/** Medusa's word for a payment collection of which nobody has paid anything. */
const UNPAID = "not_paid"

const isOpenFor = ({ status, asked, payments }: CollectionRow, amount: Amount): boolean =>
  status === UNPAID &&
  equals(asked.amount, amount) &&
  !payments.some((payment) => isPositive(whole(paidLedger(payment))))

export const urlOfLink = ({ provider }: FoundProvider, collectionId: string, orderId: string) =>
  `${provider.options.backendUrl}/payment-collection/${collectionId}?order_id=${orderId}`

const region = z.object({
  payment_providers: z.array(z.object({ id: z.string() }).nullable()).nullish(),
})

/**
 * By which provider a link is paid: the one that the order was paid by, else the first of its region's; one
 * whose shopper has to choose something before RozetkaPay is asked only where there is no other.
 */
export const providerOfLink = async (
  container: MedusaContainer,
  { region_id, collections }: OrderRow,
): Promise<FoundProvider | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["payment_providers.id"],
    filters: { id: region_id ?? "" },
  })
  const offered = (region.safeParse(data[0]).data?.payment_providers ?? []).flatMap(
    (one) => one?.id ?? [],
  )
  const before = collections.flatMap(({ payments }) => payments).map((one) => one.provider_id)
  const usual = ADAPTERS.flatMap(({ identifier }) =>
    offered.filter((id) => id.startsWith(`pp_${identifier}_`)).sort(),
  )
  const ids = [...new Set([...before.reverse().filter((id) => offered.includes(id)), ...usual])]
  const found = (await Promise.all(ids.map((id) => findProvider(container, id)))).filter(
    (one) => one !== null,
  )
  return found.find(({ provider }) => startsByItself(provider)) ?? found[0] ?? null
}

export const startsByItself = ({ adapter }: FoundProvider["provider"]): boolean =>
  !adapter.capabilities.takesChoice
