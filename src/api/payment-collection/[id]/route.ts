import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { codeOf, developerError, factsOf, shopperError } from "../../../errors"
import { errorMessage } from "../../../log/error-message"
import { type ShopperLanguage, shopperLanguage } from "../../../messages/language"
import { findProviders } from "../../../provider/find-provider"
import type { ShopLook } from "../../../provider/shop-look"
import { answerError } from "../../answer-error"
import { takeTurnToStart } from "../../session-request/one-start-at-a-time"
import { policyOf } from "../../shopper-page/frame"
import { linkPage, noLinkPage } from "./link-page"
import { type OrderOfLink, readOrderOfLink } from "./order-of-link"
import type { Link } from "./read-link"
import { startByLink } from "./start-by-link"
import { readLinkNow } from "./sync-link"
import { type WayOfLink, waysOfLink } from "./ways-of-link"

const query = z.object({
  order_id: z.string().optional().catch(undefined),
  payment_error: z.string().optional().catch(undefined),
})
const form = z.object({ way: z.string() })

/**
 * The page of a payment link, and of its result: what is to be paid for which order and how, or that it is paid.
 * Public, as a link is: whoever names the order as well, as each link does, sees its goods and may pay; by the
 * collection's id alone there is its number and the sum; and of another order nothing.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  withLink(req, res, async (visit) => show(req, res, visit))

/**
 * Starts the payment by the way that the page's form names, and sends the shopper on to it: 303. What can't be
 * started is said on the page, with its code's status.
 */
export const POST = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  withLink(req, res, async (visit) => {
    const { link, order, ways, language, id } = visit
    const { way: named } = form.safeParse(req.body).data ?? {}
    const way = ways.find(({ provider_id, method }) => named === `${provider_id} ${method}`)
    // A page of another site's has no form of ours.
    const isOurs = req.get("sec-fetch-site") !== "cross-site"
    if (!order || !way || !isOurs || link.state !== "payable") return show(req, res, visit)
    const refuse = () =>
      show(req, res, visit, shopperError("another_is_starting", language).message, 409)
    if (!(await takeTurnToStart(req, res, id, language, refuse))) return
    try {
      res.redirect(303, await startByLink(req, res, { id, way, language }))
    } catch (error) {
      const code = codeOf(error)
      if (!code || factsOf(code).to !== "shopper") throw error
      show(req, res, visit, errorMessage(error), factsOf(code).status)
    }
  })

type Visit = {
  id: string
  link: Link
  order: OrderOfLink | null
  ways: WayOfLink[]
  language: ShopperLanguage
  look: ShopLook
}

const withLink = async (
  req: MedusaRequest,
  res: MedusaResponse,
  answer: (visit: Visit) => void | Promise<void>,
): Promise<void> => {
  const { id = "" } = req.params
  const { order_id } = query.parse(req.query)
  const language = shopperLanguage(req.headers["accept-language"])
  const look = await lookOf(req)
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  res.set("Content-Security-Policy", policyOf(look))
  const link = await readLinkNow(req.scope, id)
  if (!link || (order_id !== undefined && order_id !== link.orderId)) {
    if (req.accepts(["json", "html"]) === "html") {
      res.status(404).type("html").send(noLinkPage(language, look))
    } else answerError(res, developerError("no_such_link"))
    return
  }
  const { orderId, money: asked, state } = link
  const order = order_id ? await readOrderOfLink(req.scope, { id, orderId, asked }) : null
  const isOpen = order && state === "payable"
  const ways = isOpen ? await waysOfLink(req.scope, order, req.get("accept-language")) : []
  await answer({ id, link, order, ways, language, look })
}

const show = (
  req: MedusaRequest,
  res: MedusaResponse,
  { id, ...visit }: Visit,
  problem: string | null = null,
  status = 200,
): void => {
  const { payment_error: reason = null } = query.parse(req.query)
  const action = `?order_id=${encodeURIComponent(visit.link.orderId)}`
  const page = linkPage({ ...visit, reason: problem === null ? reason : null, problem, action })
  res.status(status).type("html").send(page)
}

/** Of several merchants in one store, the first that has said how its pages look. */
const lookOf = async (req: MedusaRequest): Promise<ShopLook> => {
  const found = await findProviders(req.scope).catch(() => [])
  return found.find(({ provider }) => provider.options.shop)?.provider.options.shop ?? {}
}
