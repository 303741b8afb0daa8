"use server"

import { sdk } from "@lib/config"
import { serverActions } from "medusa-payment-rozetkapay/next"
import type { CardSettings, CardToAdd, StartInput } from "medusa-payment-rozetkapay/storefront"
import { cookies, headers } from "next/headers"
import { getAuthHeaders, setCartId } from "./cookies"
import { getLocale } from "./locale-actions"
import { getOpenCartId } from "./open-cart"
import { getRegion } from "./regions"

const rozetkapay = serverActions({
  backendUrl: process.env.NEXT_PUBLIC_MEDUSA_BACKEND_URL ?? "http://localhost:9000",
  publishableKey: process.env.NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY ?? "",
  headers,
  cookies,
})

export async function listWays(cartId: string) {
  return rozetkapay.listWays(cartId)
}

export async function startPayment(input: StartInput) {
  return rozetkapay.startPayment(input)
}

export async function listBanks(cartId: string, providerId?: string) {
  return rozetkapay.listBanks(cartId, providerId)
}

export async function startExpress(input: { cartId: string; providerId?: string }) {
  return rozetkapay.startExpress(input)
}

export async function listCards(providerId?: string) {
  return rozetkapay.listCards(providerId)
}

export async function addCard(card?: CardToAdd, settings?: CardSettings) {
  return rozetkapay.addCard(card, settings)
}

export async function removeCard(id: string, providerId?: string) {
  return rozetkapay.removeCard(id, providerId)
}

export async function setDefaultCard(id: string, providerId?: string) {
  return rozetkapay.setDefaultCard(id, providerId)
}

export async function readConsent(providerId?: string) {
  return rozetkapay.readConsent(providerId)
}

export async function withdrawConsent(providerId?: string) {
  return rozetkapay.withdrawConsent(providerId)
}

export async function readLanguage() {
  return rozetkapay.readLanguage()
}

export async function forgetPaidCart() {
  return rozetkapay.forgetPaidCart()
}

export async function findOrderOfCart() {
  return rozetkapay.findOrderOfCart()
}

/** For buying in one click on a product's page: what lies in the shopper's own cart stays there. */
export async function cartWithProduct(variantId: string, countryCode: string): Promise<string> {
  const region = await getRegion(countryCode)
  if (!region) throw new Error(`Region not found for country code: ${countryCode}`)
  const locale = (await getLocale()) ?? undefined
  const { cart } = await sdk.store.cart.create(
    { region_id: region.id, locale, items: [{ variant_id: variantId, quantity: 1 }] },
    {},
    await getAuthHeaders(),
  )
  if (!(await getOpenCartId())) await setCartId(cart.id)
  return cart.id
}
