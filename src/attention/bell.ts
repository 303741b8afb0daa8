import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { AttentionItem } from "../admin-client"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { findProvider } from "../provider/find-provider"
import { noticeOf } from "./notice"
import { readAttention } from "./read-attention"

/** Milliseconds. What is older rang, or stood in a database from before the plugin: the page shows it. */
const NEWS = 7 * 24 * 60 * 60_000
/** Notices at once: more is a flood that nobody reads. */
const MOST = 50

/**
 * Tells staff in the dashboard's bell of each thing that needs their attention, once, however often and
 * from however many processes this is called. Never throws: a store without Medusa's notifications, or
 * without a provider of its feed, has the page alone.
 */
export const ringBell = async (container: MedusaContainer): Promise<void> => {
  try {
    const items = await readAttention(container)
    await ringFor(container, items.filter(isNews))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: staff could not be told of what needs their attention; the page shows it: ${oneLine(errorMessage(error))}`,
      )
  }
}

const isNews = ({ since }: AttentionItem): boolean => Date.now() - Date.parse(since) < NEWS

/** The same trouble that comes again is told again. */
const keyOf = ({ id, since }: AttentionItem): string => `rozetkapay:${id}:${since}`

const told = z.array(z.object({ idempotency_key: z.string() }))

const ringFor = async (container: MedusaContainer, items: AttentionItem[]): Promise<void> => {
  const notifications = container.resolve(Modules.NOTIFICATION, { allowUnregistered: true })
  if (!notifications || items.length === 0) return
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "notification",
    fields: ["idempotency_key"],
    filters: { idempotency_key: items.map(keyOf) },
  })
  const known = new Set(told.parse(data).map(({ idempotency_key }) => idempotency_key))
  // What is known makes no room for what is not: the rest of a flood rings with the next run.
  const untold = items.filter((item) => !known.has(keyOf(item)))
  for (const item of untold.slice(0, MOST)) {
    const found = await findProvider(container, item.provider_id)
    const { title, description } = noticeOf(item, found?.provider.options.adminLanguage ?? "uk")
    await notifications
      .createNotifications({
        to: "",
        channel: "feed",
        template: "rozetkapay-attention",
        data: { title, description },
        idempotency_key: keyOf(item),
        trigger_type: `rozetkapay.${item.kind}`,
        ...resourceOf(item),
      })
      // Another process has just told it, or the store has no feed: neither is worth a line of every run.
      .catch((error: unknown) =>
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .debug(`rozetkapay: no notice of ${item.id}: ${oneLine(errorMessage(error))}`),
      )
  }
}

const resourceOf = ({ order, payment_id, external_id }: AttentionItem) => {
  if (order) return { resource_type: "order", resource_id: order.id }
  return payment_id
    ? { resource_type: "payment", resource_id: payment_id }
    : { resource_type: "rozetkapay_payment", resource_id: external_id }
}
