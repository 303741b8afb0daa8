import { type AdminApi, adminApi, type PaymentLink } from "./admin-api"
import { DemoFailure } from "./failure"
import type { PurchaseInput } from "./purchase"
import { DEMO_CUSTOMER, SAMPLE_ADDRESS } from "./sample-shopper"
import { step } from "./steps"
import { storeApi } from "./store-api"

/** Writes down what the demo's customer ordered by telephone, and answers the link by which they pay it. */
export async function orderByTelephone(
  input: Pick<PurchaseInput, "backend" | "publishableKey" | "regionId" | "admin">,
): Promise<PaymentLink> {
  return step(
    "Order by telephone, and its payment link",
    async () => {
      const admin = await adminApi(input.backend, input.admin)
      return admin.paymentLink(await placeOrder(admin, input))
    },
    ({ amount }) => `asks for ${Number(amount).toFixed(2)} UAH`,
  )
}

async function placeOrder(
  admin: AdminApi,
  { backend, publishableKey, regionId }: Parameters<typeof orderByTelephone>[0],
): Promise<string> {
  const products = await storeApi(backend, publishableKey).products()
  const blanket = products.find(({ handle }) => handle === "pled-hoverla")?.variants[0]
  if (!blanket) {
    throw new DemoFailure("The store has no blanket", "Remove .demo and start again.")
  }
  const { email, first_name, last_name } = DEMO_CUSTOMER
  const address = { ...SAMPLE_ADDRESS, first_name, last_name }
  return admin.orderByTelephone({
    region_id: regionId,
    email,
    shipping_address: address,
    billing_address: address,
    items: [{ variant_id: blanket.id, quantity: 1 }],
  })
}
