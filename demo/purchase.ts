import { setTimeout as pause } from "node:timers/promises"
import { adminApi } from "./admin-api"
import { DemoFailure } from "./failure"
import { gatewayLedger, storeLedger } from "./ledgers-table"
import { SAMPLE_ADDRESS, SAMPLE_EMAIL } from "./sample-shopper"
import { sandboxApi } from "./sandbox-api"
import { partsOnPage, showSellers } from "./sellers-parts"
import { LOOK, showLedgers } from "./show-ledgers"
import { step } from "./steps"
import { storeApi } from "./store-api"
import type { StoreMode } from "./store-modes"

export interface PurchaseInput {
  backend: string
  storefront: string
  sandbox: { url: string; login: string }
  publishableKey: string
  regionId: string
  mode: StoreMode
  admin: { email: string; password: string }
}

const CARD = "4242424242424242"

/** Milliseconds: a callback that came too early is sent again after 1, 3 and 10 seconds. */
const PATIENCE = 60_000

/** Asks again every 20 ms, since what is waited for happens in other processes. */
async function until<T>(
  what: string,
  advice: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline)
      throw new DemoFailure(`${what} did not happen in ${PATIENCE / 1000} s`, advice)
    await pause(20)
  }
}

/** Buys a shirt and a mug as a shopper would, captures and refunds as a merchant would, and shows both ledgers. */
export async function makePurchase({
  mode,
  ...input
}: PurchaseInput): Promise<{ orderId: string }> {
  const store = storeApi(input.backend, input.publishableKey)
  const sandbox = sandboxApi(input.sandbox.url, input.sandbox.login)
  const admin = await adminApi(input.backend, input.admin)

  const compare = (externalId: string) =>
    showLedgers(async () => ({
      store: storeLedger(await admin.paymentOf(externalId)),
      gateway: gatewayLedger(await sandbox.paymentOf(externalId)),
    }))

  const cart = await step(
    "Cart",
    async () => {
      const products = await store.products()
      const variantOf = (handle: string, title?: string) => {
        const product = products.find((one) => one.handle === handle)
        const variant = product?.variants.find((one) => !title || one.title === title)
        if (variant) return variant.id
        throw new DemoFailure(`The store has no product ${handle}`, "Remove .demo and start again.")
      }
      const made = await store.createCart({
        region_id: input.regionId,
        email: SAMPLE_EMAIL,
        items: [
          { variant_id: variantOf("sorochka-polissia", "M"), quantity: 1 },
          { variant_id: variantOf("gorniatko-karpaty"), quantity: 2 },
        ],
        shipping_address: SAMPLE_ADDRESS,
        billing_address: SAMPLE_ADDRESS,
      })
      const [delivery] = await store.shippingOptions(made.id)
      return delivery ? store.chooseShipping(made.id, delivery.id) : made
    },
    ({ items, total }) =>
      `${items.map((item) => `${item.product_title} × ${item.quantity}`).join(", ")}, with delivery ${total.toFixed(2)} UAH`,
  )

  const session = await step(
    "Payment session",
    () => store.startPayment(cart.id, mode.providerId),
    ({ id, amount }) => `${id}, ${amount.toFixed(2)} UAH`,
  )
  const externalId = session.data.external_id
  await step(
    "Hosted page",
    async () => {
      const response = await fetch(session.data.checkout_url)
      if (!response.ok) {
        throw new DemoFailure(`The hosted page answers ${response.status}`, LOOK)
      }
      return partsOnPage(await response.text(), await sandbox.ordersOf(externalId), mode.sellers)
    },
    (parts) =>
      [
        session.data.checkout_url,
        ...parts.map(({ seller, amount }) => `${seller} gets ${amount}`),
      ].join(", "),
  )
  await compare(externalId)

  const { redirect_to: returnUrl } = await step(
    `Card ${CARD.replace(/(\d{4})(?=\d)/g, "$1 ")} with 3-D Secure`,
    () => sandbox.pay(externalId, { card: CARD, three_ds: "approve" }),
    ({ payment }) => `the gateway says “${payment.state}”; the shopper closes the browser`,
  )
  const paidAt = Date.now()

  // Only the sandbox is watched meanwhile, so that looking does not slow the store down.
  await step(
    "Signed callback",
    () =>
      until("A callback answered with 200", LOOK, async () => {
        const sent = await sandbox.callbacks(externalId)
        return sent
          .flatMap(({ operation, attempts }) => attempts.map((one) => ({ operation, ...one })))
          .find(({ status }) => status === 200)
      }),
    ({ operation, ms }) => `“${operation}” answered 200 in ${ms} ms`,
  )
  const answeredAt = Date.now()
  const order = await step(
    "Order",
    () =>
      until("The order", LOOK, async () => {
        const payment = await admin.paymentOf(externalId)
        const placed = payment?.payment_collection?.order
        return payment && placed ? { payment, placed } : undefined
      }),
    ({ placed }) =>
      `#${placed.display_id} placed by the callback alone, ${answeredAt - paidAt} ms after the card`,
  )
  const { store: placed } = await compare(externalId)

  await step(
    "The shopper comes back",
    async () => {
      const response = await fetch(returnUrl, { redirect: "manual" })
      const location = response.headers.get("location") ?? ""
      if (response.status !== 302 || !location.includes(order.placed.id)) {
        throw new DemoFailure(
          `The return address answered ${response.status} ${location}, not 302 to the order`,
          LOOK,
        )
      }
      return location
    },
    (location) => `302 to ${location}`,
  )

  if (placed.captured === 0n) {
    await step("Capture in the admin", () => admin.capture(order.payment.id))
    await compare(externalId)
  } else {
    console.log("  Capture: made by the gateway at once (ROZETKAPAY_CAPTURE=true)")
  }
  await step(mode.refund.title, () => mode.refund.make(admin, order.payment.id))
  await compare(externalId)
  if (mode.sellers.length > 0) await showSellers(admin, sandbox, order.payment.id)
  return { orderId: order.placed.id }
}
