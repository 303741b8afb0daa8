/**
 * What is changed in the starter's own files, by short anchors: `find` stands once in its file and
 * becomes `become`. In order, since a later one may stand in what an earlier one has written.
 */
const after = (find, added) => ({ find, become: find + added })
const before = (find, added) => ({ find, become: added + find })
const instead = (find, become) => ({ find, become })

const cookieOf = (name, value) =>
  instead(
    `cookies.set("${name}", ${value}, {
    maxAge: 60 * 60 * 24 * 7,
    httpOnly: true,
    sameSite: "strict"`,
    `cookies.set("${name}", ${value}, {
    maxAge: 60 * 60 * 24 * 7,
    httpOnly: true,
    sameSite: "lax"`,
  )

export const EDITS = [
  {
    file: "src/lib/constants.tsx",
    why: "any provider of RozetkaPay's has a name and an icon, and so has one that nobody knows",
    edits: [
      after(
        `import React from "react"\n`,
        `import { isRozetkaPay, ROZETKAPAY } from "./rozetkapay"\n`,
      ),
      before(
        `  // Add more payment providers here\n`,
        `  [ROZETKAPAY]: {
    title: "RozetkaPay",
    icon: <CreditCard />,
  },
`,
      ),
      before(
        `export const isPaypal = `,
        `export const paymentInfo = (providerId: string) =>
  paymentInfoMap[isRozetkaPay(providerId) ? ROZETKAPAY : providerId] ?? {
    title: providerId,
    icon: <CreditCard />,
  }

`,
      ),
    ],
  },
  {
    file: "src/lib/data/cookies.ts",
    why: "the cart and the login are still there when the shopper comes back from RozetkaPay's site",
    edits: [cookieOf("_medusa_jwt", "token"), cookieOf("_medusa_cart_id", "cartId")],
  },
  {
    file: "src/lib/data/locale-actions.ts",
    why: "so is the chosen language; a cart that is an order by now does not keep it from being changed",
    edits: [
      instead(`sameSite: "strict"`, `sameSite: "lax"`),
      instead(
        `import { getAuthHeaders, getCacheTag, getCartId } from "./cookies"\n`,
        `import { getAuthHeaders, getCacheTag } from "./cookies"
import { getOpenCartId } from "./open-cart"\n`,
      ),
      instead(`const cartId = await getCartId()`, `const cartId = await getOpenCartId()`),
    ],
  },
  {
    file: "src/lib/data/customer.ts",
    why: "a cart that is an order by now does not keep its shopper from logging in",
    edits: [
      after(
        `  setPendingCustomer,\n} from "./cookies"\n`,
        `import { getOpenCartId } from "./open-cart"\n`,
      ),
      instead(`  getCartId,\n`, ``),
      instead(`const cartId = await getCartId()`, `const cartId = await getOpenCartId()`),
    ],
  },
  {
    file: "src/lib/data/cart.ts",
    why: "the cart is shown as it is now; one that is an order is no cart, and does not keep the country from being changed",
    edits: [
      after(`  setCartId,\n} from "./cookies"\n`, `import { getOpenCartId } from "./open-cart"\n`),
      instead(
        `      cache: "force-cache",
    })
    .then(({ cart }: { cart: HttpTypes.StoreCart }) => cart)`,
        `      cache: "no-store",
    })
    .then(({ cart }: { cart: HttpTypes.StoreCart & { completed_at?: unknown } }) =>
      cart.completed_at ? null : cart
    )`,
      ),
      instead(`"id,region_id")`, `"id,region_id,completed_at")`),
      instead(
        `  const cartId = await getCartId()
  const region = await getRegion(countryCode)`,
        `  const cartId = await getOpenCartId()
  const region = await getRegion(countryCode)`,
      ),
    ],
  },
  {
    file: "src/lib/data/orders.ts",
    why: "orders are shown as they are now",
    edits: [
      instead(
        `cache: "force-cache",
    })
    .then(({ order })`,
        `cache: "no-store",
    })
    .then(({ order })`,
      ),
      instead(
        `cache: "force-cache",
    })
    .then(({ orders })`,
        `cache: "no-store",
    })
    .then(({ orders })`,
      ),
    ],
  },
  {
    file: "src/lib/data/payment.ts",
    why: "RozetkaPay is offered as soon as it is enabled",
    edits: [instead(`cache: "force-cache"`, `cache: "no-store"`)],
  },
  {
    file: "src/modules/checkout/templates/checkout-form/index.tsx",
    why: "the steps payment and review share RozetkaPay's choice",
    edits: [
      after(
        `import { listCartPaymentMethods } from "@lib/data/payment"\n`,
        `import { listWays, readLanguage } from "@lib/data/rozetkapay"
import { isRozetkaPay } from "@lib/rozetkapay"\n`,
      ),
      after(
        `import Shipping from "@modules/checkout/components/shipping"\n`,
        `import { RozetkaPayCheckout } from "@modules/rozetkapay/checkout"\n`,
      ),
      before(
        `  return (
    <div className="w-full grid`,
        `  const ways = paymentMethods.some(({ id }) => isRozetkaPay(id))
    ? await listWays(cart.id)
    : null

`,
      ),
      instead(
        `      <Payment cart={cart} availablePaymentMethods={paymentMethods} />

      <Review cart={cart} />`,
        `      <RozetkaPayCheckout
        cart={cart}
        ways={ways}
        language={await readLanguage()}
      >
        <Payment cart={cart} availablePaymentMethods={paymentMethods} />

        <Review cart={cart} />
      </RozetkaPayCheckout>`,
      ),
    ],
  },
  {
    file: "src/modules/checkout/components/payment/index.tsx",
    why: "RozetkaPay's ways to pay are chosen here, and no session is opened before the shopper pays",
    edits: [
      after(
        `import { initiatePaymentSession } from "@lib/data/cart"\n`,
        `import { isRozetkaPay, paymentChoices, ROZETKAPAY } from "@lib/rozetkapay"\n`,
      ),
      after(
        `import Divider from "@modules/common/components/divider"\n`,
        `import { useRozetkaPay } from "@modules/rozetkapay/checkout"\n`,
      ),
      after(
        `import { HttpTypes } from "@medusajs/types"\n`,
        `import { PaymentMethods } from "medusa-payment-rozetkapay/react"\n`,
      ),
      instead(
        `  const [selectedPaymentMethod, setSelectedPaymentMethod] = useState(
    activeSession?.provider_id ?? ""
  )`,
        `  const rozetkapay = useRozetkaPay()
  const [otherPaymentMethod, setSelectedPaymentMethod] = useState(
    isRozetkaPay(activeSession?.provider_id)
      ? ""
      : activeSession?.provider_id ?? ""
  )
  const selectedPaymentMethod = rozetkapay.isChosen
    ? ROZETKAPAY
    : otherPaymentMethod`,
      ),
      instead(
        `    setSelectedPaymentMethod(method)\n`,
        `    rozetkapay.choose(isRozetkaPay(method))
    setSelectedPaymentMethod(isRozetkaPay(method) ? "" : method)\n`,
      ),
      instead(
        `(activeSession && (cart?.shipping_methods`,
        `((activeSession || rozetkapay.isChosen) && (cart?.shipping_methods`,
      ),
      after(
        `  const handleSubmit = async () => {\n`,
        `    if (rozetkapay.isChosen) {
      return router.push(pathname + "?step=review", { scroll: false })
    }
`,
      ),
      instead(`{availablePaymentMethods.map((`, `{paymentChoices(availablePaymentMethods).map((`),
      after(
        `              </RadioGroup>\n`,
        `              {rozetkapay.isChosen && (
                <PaymentMethods
                  onChoose={({ name }) => rozetkapay.nameWay(name)}
                />
              )}
`,
      ),
      instead(
        `{cart && paymentReady && activeSession ? (`,
        `{rozetkapay.isChosen && paymentReady ? (
            <Text
              className="txt-medium text-ui-fg-subtle"
              data-testid="payment-method-summary"
            >
              {rozetkapay.wayName || "RozetkaPay"}
            </Text>
          ) : cart && paymentReady && activeSession ? (`,
      ),
    ],
  },
  {
    file: "src/modules/checkout/components/review/index.tsx",
    why: "the review needs no session of RozetkaPay's, so that nothing ends here after a refusal",
    edits: [
      after(
        `import { HttpTypes } from "@medusajs/types"\n`,
        `import { useRozetkaPay } from "@modules/rozetkapay/checkout"\n`,
      ),
      before(
        `  const searchParams = useSearchParams()\n`,
        `  const { isChosen: isRozetkaPayChosen } = useRozetkaPay()\n`,
      ),
      instead(
        `(cart.payment_collection || paidByGiftcard)`,
        `(cart.payment_collection || paidByGiftcard || isRozetkaPayChosen)`,
      ),
    ],
  },
  {
    file: "src/modules/checkout/components/payment-button/index.tsx",
    why: "RozetkaPay's button, or its card form",
    edits: [
      after(
        `import { Button } from "@modules/common/components/ui"\n`,
        `import { useRozetkaPay } from "@modules/rozetkapay/checkout"\n`,
      ),
      before(
        `import React, { useState } from "react"\n`,
        `import { PayButton } from "medusa-payment-rozetkapay/react"\n`,
      ),
      before(
        `  const paymentSession = cart.payment_collection?.payment_sessions?.[0]\n`,
        `  const rozetkapay = useRozetkaPay()\n`,
      ),
      before(
        `    case isStripeLike(paymentSession?.provider_id):\n`,
        `    case rozetkapay.isChosen:
      return <PayButton disabled={notReady} />
`,
      ),
    ],
  },
  {
    file: "src/app/[countryCode]/(checkout)/checkout/page.tsx",
    why: "whose cart is an order by now is led to it, and whoever comes back without a cart reads why",
    edits: [
      after(
        `import { retrieveCustomer } from "@lib/data/customer"\n`,
        `import { findOrderOfCart } from "@lib/data/rozetkapay"\n`,
      ),
      before(
        `import { Metadata } from "next"\n`,
        `import { readReturn } from "medusa-payment-rozetkapay/storefront"\n`,
      ),
      instead(
        `import { notFound } from "next/navigation"`,
        `import { redirect } from "next/navigation"`,
      ),
      instead(
        `export default async function Checkout() {`,
        `export default async function Checkout(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {`,
      ),
      instead(
        `    return notFound()`,
        `    const order = await findOrderOfCart()
    const returned = readReturn(await props.searchParams)
    return redirect(
      order?.url ??
        (returned ? \`/cart?payment_error=\${returned.code}\` : "/cart")
    )`,
      ),
    ],
  },
  {
    file: "src/app/[countryCode]/(main)/cart/page.tsx",
    why: "the cart says what became of a payment that left no checkout",
    edits: [
      after(
        `import { retrieveCustomer } from "@lib/data/customer"\n`,
        `import { readLanguage } from "@lib/data/rozetkapay"\n`,
      ),
      after(
        `import CartTemplate from "@modules/cart/templates"\n`,
        `import ReturnNotice from "@modules/rozetkapay/return-notice"\n`,
      ),
      instead(
        `  return <CartTemplate cart={cart} customer={customer} />`,
        `  return (
    <>
      <div className="content-container mt-4">
        <ReturnNotice language={await readLanguage()} />
      </div>
      <CartTemplate cart={cart} customer={customer} />
    </>
  )`,
      ),
    ],
  },
  {
    file: "src/modules/order/templates/order-completed-template.tsx",
    why: "the order's page forgets the paid cart, and says when another payment of it goes back",
    edits: [
      before(
        `import CartTotals from "@modules/common/components/cart-totals"\n`,
        `import { readLanguage } from "@lib/data/rozetkapay"\n`,
      ),
      after(
        `import PaymentDetails from "@modules/order/components/payment-details"\n`,
        `import OrderPlaced from "@modules/rozetkapay/order-placed"\n`,
      ),
      before(
        `        {isOnboarding && <OnboardingCta`,
        `        <OrderPlaced language={await readLanguage()} />\n`,
      ),
    ],
  },
  {
    file: "src/modules/order/components/payment-details/index.tsx",
    why: "an order that was paid by an unknown provider has a page, too",
    edits: [
      instead(
        `import { isStripeLike, paymentInfoMap } from`,
        `import { isStripeLike, paymentInfo } from`,
      ),
      instead(`payment_collections?.[0].payments`, `payment_collections?.[0]?.payments`),
      instead(
        `paymentInfoMap[payment.provider_id].title`,
        `paymentInfo(payment.provider_id).title`,
      ),
      instead(`paymentInfoMap[payment.provider_id].icon`, `paymentInfo(payment.provider_id).icon`),
    ],
  },
  {
    file: "src/modules/account/components/account-nav/index.tsx",
    why: "the account leads to the saved cards",
    edits: [
      instead(
        `import { ArrowRightOnRectangle } from "@medusajs/icons"`,
        `import { ArrowRightOnRectangle, CreditCard } from "@medusajs/icons"`,
      ),
      before(
        `                <li>
                  <LocalizedClientLink
                    href="/account/orders"`,
        `                <li>
                  <LocalizedClientLink
                    href="/account/cards"
                    className="flex items-center justify-between py-4 border-b border-gray-200 px-8"
                    data-testid="cards-link"
                  >
                    <div className="flex items-center gap-x-2">
                      <CreditCard />
                      <span>Cards</span>
                    </div>
                    <ChevronDown className="transform -rotate-90" />
                  </LocalizedClientLink>
                </li>
`,
      ),
      before(
        `              <li>
                <AccountNavLink
                  href="/account/orders"`,
        `              <li>
                <AccountNavLink
                  href="/account/cards"
                  route={route!}
                  data-testid="cards-link"
                >
                  Cards
                </AccountNavLink>
              </li>
`,
      ),
    ],
  },
  {
    file: "src/modules/cart/templates/summary.tsx",
    why: "the cart can be bought in one click",
    edits: [
      after(
        `import LocalizedClientLink from "@modules/common/components/localized-client-link"\n`,
        `import Express from "@modules/rozetkapay/express"\n`,
      ),
      after(
        `        <Button className="w-full h-10">Go to checkout</Button>
      </LocalizedClientLink>\n`,
        `      <Express cart={cart} />\n`,
      ),
    ],
  },
  {
    file: "src/modules/products/components/product-actions/index.tsx",
    why: "a product can be bought in one click",
    edits: [
      after(
        `import OptionSelect from "@modules/products/components/product-actions/option-select"\n`,
        `import Express from "@modules/rozetkapay/express"\n`,
      ),
      before(
        `        <MobileActions\n`,
        `        {inStock && isValidVariant && <Express variantId={selectedVariant?.id} />}\n`,
      ),
    ],
  },
]
