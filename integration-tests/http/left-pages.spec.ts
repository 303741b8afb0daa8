import { generateEntityId } from "@medusajs/framework/utils"
import { comeBack, openCheckout } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { send } from "../drivers/json-http"
import { plus } from "../drivers/kopiykas"
import { Shopper } from "../drivers/shopper"
import { witnessOf } from "../drivers/witness"
import { AT_ONCE_KINDS, everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import { PRICES } from "../setup/seed-store"
import { ROZETKAPAY } from "../setup/store"

runStore(
  "A shopper at a page of RozetkaPay's that the store may have left",
  everyKind(),
  (store) => {
    const witness = witnessOf(store)

    /** Where the browser ends, after the pages on which it waits. */
    const endsAt = (externalId: string): Promise<URL> =>
      eventually("the browser is sent on", async () => {
        const address = await comeBack(store, { externalId })
        return address.pathname.includes("/waiting/") ? null : address
      })

    describe.each(KINDS)("$title", ({ provider, goods, total, backIn }) => {
      it("is told that the money goes back before RozetkaPay calls, and led to the order once there is one", async () => {
        await store.gateway.callbacks("lose")
        const first = await openCheckout(store, { provider, goods })
        const { cart } = first
        await store.shopper.addToCart(cart, "socks")
        const second = await store.shopper.openSession(cart, provider)
        await store.shopper.addToCart(cart, "socks")
        const third = await store.shopper.openSession(cart, provider)
        expect((await store.shopper.sessions(cart)).map(({ id }) => id)).toEqual([third.id])

        expect((await endsAt(first.externalId)).searchParams.get("payment_error")).toBe("unpaid")
        await store.gateway.pay(first.externalId)
        const back = await endsAt(first.externalId)
        expect([back.pathname, back.search]).toEqual([
          "/ua/checkout",
          "?step=payment&payment_error=returned",
        ])
        const paid = await store.gateway.payment(first.externalId)
        expect(paid.ledger[backIn]).toBe(total)
        expect(await witness.hears("rozetkapay.payment.returned", first.externalId)).toMatchObject({
          reason: "orphaned",
        })

        await store.gateway.pay(third.id)
        const placed = await endsAt(third.id)
        const order = await store.admin.theOrderOf(cart)
        expect(placed.pathname).toContain(order.id)
        // Nothing is to be paid any more, and whoever has paid all the same sees their order.
        expect((await endsAt(second.id)).href).toBe(placed.href)
        await store.gateway.pay(second.id)
        for (const late of [second.id, first.externalId, second.id]) {
          expect((await endsAt(late)).href).toBe(`${placed.href}?payment_error=paid_otherwise`)
        }
        const late = await store.gateway.payment(second.id)
        expect(late.ledger[backIn]).toBe(plus(total, PRICES.socks))
      })
    })

    it.each(AT_ONCE_KINDS)("reads English on the page when their browser does: $title", async ({
      provider,
      goods,
    }) => {
      const shopper = new Shopper(store.url, store.seed, { "accept-language": "en-GB,en;q=0.9" })
      const session = await shopper.openSession(await shopper.fillCart(goods), provider)
      const page = await send(String(session.data.checkout_url), {
        headers: { "accept-language": "uk" },
      })
      const { headers, text } = page
      const shown = headers.get("location")
        ? (
            await send(
              new URL(headers.get("location") ?? "", String(session.data.checkout_url)).href,
            )
          ).text
        : text
      expect(shown).toContain('<html lang="en"')
    })

    it("has RozetkaPay asked nothing by ids that the store has never opened a page for", async () => {
      const { externalId, cart } = await openCheckout(store)
      await store.shopper.addToCart(cart, "socks")
      const before = await store.gateway.requests()
      const invented = generateEntityId(undefined, "payses")
      const asked = `${store.url}/hooks/rozetkapay/${ROZETKAPAY}/return/${invented}`
      const { headers } = await store.shopper.comesBack(asked)
      expect(headers.get("location")).toContain("payment_error=unknown_session")
      // A page of one provider's is none of another's.
      const [, other] = AT_ONCE_KINDS
      const elsewhere = `${store.url}/hooks/rozetkapay/${other?.provider}/return/${externalId}`
      const answer = await store.shopper.comesBack(elsewhere)
      expect(answer.headers.get("location")).toContain("payment_error=unknown_session")
      expect(await store.gateway.requests()).toHaveLength(before.length)
    })
  },
)
