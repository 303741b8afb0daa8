import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { sessionId } from "../../../core/session-id"
import { shopperError } from "../../../errors"
import type { ShopperLanguage } from "../../../messages/language"
import { returnUrl } from "../../../provider/callback-urls"
import { takesChoice } from "../../../provider/capabilities"
import { findProvider } from "../../../provider/find-provider"
import { readSessionData } from "../../../provider/session-data"
import { readSessionInput } from "../../../provider/start/session-input"
import { INPUT_KEY } from "../../../provider/start/way-to-pay"
import { requestFacts } from "../../session-request/request-facts"
import { requirePayable } from "../../session-request/require-payable"
import type { OpenPage } from "./read-link"
import { readLinkNow } from "./sync-link"
import type { WayOfLink } from "./ways-of-link"

/** What the page's form says beside the way that was chosen. */
const extras = z.object({
  parts: z.string().max(3).optional(),
  blik_code: z.string().max(20).optional(),
})

/**
 * Starts the payment of a link, as a storefront would: with all that is asked before one is started. To be
 * called in the link's turn: a page that is open for the same way and sum, and refused nobody, is gone on with, so that two presses
 * open one.
 *
 * @returns where the shopper goes next
 * @throws MedusaError a sentence for the shopper; nothing was charged
 */
export const startByLink = async (
  req: MedusaRequest,
  res: MedusaResponse,
  { id, way, language }: { id: string; way: WayOfLink; language: ShopperLanguage },
): Promise<string> => {
  const { provider_id } = way
  const data = { ...way.data, ...extras.safeParse(req.body).data }
  const found = await findProvider(req.scope, provider_id)
  if (!found) throw shopperError("not_offered", language)
  // A code of the bank's app counts once.
  const open = way.asks.blikCode ? null : await openPageFor(req, id, provider_id, data)
  if (open) return open.url

  await requirePayable(req.scope, id, language)
  const input = {
    ...readSessionInput(data, requestFacts(req), language),
    ...(takesChoice(found.provider) && { words: data }),
  }
  const { inputs } = found.provider
  const key = inputs.leave(input)
  res.once("close", () => inputs.take(key))
  const { result: session } = await createPaymentSessionsWorkflow(req.scope).run({
    input: { payment_collection_id: id, provider_id, data: { [INPUT_KEY]: key } },
  })
  const next = readSessionData(session.data)?.checkout_url
  // What was paid or asked for at once has no page: its return says what became of it.
  return next ?? returnUrl(found.provider.options, provider_id, sessionId(session.id))
}

/** Read again, in the link's turn: whoever pressed at the same time may have opened it meanwhile. */
const openPageFor = async (
  req: MedusaRequest,
  id: string,
  provider_id: string,
  data: Readonly<Record<string, unknown>>,
): Promise<OpenPage | null> => {
  const link = await readLinkNow(req.scope, id)
  const isFor = ({ of, choice, takesTry }: OpenPage) =>
    takesTry && of.provider_id === provider_id && isChosen(choice ?? {}, data)
  const isOpen = link?.state === "payable" || link?.state === "confirming"
  return (isOpen && link.pages.find(isFor)) || null
}

/** A form has a text of each number. */
const isChosen = (
  choice: NonNullable<OpenPage["choice"]>,
  data: Readonly<Record<string, unknown>>,
): boolean => Object.entries(choice).every(([name, value]) => String(data[name]) === String(value))
