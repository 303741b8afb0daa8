import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sessionId } from "../../core/session-id"
import { developerError } from "../../errors"
import { type ShopperLanguage, shopperLanguage } from "../../messages/language"
import { findProvider } from "../../provider/find-provider"
import { inTime } from "../../provider/in-time"
import type { ShopLook } from "../../provider/shop-look"
import { answerError } from "../answer-error"
import { policyOf } from "../shopper-page/frame"
import { cartAddress, storefrontAddress } from "./storefront-address"
import { type ShopperResult, syncForShopper } from "./sync-for-shopper"
import { NOTHING_KNOWN, type WaitedFor, waitedFor } from "./waited-for"

export type ReturnAnswer = {
  status: string
  /** False while the bank (or this server) needs more time. */
  isFinal: boolean
  address: string
  /** The way back to the cart from a payment that was not confirmed. */
  cart: string | null
  /** That way leads to a payment link. */
  isLink: boolean
  language: ShopperLanguage
  look: ShopLook
} & WaitedFor

export const NOT_FINAL: ShopperResult["is"][] = ["waiting", "unfinished", "order_delayed"]

/** Milliseconds: while the database hangs the shopper reads the waiting page, which needs none. What was begun goes on. */
const LONGEST = 10_000

/** Syncs for a shopper who came back and lets the route answer. 404 when there is no such provider. */
export const answerReturningShopper = async (
  req: MedusaRequest,
  res: MedusaResponse,
  answer: (result: ReturnAnswer) => void,
): Promise<void> => {
  const { provider_id = "" } = req.params
  const session = sessionId(req.params.session_id ?? "")
  const found = await findProvider(req.scope, provider_id)
  if (!found) {
    answerError(res, developerError("no_such_provider"))
    return
  }
  const { id, provider } = found
  const language = shopperLanguage(req.headers["accept-language"], provider.options.locale)
  const result = await inTime<ShopperResult>(
    syncForShopper(req.scope, id, session),
    LONGEST,
    () => ({ is: "unfinished" }),
  )
  // The outcome changes from one visit to the next, and the page's address holds the session's id.
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  res.set("Access-Control-Allow-Origin", new URL(provider.options.storefrontUrl).origin)
  const { shop: look = {} } = provider.options
  res.set("Content-Security-Policy", policyOf(look))
  const returning = { providerId: id, sessionId: session }
  const isOpen = result.is === "waiting" || result.is === "order_delayed"
  answer({
    status: result.is,
    isFinal: !NOT_FINAL.includes(result.is),
    address: storefrontAddress(result, provider.options, returning),
    cart: cartAddress(result, provider.options, returning),
    isLink: "link" in result && Boolean(result.link),
    language,
    look,
    ...(isOpen ? await waitedFor(req.scope, found, session, language) : NOTHING_KNOWN),
  })
}
