import { createCipheriv, hkdfSync } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Customer } from "../drivers/customer"
import type { Cart } from "../drivers/shopper"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

const SESSIONS = "payment_collection.payment_sessions"
const SEALED = /sealed|v[12]\.[\w-]{20}/

/** As version 1 sealed a consent, in the metadata of the customer's own account holder. */
const earlierConsent = (customerId: string, recurrentId: string) => {
  const key = hkdfSync("sha256", MERCHANT.password, ROZETKAPAY, "rozetkapay consent v1", 32)
  const iv = Buffer.alloc(12, 7)
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key), iv)
  cipher.setAAD(Buffer.from(JSON.stringify([customerId, "UAH"])))
  const text = Buffer.concat([cipher.update(recurrentId, "utf8"), cipher.final()])
  const sealed = `v1.${Buffer.concat([iv, text, cipher.getAuthTag()]).toString("base64url")}`
  const given_at = "2026-01-01T00:00:00.000Z"
  return { rozetkapay_consent: { sealed, given_at, mask: null, currency: "UAH" } }
}

runStore("A sealed consent", BOTH_KINDS, (store) => {
  const remembered = async () => {
    const customer = await Customer.register(store)
    const cart = await customer.fillCart()
    const session = await customer.openSession(cart, ROZETKAPAY, { remember: true })
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    expect(await customer.consent(ROZETKAPAY)).toMatchObject({ given: true })
    const all = await store.gateway.recurrents()
    const id = all.find(({ external_id }) => external_id === session.id)?.recurrent_id
    return { customer, cart, recurrentId: String(id) }
  }

  /** Everything of a customer and their carts that the Store API shows to who asks for all of it. */
  const shownTo = async (customer: Customer, ...carts: Cart[]): Promise<string> => {
    const paths = [
      "/store/customers/me?fields=*account_holders",
      "/store/customers/me?fields=+account_holders.metadata,+account_holders.data",
      ...carts.flatMap(({ id, collectionId }) => [
        `/store/carts/${id}?fields=*${SESSIONS}`,
        `/store/carts/${id}?fields=+${SESSIONS}.context,*customer.account_holders`,
        `/store/payment-collections/${collectionId}?fields=*payment_sessions,+payment_sessions.context`,
      ]),
      "/store/orders?fields=*payment_collections.payment_sessions,*payment_collections.payments",
    ]
    const answers = await Promise.all(paths.map((path) => customer.see(path)))
    return answers.map(({ text }) => text).join("\n")
  }

  it("can be read by nobody through the Store API, also after the next payment was started", async () => {
    const { customer, cart } = await remembered()
    const next = await customer.fillCart()
    await customer.openSession(next, ROZETKAPAY)
    const shown = await shownTo(customer, cart, next)
    // What could show it is shown.
    expect(shown).toContain("account_holder")
    expect(shown).not.toMatch(SEALED)
    await customer.openSession(next, ROZETKAPAY, { off_session: true })
    expect((await customer.complete(next)).order?.total).toBe(1319.99)
  })

  it("of an earlier version is charged still, and gone from everything that shows it", async () => {
    const { customer, cart, recurrentId } = await remembered()
    const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await database("account_holder").where("external_id", "like", "rozetkapay_consent:%").delete()
    await database("account_holder")
      .where({ external_id: customer.id })
      .update({ metadata: JSON.stringify(earlierConsent(customer.id, recurrentId)) })
    const next = await customer.fillCart()
    await customer.openSession(next, ROZETKAPAY)
    expect(await shownTo(customer, cart, next)).toMatch(SEALED)

    await customer.openSession(next, ROZETKAPAY, { off_session: true })
    expect((await customer.complete(next)).order?.total).toBe(1319.99)
    expect(await shownTo(customer, cart, next)).not.toMatch(SEALED)
    expect(await customer.consent(ROZETKAPAY)).toMatchObject({ given: true })
  })
})
