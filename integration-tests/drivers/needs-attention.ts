import { z } from "zod"
import { ATTENTION_KINDS, type AttentionKind } from "../../src/admin-client"
import type { Store } from "../setup/store"
import { eventually } from "./eventually"

const orderName = z.object({ id: z.string(), display_id: z.number() }).nullable()
const item = z.object({
  id: z.string(),
  kind: z.enum(ATTENTION_KINDS),
  since: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  amount: z.string().nullable(),
  currency_code: z.string().nullable(),
  order: orderName,
  payment_id: z.string().nullable(),
  provider_id: z.string(),
  external_id: z.string(),
  detail: z.string().nullable(),
  belongs_to: orderName,
})
const list = z.object({
  items: z.array(item),
  counts: z.record(z.enum(ATTENTION_KINDS), z.number()),
  count: z.number(),
})
const notices = z.object({
  notifications: z.array(
    z.object({
      template: z.string(),
      data: z.object({ title: z.string(), description: z.string() }),
      resource_type: z.string().nullish(),
      resource_id: z.string().nullish(),
    }),
  ),
})

/** What staff see under "Needs attention". */
export const needsAttention = (store: Store, query = "") =>
  store.admin.api.get(list, `/admin/rozetkapay/attention${query}`)

/** Waits for what is told after the money has moved. */
export const appears = (store: Store, kind: AttentionKind) =>
  eventually(`staff see ${kind}`, async () =>
    (await needsAttention(store)).items.find((one) => one.kind === kind),
  )

export const goes = (store: Store, kind: AttentionKind) =>
  eventually(`${kind} goes by itself`, async () => (await needsAttention(store)).counts[kind] === 0)

/** What the dashboard's bell shows of the plugin's. */
export async function bell(store: Store) {
  const { notifications } = await store.admin.api.get(
    notices,
    "/admin/notifications?channel=feed&limit=100&fields=channel,template,data,resource_type,resource_id",
  )
  return notifications.filter(({ template }) => template === "rozetkapay-attention")
}

/** Waits until the bell shows so many, of which this is one. */
export const rings = (store: Store, title: string) =>
  eventually(`the bell rings: ${title}`, async () =>
    (await bell(store)).find(({ data }) => data.title === title),
  )
