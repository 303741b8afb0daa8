import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { developerError } from "../../../errors"
import { errorMessage } from "../../../log/error-message"
import { oneLine } from "../../../log/one-line"
import { type ShopperLanguage, shopperLanguage } from "../../../messages/language"
import { findProviders } from "../../../provider/find-provider"
import type { ShopLook } from "../../../provider/shop-look"
import { answerError } from "../../answer-error"
import { policyOf } from "../../shopper-page/frame"
import { linkPage, notedPage } from "./link-page"
import { type OrderOfLink, readOrderOfLink } from "./order-of-link"
import type { Link } from "./read-link"
import { readLinkNow } from "./sync-link"
import { type WayOfLink, waysOfLink } from "./ways-of-link"

const query = z.object({
  order_id: z.string().optional().catch(undefined),
  payment_error: z.string().optional().catch(undefined),
  other: z.string().optional().catch(undefined),
  n: z.coerce.number().int().min(0).max(1_000).catch(0),
})

/** Somebody who has opened a payment link, or pressed a button of its page. */
export type Visit = {
  id: string
  link: Link
  order: OrderOfLink | null
  ways: WayOfLink[]
  language: ShopperLanguage
  look: ShopLook
}

/**
 * Lets the route answer whoever named a link, and its order or none. Whoever names another order reads the same
 * as for a link that is not there.
 */
export const withLink = async (
  req: MedusaRequest,
  res: MedusaResponse,
  answer: (visit: Visit) => void | Promise<void>,
): Promise<void> => {
  const language = shopperLanguage(req.headers["accept-language"])
  const look = await lookOf(req)
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  res.set("Content-Security-Policy", policyOf(look))
  const isPage = req.accepts(["json", "html"]) === "html"
  try {
    const visit = await visitOf(req, { language, look })
    if (visit) await answer(visit)
    else if (isPage)
      res
        .status(404)
        .type("html")
        .send(notedPage("none", language, look))
    else answerError(res, developerError("no_such_link"))
  } catch (error) {
    if (!isPage || res.headersSent) throw error
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    const id = oneLine(req.params.id ?? "")
    logger.error(
      `rozetkapay: a payment link's page could not be made payment_collection_id=${id}: ${oneLine(errorMessage(error))}`,
    )
    res
      .status(503)
      .type("html")
      .send(notedPage("later", language, look))
  }
}

/** The visit as it is now; null: there is nothing here for whoever asks. */
export const visitOf = async (
  req: MedusaRequest,
  { language, look }: Pick<Visit, "language" | "look">,
): Promise<Visit | null> => {
  const { id = "" } = req.params
  const { order_id } = query.parse(req.query)
  const link = await readLinkNow(req.scope, id)
  if (!link || (order_id !== undefined && order_id !== link.orderId)) return null
  const { orderId, money: asked, state } = link
  const order = order_id ? await readOrderOfLink(req.scope, { id, orderId, asked }) : null
  const isOpen = order && (state === "payable" || state === "confirming")
  const ways = isOpen
    ? await waysOfLink(req.scope, order, { acceptLanguage: req.get("accept-language"), language })
    : []
  return { id, link, order, ways, language, look }
}

/** @param problem why the payment was not started, in our words */
export const showLink = (
  req: MedusaRequest,
  res: MedusaResponse,
  { id, ...visit }: Visit,
  problem: string | null = null,
  status = 200,
): void => {
  const { payment_error: reason = null, other, n: looks } = query.parse(req.query)
  const named = visit.order ? visit.link.orderId : null
  const isOther = other !== undefined
  const page = linkPage({ ...visit, named, reason, problem, looks, isOther })
  res.status(status).type("html").send(page)
}

/** Of several merchants in one store, the first that has said how its pages look. */
const lookOf = async (req: MedusaRequest): Promise<ShopLook> => {
  const found = await findProviders(req.scope).catch(() => [])
  return found.find(({ provider }) => provider.options.shop)?.provider.options.shop ?? {}
}
