import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerReturningShopper } from "../../../../../shopper-return/answer-returning-shopper"
import { waitingPage } from "../../../../../shopper-return/waiting-page"

/**
 * "We are waiting for the bank": looks again on every visit and goes on to the
 * storefront when there is an outcome. With `Accept: application/json` a
 * storefront may poll it: `{ status, redirect_to }`, `redirect_to` null while waiting.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  answerReturningShopper(req, res, ({ status, isFinal, address, ...shown }) => {
    if (req.accepts(["html", "json"]) === "json") {
      res.json({ status, redirect_to: isFinal ? address : null })
    } else if (isFinal) {
      res.redirect(302, address)
    } else {
      const isDelayed = status === "order_delayed"
      res.type("html").send(waitingPage({ ...shown, looks: looksOf(req), isDelayed }))
    }
  })

const looksOf = (req: MedusaRequest): number => {
  const looks = Number(req.query.n)
  return Number.isSafeInteger(looks) && looks > 0 ? looks : 0
}
