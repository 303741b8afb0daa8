/**
 * The starter's files as far as the patch holds on to them: what stands around each anchor, and nothing
 * else of theirs. Seen in `medusajs/dtc-starter` at 9233262f (Next 15.5, React 19).
 */
export const STARTER_SHAPE: Record<string, string> = {
  "src/lib/constants.tsx": `import { CreditCard } from "@medusajs/icons"
import React from "react"
export const paymentInfoMap: Record<string, { title: string; icon: React.JSX.Element }> = {
  pp_stripe_stripe: { title: "", icon: <CreditCard /> },
  // Add more payment providers here
}
export const isPaypal = (providerId?: string) => providerId === ""
`,
  "src/lib/data/cookies.ts": `export const setAuthToken = async (token: string) => {
  cookies.set("_medusa_jwt", token, {
    maxAge: 60 * 60 * 24 * 7,
    httpOnly: true,
    sameSite: "strict",
  })
}
export const setPendingCustomer = async (customer: object) => {
  cookies.set("_medusa_pending_customer", JSON.stringify(customer), {
    sameSite: "strict",
  })
}
export const setCartId = async (cartId: string) => {
  cookies.set("_medusa_cart_id", cartId, {
    maxAge: 60 * 60 * 24 * 7,
    httpOnly: true,
    sameSite: "strict",
  })
}
`,
  "src/lib/data/locale-actions.ts": `import { getAuthHeaders, getCacheTag, getCartId } from "./cookies"
export const setLocaleCookie = async (locale: string) => {
  cookies.set("_medusa_locale", locale, { sameSite: "strict" })
}
export const updateLocale = async () => {
  const cartId = await getCartId()
}
`,
  "src/lib/data/customer.ts": `import {
  getAuthHeaders,
  getCartId,
  setPendingCustomer,
} from "./cookies"
export async function transferCart() {
  const cartId = await getCartId()
}
`,
  "src/lib/data/cart.ts": `import {
  getCartId,
  setCartId,
} from "./cookies"
export async function retrieveCart(cartId?: string, fields?: string) {
  return sdk.client
    .fetch({
      cache: "force-cache",
    })
    .then(({ cart }: { cart: HttpTypes.StoreCart }) => cart)
}
export async function getOrSetCart() {
  let cart = await retrieveCart(undefined, "id,region_id")
}
export async function updateCart() {
  const cartId = await getCartId()
}
export async function updateRegion(countryCode: string) {
  const cartId = await getCartId()
  const region = await getRegion(countryCode)
}
export async function listCartOptions() {
  return sdk.client.fetch({
    cache: "force-cache",
  })
}
`,
  "src/lib/data/orders.ts": `export const retrieveOrder = async () =>
  sdk.client
    .fetch({
      cache: "force-cache",
    })
    .then(({ order }) => order)
export const listOrders = async () =>
  sdk.client
    .fetch({
      cache: "force-cache",
    })
    .then(({ orders }) => orders)
`,
  "src/lib/data/payment.ts": `export const listCartPaymentMethods = async () =>
  sdk.client.fetch({ cache: "force-cache" })
`,
  "src/modules/checkout/templates/checkout-form/index.tsx": `import { listCartPaymentMethods } from "@lib/data/payment"
import Shipping from "@modules/checkout/components/shipping"
export default async function CheckoutForm({ cart }) {
  const paymentMethods = await listCartPaymentMethods()

  return (
    <div className="w-full grid">
      <Payment cart={cart} availablePaymentMethods={paymentMethods} />

      <Review cart={cart} />
    </div>
  )
}
`,
  "src/modules/checkout/components/payment/index.tsx": `"use client"
import { initiatePaymentSession } from "@lib/data/cart"
import Divider from "@modules/common/components/divider"
import { HttpTypes } from "@medusajs/types"

const Payment = ({ cart, availablePaymentMethods }) => {
  const [selectedPaymentMethod, setSelectedPaymentMethod] = useState(
    activeSession?.provider_id ?? ""
  )
  const setPaymentMethod = async (method: string) => {
    setSelectedPaymentMethod(method)
  }
  const paymentReady =
    (activeSession && (cart?.shipping_methods?.length ?? 0) !== 0) || paidByGiftcard
  const handleSubmit = async () => {
    setIsLoading(true)
  }
  return (
    <div>
      <div>
        <div>
          {availablePaymentMethods?.length && (
            <>
              <RadioGroup>
                {availablePaymentMethods.map((paymentMethod) => (
                  <div key={paymentMethod.id} />
                ))}
              </RadioGroup>
            </>
          )}
        </div>
        <div>
          {cart && paymentReady && activeSession ? (
            <div />
          ) : null}
        </div>
      </div>
    </div>
  )
}
`,
  "src/modules/checkout/components/review/index.tsx": `import { HttpTypes } from "@medusajs/types"
const Review = ({ cart }) => {
  const searchParams = useSearchParams()

  const previousStepsCompleted =
    cart.shipping_address &&
    (cart.payment_collection || paidByGiftcard)
}
`,
  "src/modules/checkout/components/payment-button/index.tsx": `import { Button } from "@modules/common/components/ui"
import React, { useState } from "react"
const PaymentButton = ({ cart }) => {
  const paymentSession = cart.payment_collection?.payment_sessions?.[0]

  switch (true) {
    case isStripeLike(paymentSession?.provider_id):
      return <div />
    default:
      return <Button disabled />
  }
}
`,
  "src/app/[countryCode]/(checkout)/checkout/page.tsx": `import { retrieveCustomer } from "@lib/data/customer"
import { Metadata } from "next"
import { notFound } from "next/navigation"
export default async function Checkout() {
  const cart = await retrieveCart()

  if (!cart) {
    return notFound()
  }
}
`,
  "src/app/[countryCode]/(main)/cart/page.tsx": `import { retrieveCustomer } from "@lib/data/customer"
import CartTemplate from "@modules/cart/templates"
export default async function Cart() {
  return <CartTemplate cart={cart} customer={customer} />
}
`,
  "src/modules/order/templates/order-completed-template.tsx": `import CartTotals from "@modules/common/components/cart-totals"
import PaymentDetails from "@modules/order/components/payment-details"
export default async function OrderCompletedTemplate({ order }) {
  return (
    <div>
      <div>
        {isOnboarding && <OnboardingCta orderId={order.id} />}
      </div>
    </div>
  )
}
`,
  "src/modules/order/components/payment-details/index.tsx": `import { isStripeLike, paymentInfoMap } from "@lib/constants"
const PaymentDetails = ({ order }) => {
  const payment = order.payment_collections?.[0].payments?.[0]
  return (
    <div>
      {paymentInfoMap[payment.provider_id].title}
      {paymentInfoMap[payment.provider_id].icon}
    </div>
  )
}
`,
  "src/modules/account/components/account-nav/index.tsx": `import { ArrowRightOnRectangle } from "@medusajs/icons"
const AccountNav = () => (
  <div>
              <ul>
                <li>
                  <LocalizedClientLink
                    href="/account/orders"
                  />
                </li>
              </ul>
            <ul>
              <li>
                <AccountNavLink
                  href="/account/orders"
                />
              </li>
            </ul>
  </div>
)
`,
  "src/modules/cart/templates/summary.tsx": `import LocalizedClientLink from "@modules/common/components/localized-client-link"
const Summary = ({ cart }) => (
    <div>
      <LocalizedClientLink>
        <Button className="w-full h-10">Go to checkout</Button>
      </LocalizedClientLink>
    </div>
)
`,
  "src/modules/products/components/product-actions/index.tsx": `import OptionSelect from "@modules/products/components/product-actions/option-select"
export default function ProductActions() {
  return (
      <div>
        <MobileActions
          inStock={inStock}
        />
      </div>
  )
}
`,
}
