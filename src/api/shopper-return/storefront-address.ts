import type { Decline } from "../../core/ledger"
import type { SessionId } from "../../core/session-id"
import type { OtherOutcome } from "../../messages/outcomes"
import { fillAddress } from "../../provider/fill-address"
import type { StoreOptions } from "../../provider/store-options"
import type { ShopperResult } from "./sync-for-shopper"

type Addresses = Pick<
  StoreOptions,
  "backendUrl" | "storefrontUrl" | "successUrl" | "failureUrl" | "pendingUrl" | "countryCode"
>

/** Whose return this is. */
export type Returning = { providerId: string; sessionId: SessionId }

/** Where the shopper's browser goes from RozetkaPay: by what became of the payment. */
export const storefrontAddress = (
  result: ShopperResult,
  options: Addresses,
  returning: Returning,
): string => {
  const address = addressesFor(result, options, returning)
  const link = "link" in result ? result.link : null
  const order = "link_order" in result ? result.link_order : null
  // Who pays by a link has no checkout here: what is in their cart is something else.
  const failure = (reason: string) =>
    link
      ? linkResultAddress(options.backendUrl, link, reason, order)
      : address(options.failureUrl, { reason })

  /** The order is there, and this is not what has paid for it. */
  const paidOtherwise = (order: string) => {
    const reason: OtherOutcome = "paid_otherwise"
    return link ? failure(reason) : withReason(order, reason)
  }

  const standing =
    "standing" in result && result.standing
      ? address(options.successUrl, { order_id: result.standing })
      : null

  switch (result.is) {
    case "order_placed":
      return address(options.successUrl, { order_id: result.order_id })
    case "authorized":
      return options.storefrontUrl
    // Another page of the cart has become the order: there is nothing to try again.
    case "declined":
      return standing ?? failure(reasonOf(result.decline))
    case "returned":
      return isPaidOtherwise(result)
        ? paidOtherwise(address(options.successUrl, { order_id: result.order_id }))
        : failure(result.is)
    case "unpaid":
      return standing ?? failure(result.is)
    case "unknown_session":
    case "unexplained":
      return failure(result.is)
    case "waiting":
    case "unfinished":
    case "order_delayed":
      return address(options.pendingUrl)
  }
}

type Returned = Extract<ShopperResult, { is: "returned" }>

const isPaidOtherwise = (result: Returned): result is Returned & { order_id: string } =>
  result.reason === "paid_otherwise" && result.order_id !== null

/** RozetkaPay's code, as long as it is one: a sentence has no place in an address. */
const reasonOf = ({ code }: Decline): string =>
  code !== null && /^[\w-]{1,64}$/.test(code) ? code : "declined"

/** Beside the order, under the name that the official storefront's checkout has for it. */
const withReason = (order: string, reason: OtherOutcome): string => {
  const url = new URL(order)
  url.searchParams.set("payment_error", reason)
  return url.href
}

/**
 * The way back to the cart for a shopper who has left the bank's page: RozetkaPay may
 * call that payment pending for long. A second payment is safe: of two, one goes back.
 * Null when there is no attempt to leave behind.
 */
export const cartAddress = (
  result: ShopperResult,
  options: Addresses,
  returning: Returning,
): string | null =>
  result.is === "waiting"
    ? addressesFor(result, options, returning)(options.failureUrl, { reason: "unconfirmed" })
    : null

/** A payment link's own page, where its result is told. */
const linkResultAddress = (
  backendUrl: string,
  collectionId: string,
  reason: string,
  order: string | null | undefined,
): string => {
  const said = new URLSearchParams({ payment_error: reason, ...(order && { order_id: order }) })
  return `${backendUrl}/payment-collection/${encodeURIComponent(collectionId)}?${said}`
}

const addressesFor =
  (result: ShopperResult, options: Addresses, { providerId, sessionId }: Returning) =>
  (template: string, values: Record<string, string> = {}): string =>
    fillAddress(template, options, {
      provider_id: providerId,
      session_id: sessionId,
      cart_id: "cart_id" in result ? result.cart_id : null,
      country_code: ("country_code" in result ? result.country_code : null) ?? options.countryCode,
      ...values,
    })
