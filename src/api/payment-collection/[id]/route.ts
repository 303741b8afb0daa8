import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { codeOf, factsOf, shopperError } from "../../../errors"
import { errorMessage } from "../../../log/error-message"
import { declineSentence } from "../../../messages/declines"
import type { ShopperLanguage } from "../../../messages/language"
import { takeTurnToStart } from "../../session-request/one-start-at-a-time"
import { startByLink } from "./start-by-link"
import { showLink, visitOf, withLink } from "./visit-link"

const form = z.object({ way: z.string() })

/**
 * The page of a payment link, and of its result: what is to be paid for which order and how, or that it is paid.
 * Public, as a link is: whoever names the order as well, as each link does, sees its goods and may pay; by the
 * collection's id alone there is its number and the sum; and of another order nothing.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  withLink(req, res, (visit) => showLink(req, res, visit))

/**
 * Starts the payment by the way that the page's form names, and sends the shopper on to it: 303. What can't be
 * started is said on the page, with its code's status.
 */
export const POST = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  withLink(req, res, async (visit) => {
    const { order, ways, language, id } = visit
    const { way: named } = form.safeParse(req.body).data ?? {}
    const way = ways.find(({ provider_id, method }) => named === `${provider_id} ${method}`)
    // A page of another site's has no form of ours. The browser says no `Origin` of a page that has no referrer.
    const isOurs = req.get("sec-fetch-site") !== "cross-site"
    if (!order || !way || !isOurs) return showLink(req, res, visit)
    const refuse = () =>
      showLink(req, res, visit, shopperError("another_is_starting", language).message, 409)
    if (!(await takeTurnToStart(req, res, id, language, refuse))) return
    try {
      res.redirect(303, await startByLink(req, res, { id, way, language }))
    } catch (error) {
      const refusal = refusalOf(error, language)
      if (!refusal) throw error
      // What stood in the way may be that it is paid by now.
      const now = (await visitOf(req, visit)) ?? visit
      showLink(req, res, now, refusal.sentence, refusal.status)
    }
  })

const declined = z.object({
  type: z.literal(factsOf("declined").type),
  code: z.string(),
})

/** What a shopper can be told of it; null: something broke. */
const refusalOf = (
  error: unknown,
  language: ShopperLanguage,
): { sentence: string; status: number } | null => {
  const code = codeOf(error)
  if (code && factsOf(code).to === "shopper") {
    return { sentence: errorMessage(error), status: factsOf(code).status }
  }
  // A refusal has RozetkaPay's own code.
  const { data: refused } = declined.safeParse(error)
  if (code || !refused) return null
  const sentence = declineSentence({ code: refused.code, description: null }, language)
  return { sentence, status: factsOf("declined").status }
}
