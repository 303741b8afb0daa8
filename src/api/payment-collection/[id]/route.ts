import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { developerError } from "../../../errors"
import { shopperLanguage } from "../../../messages/language"
import { answerError } from "../../answer-error"
import { linkPage } from "./link-page"
import { readLinkNow } from "./sync-link"

/**
 * The page of a payment link, and of its result: what is to be paid for which order, or that it is paid.
 * Public, as a link is; it shows an order's number and a sum, and nothing else.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const link = await readLinkNow(req.scope, req.params.id ?? "")
  if (!link) {
    answerError(res, developerError("no_such_link"))
    return
  }
  const { payment_error: reason } = req.query
  const language = shopperLanguage(req.headers["accept-language"])
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  res.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
  res.type("html").send(linkPage(link, typeof reason === "string" ? reason : null, language))
}
