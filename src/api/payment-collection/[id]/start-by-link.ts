import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { shopperError } from "../../../errors"
import type { ShopperLanguage } from "../../../messages/language"
import { takesChoice } from "../../../provider/capabilities"
import { findProvider } from "../../../provider/find-provider"
import { readSessionInput } from "../../../provider/start/session-input"
import { INPUT_KEY } from "../../../provider/start/way-to-pay"
import { requestFacts } from "../../session-request/request-facts"
import { requirePayable } from "../../session-request/require-payable"
import { type OpenPage, readLink } from "./read-link"
import type { WayOfLink } from "./ways-of-link"

/** What the page's form says beside the way that was chosen. */
const extras = z.object({
  parts: z.string().max(3).optional(),
  blik_code: z.string().max(20).optional(),
})

/**
 * Starts the payment of a link, as a storefront would: with all that is asked before one is started. To be
 * called in the link's turn: a page that is open for the same way and sum is gone on with, so that two presses
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
  const data = { ...way.data, ...extras.parse(req.body) }
  const found = await findProvider(req.scope, provider_id)
  if (!found) throw shopperError("not_offered", language)
  const isPage = !takesChoice(found.provider)
  const open = isPage ? await openPageBy(req, id, provider_id) : null
  if (open) return open.url

  await requirePayable(req.scope, id, language)
  const input = {
    ...readSessionInput(data, requestFacts(req), language),
    ...(!isPage && { words: data }),
  }
  const { inputs } = found.provider
  const key = inputs.leave(input)
  res.once("close", () => inputs.take(key))
  await createPaymentSessionsWorkflow(req.scope).run({
    input: { payment_collection_id: id, provider_id, data: { [INPUT_KEY]: key } },
  })
  const next = await openPageBy(req, id, provider_id)
  if (!next) throw shopperError("refused_start", language)
  return next.url
}

const openPageBy = async (
  req: MedusaRequest,
  id: string,
  provider_id: string,
): Promise<OpenPage | null> => {
  const link = await readLink(req.scope, id)
  return link?.pages.find(({ of }) => of.provider_id === provider_id) ?? null
}
