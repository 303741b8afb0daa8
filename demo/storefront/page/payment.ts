import type { HttpTypes } from "@medusajs/framework/types"
import {
  type InstalmentsInput,
  nextStep,
  returnAddress,
  type SessionInput,
} from "../../../src/storefront"
import { call, config, customerToken, type Shopper, StoreError } from "./store"
import { language, texts } from "./texts"

/** What the shopper wants to pay by. */
export interface Wish {
  providerId: string
  data: SessionInput | InstalmentsInput
  /** By which the bank knows the shopper, where it asks by phone. */
  phone?: string
}

/** Whether a session of the hosted page may be opened again instead of starting another. */
const goesOn = (
  session: HttpTypes.StorePaymentSession,
  amount: number,
  { providerId, data }: Wish,
) =>
  "mode" in data &&
  data.mode === "hosted" &&
  session.provider_id === providerId &&
  session.data.mode === "hosted" &&
  (session.data.remember ?? false) === (data.remember ?? false) &&
  session.amount === amount &&
  session.status !== "canceled" &&
  session.status !== "error"

/** The cart becomes that of whoever is logged in, and RozetkaPay's page speaks their language. */
export async function claimCart(cartId: string, more: object = {}): Promise<void> {
  await call(`/carts/${cartId}`, { ...more, locale: language === "en" ? "en-US" : "uk-UA" })
  if (customerToken()) await call(`/carts/${cartId}/customer`, {})
}

/**
 * Writes the shopper into the cart, starts the payment and answers where the browser goes
 * next: RozetkaPay's page, the bank's, the one that waits for it, or the placed order's. A hosted page that was opened
 * for the same total goes on where it stood.
 */
export async function startPayment(
  cartId: string,
  { email, address }: Shopper,
  wish: Wish,
): Promise<string> {
  await claimCart(cartId, {
    email,
    shipping_address: address,
    billing_address: wish.phone ? { ...address, phone: wish.phone } : address,
  })
  const { payment_collection } = await call<HttpTypes.StorePaymentCollectionResponse>(
    "/payment-collections",
    { cart_id: cartId },
  )
  const open = payment_collection.payment_sessions?.find((session) =>
    goesOn(session, payment_collection.amount, wish),
  )
  const started = open ?? (await startSession(payment_collection.id, wish))
  const next = nextStep(started)
  return next.is === "redirect" ? next.url : afterPaying(cartId, started)
}

type Started = HttpTypes.StorePaymentSession

async function startSession(collectionId: string, { providerId, data }: Wish): Promise<Started> {
  const { payment_collection } = await call<HttpTypes.StorePaymentCollectionResponse>(
    `/payment-collections/${collectionId}/payment-sessions`,
    { provider_id: providerId, data },
  )
  const started = payment_collection.payment_sessions?.find(
    (session) => session.provider_id === providerId,
  )
  if (!started) throw new StoreError(texts.broken, 500)
  return started
}

export const orderPage = (orderId: string) => `/ua/order/${orderId}/confirmed`

/** Completing is safe to repeat: a cart that was paid answers with its order. */
export async function orderOfCart(cartId: string): Promise<string | undefined> {
  const path = `/carts/${cartId}/complete`
  const done = await call<HttpTypes.StoreCompleteCartResponse>(path, {})
  return done.type === "order" ? done.order.id : undefined
}

/**
 * To the order. When a callback places it at this very moment, or the bank has not decided,
 * the plugin's route knows where to go.
 */
async function afterPaying(cartId: string, session: Started): Promise<string> {
  const orderId = await orderOfCart(cartId).catch((error) => {
    if (error instanceof StoreError && error.status === 409) return undefined
    throw error
  })
  return orderId ? orderPage(orderId) : returnAddress(session, config.backend)
}
