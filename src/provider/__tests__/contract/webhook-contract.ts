import { AMOUNT, type ContractCase } from "./contract-case"
import type { RawWebhook } from "./harness"

/** What the gateway tells the store by itself, and when it is believed. */
export const webhookContract = (store: ContractCase): void => {
  const one = async (): Promise<RawWebhook> => {
    const { externalId } = await store.paid(false)
    const [webhook] = await store.harness.webhooks(externalId)
    if (!webhook) throw new Error("The gateway has told nothing of a paid payment")
    return webhook
  }

  describe("webhooks", () => {
    test("a genuine one names the payment by the store's own id", async () => {
      const payment = await store.paid(false)
      const webhooks = await store.harness.webhooks(payment.externalId)
      expect(webhooks.map((webhook) => store.isGenuine(webhook))).not.toContain(false)
      const ids = store.read(webhooks).map(({ externalId }) => externalId)
      expect([...new Set(ids)]).toEqual([payment.externalId])
    })

    test("it is as good as the gateway's answer, which may lag behind", async () => {
      for (const twoStep of store.adapter.capabilities.holdsFirst ? [false, true] : [false]) {
        const { payment, events } = await store.toldOfUnpaid(twoStep)
        const captured = twoStep ? "0.00" : AMOUNT
        expect(await store.sums(payment, events)).toEqual([AMOUNT, captured, "0.00", "0.00"])
      }
    })

    test("told again, however often, it counts once", async () => {
      const payment = await store.paid(false)
      const told = store.read(await store.harness.webhooks(payment.externalId))
      expect(await store.sums(payment, [...told, ...told, ...told])).toEqual([
        AMOUNT,
        AMOUNT,
        "0.00",
        "0.00",
      ])
      await store.harness.reset()
      store.restart()
      await store.gateway.start(payment)
      expect((await store.ledger(payment, [...told, ...told])).captured).toBe(AMOUNT)
    })

    test("one that was signed with another secret is not genuine", async () => {
      const forged = store.harness.retold(await one(), (body) => body, "another secret")
      expect(store.isGenuine(forged)).toBe(false)
    })

    test("one that was changed on its way is not genuine, nor is one without a signature", async () => {
      const { rawBody, headers } = await one()
      const changed = Buffer.from(rawBody)
      const middle = Math.floor(changed.length / 2)
      changed[middle] = changed[middle] === 0x41 ? 0x42 : 0x41
      expect(store.isGenuine({ rawBody: changed, headers })).toBe(false)
      expect(store.isGenuine({ rawBody: Buffer.alloc(0), headers })).toBe(false)
      expect(store.isGenuine({ rawBody: Buffer.from('{"paid":true}'), headers: {} })).toBe(false)
    })

    test("a status that nobody knows is not yet, and never paid", async () => {
      const { payment, events } = await store.toldOfUnpaid(false, store.harness.withUnknownStatus)
      expect(await store.sums(payment, events)).toEqual(["0.00", "0.00", "0.00", "0.00"])
    })

    test("money of an unknown amount is unclear: no sum means anything", async () => {
      const { payment, events } = await store.toldOfUnpaid(false, store.harness.withoutAmount)
      const { unclear, authorized, captured } = await store.ledger(payment, events)
      expect(unclear).toEqual(expect.any(String))
      expect([authorized, captured]).toEqual(["0.00", "0.00"])
    })

    test("the gateway can be asked to tell once more", async () => {
      const { externalId } = await store.paid(false)
      // Some know a payment only by what they have read in the report.
      await store.gateway.operations(today())
      await store.gateway.resendCallback(externalId)
      expect(await store.harness.timesAskedAgain()).toBeGreaterThan(0)
    })
  })
}

const today = () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  return { from: day(1), to: day(0) }
}
