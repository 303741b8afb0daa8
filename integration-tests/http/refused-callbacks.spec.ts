import { setTimeout as pause } from "node:timers/promises"
import { gzipSync } from "node:zlib"
import { deliver, signature } from "../drivers/callback-signer"
import { type Checkout, openCheckout } from "../drivers/checkout"
import { send } from "../drivers/json-http"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

runStore("A store that anybody can post to", BOTH_KINDS, (store) => {
  const url = () => `${store.url}/hooks/rozetkapay/${ROZETKAPAY}`

  /** A payment that the gateway has captured and the store has not heard of yet, with its callback. */
  async function unheardPayment() {
    await store.gateway.callbacks("lose")
    const checkout = await openCheckout(store)
    await store.gateway.pay(checkout.externalId)
    const { body } = await store.gateway.newestCallback(checkout.externalId)
    return { checkout, body, asked: (await store.gateway.requests()).length }
  }

  /** Nothing read (the gateway was not asked) and nothing written. */
  async function expectUntouched({ checkout, asked }: { checkout: Checkout; asked: number }) {
    expect(await store.gateway.requests()).toHaveLength(asked)
    expect(await store.admin.ordersOf(checkout.cart)).toEqual([])
    expect(await store.shopper.sessions(checkout.cart)).toEqual([checkout.session])
  }

  it("refuses callbacks without a signature, with a wrong one, or signed by somebody else", async () => {
    const unheard = await unheardPayment()
    const { body } = unheard
    const right = signature(body, MERCHANT.password)
    const wrong = [
      undefined,
      "",
      "not a signature",
      right.slice(0, -2),
      `${right}A`,
      right.toLowerCase(),
      signature(body, `${MERCHANT.password} `),
      signature(body, "another-password"),
      signature(`${body} `, MERCHANT.password),
      signature("", MERCHANT.password),
    ]
    for (const one of wrong) {
      const answer = await deliver(url(), body, { signature: one })
      expect([one, answer.status]).toEqual([one, 401])
      expect(answer.text).not.toContain(MERCHANT.password)
    }
    await expectUntouched(unheard)
  })

  it("refuses a body that was changed on its way", async () => {
    const unheard = await unheardPayment()
    const changed = unheard.body.replaceAll("1319.99", "1319.98")
    const signed = { signature: signature(unheard.body, MERCHANT.password) }
    expect((await deliver(url(), changed, signed)).status).toBe(401)
    await expectUntouched(unheard)
  })

  it("refuses wrong signatures at Medusa's own webhook route too", async () => {
    const unheard = await unheardPayment()
    await deliver(`${store.url}/hooks/payment/rozetkapay_rozetkapay`, unheard.body, {
      signature: signature(unheard.body, "another-password"),
    })
    // Medusa's own route waits five seconds before it looks at a callback.
    await pause(6_000)
    await expectUntouched(unheard)
  })

  it("answers 404 for a provider that the store does not have", async () => {
    const unheard = await unheardPayment()
    const signed = { signature: signature(unheard.body, MERCHANT.password) }
    for (const id of [
      "nobody",
      "stripe",
      "pp_system_default",
      "pp_rozetkapay_other",
      "%2e%2e",
      "__proto__",
    ]) {
      const answer = await deliver(`${store.url}/hooks/rozetkapay/${id}`, unheard.body, signed)
      expect([id, answer.status]).toEqual([id, 404])
    }
    await expectUntouched(unheard)
  })

  it("answers 400 to what is not JSON, however well it is signed", async () => {
    const unheard = await unheardPayment()
    for (const junk of ["", "hello", "{", `${unheard.body},`, "\u0000", "external_id=1"]) {
      const answer = await deliver(url(), junk, { signature: signature(junk, MERCHANT.password) })
      expect([junk, answer.status]).toEqual([junk, 400])
    }
    await expectUntouched(unheard)
  })

  it("does not stumble over JSON that is no callback", async () => {
    const unheard = await unheardPayment()
    const odd = ["null", "[]", "{}", "1", '"x"', '{"external_id":7}', '{"external_id":null}']
    for (const json of odd) {
      const answer = await deliver(url(), json, { signature: signature(json, MERCHANT.password) })
      expect(answer.status).toBeLessThan(500)
    }
    await expectUntouched(unheard)
  })

  it("answers 413 to a body that no callback can have", async () => {
    const unheard = await unheardPayment()
    const huge = JSON.stringify({
      external_id: unheard.checkout.externalId,
      x: "x".repeat(5_000_000),
    })
    const answer = await deliver(url(), huge, { signature: signature(huge, MERCHANT.password) })
    expect(answer.status).toBe(413)
    await expectUntouched(unheard)
  })

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
  ])("checks the signature over the same bytes when they come as %s", async (contentType) => {
    const unheard = await unheardPayment()
    const unsigned = await deliver(url(), unheard.body, { contentType })
    expect(unsigned.status).toBe(401)
    await expectUntouched(unheard)
    const signed = await deliver(url(), unheard.body, {
      contentType,
      signature: signature(unheard.body, MERCHANT.password),
    })
    expect(signed.status).toBe(200)
    expect(await store.admin.ordersOf(unheard.checkout.cart)).toHaveLength(1)
  })

  it("takes a callback whose JSON is spaced and ordered like no serialiser writes it", async () => {
    const { checkout, body } = await unheardPayment()
    const odd = ` \n${body.replace("{", '{ "новe": "поле" ,\t')} \n`
    const answer = await deliver(url(), odd, { signature: signature(odd, MERCHANT.password) })
    expect(answer.status).toBe(200)
    expect(await store.admin.ordersOf(checkout.cart)).toHaveLength(1)
  })

  it("refuses compressed bodies, which no callback is", async () => {
    const unheard = await unheardPayment()
    const packed = gzipSync(unheard.body)
    const answer = await send(url(), {
      method: "POST",
      raw: new Uint8Array(packed),
      headers: {
        "content-type": "application/json",
        "content-encoding": "gzip",
        "x-rozetkapay-signature": signature(packed, MERCHANT.password),
      },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    await expectUntouched(unheard)
  })
})
