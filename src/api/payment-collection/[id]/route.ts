import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shopperLanguage } from "../../../messages/decline-sentence"
import { linkPage } from "./link-page"
import { readLinkNow } from "./sync-link"

/**
 * The page of a payment link, and of its result: what is to be paid for which order, or that it is paid.
 * Public, as a link is; it shows an order's number and a sum, and nothing else.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const link = await readLinkNow(req.scope, req.params.id ?? "")
  if (!link) {
    res.status(404).json({ message: "There is no payment link of this id." })
    return
  }
  const { payment_error: reason } = req.query
  const language = shopperLanguage(req.headers["accept-language"])
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  res.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
  res.type("html").send(linkPage(link, typeof reason === "string" ? reason : null, language))
}
