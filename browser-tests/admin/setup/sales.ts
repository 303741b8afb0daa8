import { randomBytes } from "node:crypto"
import { z } from "zod"
import { Admin } from "../../../integration-tests/drivers/admin"
import { ApiClient } from "../../../integration-tests/drivers/api-client"
import { Gateway } from "../../../integration-tests/drivers/gateway"
import { GatewayInstalments } from "../../../integration-tests/drivers/gateway-instalments"
import { ask } from "../../../integration-tests/drivers/json-http"
import { type AdminStore, CARDS, MERCHANT, PARTS, SELLERS } from "./admin-store"

const id = z.object({ id: z.string() })
const sessions = z.object({
  payment_collection: z.object({
    payment_sessions: z.array(z.object({ data: z.object({ external_id: z.string() }) })).min(1),
  }),
})
const products = z.object({
  products: z.array(z.object({ handle: z.string(), variants: z.array(id).min(1) })),
})
const numbered = z.object({ order: z.object({ display_id: z.number() }) })

export type Handle = "sorochka-polissia" | "gorniatko-karpaty" | "med-lypovyi" | "pled-hoverla"

export type Sale = {
  orderId: string
  displayId: number
  paymentId: string
  externalId: string
  email: string
}

const ADDRESS = {
  first_name: "Леся",
  last_name: "Українка",
  phone: "+380501234567",
  address_1: "Відділення № 12",
  city: "Київ",
  postal_code: "01001",
  country_code: "ua",
}

/** Shoppers, RozetkaPay's cabinet and the banks: everybody but the staff in the browser. */
export const salesOf = (store: AdminStore) => {
  const shop = new ApiClient(store.backend, { "x-publishable-api-key": store.publishableKey })
  const admin = new Admin(store.api)
  const gateway = new Gateway(store.sandbox)
  const banks = new GatewayInstalments(store.sandbox)

  const variantOf = async (handle: Handle): Promise<string> => {
    const all = await shop.get(products, "/store/products?fields=handle,*variants&limit=20")
    const found = all.products.find((one) => one.handle === handle)?.variants[0]
    if (!found) throw new Error(`The store does not sell ${handle}`)
    return found.id
  }

  const fillCart = async (goods: Handle[]) => {
    const email = `lesia-${randomBytes(4).toString("hex")}@example.com`
    const items = await Promise.all(
      goods.map(async (handle) => ({ variant_id: await variantOf(handle), quantity: 1 })),
    )
    const { cart } = await shop.post(z.object({ cart: id }), "/store/carts", {
      region_id: store.regionId,
      email,
      items,
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
    })
    const { shipping_options: options } = await shop.get(
      z.object({ shipping_options: z.array(id).min(1) }),
      `/store/shipping-options?cart_id=${cart.id}`,
    )
    await shop.post(z.unknown(), `/store/carts/${cart.id}/shipping-methods`, {
      option_id: options[0]?.id,
    })
    return { id: cart.id, email }
  }

  /** The payment is started, and the shopper stands before RozetkaPay's page or their bank. */
  const startPaying = async (
    { id: cart_id }: { id: string },
    provider_id: string,
    data?: object,
  ): Promise<string> => {
    const { payment_collection: made } = await shop.post(
      z.object({ payment_collection: id }),
      "/store/payment-collections",
      { cart_id },
    )
    const { payment_collection: collection } = await shop.post(
      sessions,
      `/store/payment-collections/${made.id}/payment-sessions`,
      { provider_id, ...(data && { data }) },
    )
    return collection.payment_sessions[0].data.external_id
  }

  const placed = async (email: string, externalId: string): Promise<Sale> => {
    await gateway.quiet()
    const order = await admin.theOrderOf({ email })
    const { order: named } = await store.api.get(
      numbered,
      `/admin/orders/${order.id}?fields=display_id`,
    )
    const { id: paymentId } = admin.paymentOf(order)
    return { orderId: order.id, displayId: named.display_id, paymentId, externalId, email }
  }

  const byCard = async (provider: string, goods: Handle[]): Promise<Sale> => {
    const cart = await fillCart(goods)
    const externalId = await startPaying(cart, provider)
    await gateway.pay(externalId)
    return placed(cart.email, externalId)
  }

  return {
    admin,
    gateway,
    /** What RozetkaPay has of it. */
    ledger: async ({ externalId }: Pick<Sale, "externalId">) =>
      (await gateway.payment(externalId)).ledger,
    /** How often RozetkaPay was asked for it, as its log says. */
    requests: async ({ externalId }: Sale, endpoint: string) =>
      (await gateway.requests({ endpoint, external_id: externalId })).length,
    /** An order whose money is held on the shopper's card. */
    held: (goods: Handle[] = ["sorochka-polissia"]) => byCard(CARDS, goods),
    /** The same, and the whole of it captured. */
    captured: async (goods: Handle[] = ["sorochka-polissia"]): Promise<Sale> => {
      const sale = await byCard(CARDS, goods)
      const answer = await admin.capture({ id: sale.paymentId })
      if (answer.status !== 200) throw new Error(`It was not captured: ${answer.text}`)
      // Its callback is heard, and what a test does next is not heard along with it.
      await gateway.quiet()
      return sale
    },
    /** A shirt of one seller and a mug of the other, paid by one card. */
    ofTwoSellers: () => byCard(SELLERS, ["sorochka-polissia", "gorniatko-karpaty"]),
    inParts: async (): Promise<Sale> => {
      const cart = await fillCart(["pled-hoverla"])
      const externalId = await startPaying(cart, PARTS, { bank: "monobank", parts: 4 })
      await banks.customerAgrees(externalId)
      return placed(cart.email, externalId)
    },
    /**
     * Money that the store can't explain: a part of the hold was let go in RozetkaPay's cabinet before
     * the store had heard that it was paid, so no order is worth what is left.
     *
     * @returns the payment's external id
     */
    unexplained: async (): Promise<string> => {
      const externalId = await startPaying(await fillCart(["med-lypovyi"]), CARDS)
      await gateway.callbacks("lose")
      await gateway.pay(externalId)
      await gateway.cabinet(externalId, "cancel", { amount: 100 })
      await gateway.quiet()
      await gateway.callbacks("normal")
      await gateway.sendCallbacks({ external_id: externalId })
      await gateway.quiet()
      return externalId
    },
    /** In RozetkaPay's cabinet; the store is not told. */
    changePassword: (password: string) =>
      ask(z.unknown(), `${store.sandbox}/sandbox/merchants/${MERCHANT.login}`, {
        method: "POST",
        body: { password },
      }),
    /** RozetkaPay's own reports and every payment are compared with the store, now. */
    reconcile: () =>
      store.api.post(z.unknown(), "/admin/workflows-executions/rozetkapay-reconcile/run", {
        input: { min_age_minutes: 0 },
      }),
  }
}

export type Sales = ReturnType<typeof salesOf>
