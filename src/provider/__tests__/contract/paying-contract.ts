import { RozetkaPayError } from "../../../rozetkapay/errors"
import { AMOUNT, type ContractCase } from "./contract-case"
import { testIf } from "./test-if"

/** How a payment begins, and when it counts as paid. */
export const payingContract = (store: ContractCase): void => {
  describe("paying", () => {
    test("a payment that was started sends the shopper on, and nothing is paid yet", async () => {
      const payment = store.newPayment(false)
      const { checkoutUrl, decline } = await store.gateway.start(payment)
      expect(checkoutUrl).toMatch(/^https?:\/\//)
      expect(decline).toBeNull()
      expect(await store.ledger(payment)).toMatchObject({
        authorized: "0.00",
        captured: "0.00",
        unclear: null,
      })
    })

    test("a payment that nobody has started is nothing, and no error", async () => {
      expect(await store.ledger(store.newPayment(false))).toMatchObject({
        authorized: "0.00",
        unclear: null,
        pending: false,
      })
    })

    test.each([
      AMOUNT,
      "10.10",
    ])("%s paid in one step is captured, to the kopiyka", async (amount) => {
      const payment = await store.paid(false, amount)
      expect(await store.sums(payment)).toEqual([amount, amount, "0.00", "0.00"])
    })

    const testOfHolds = testIf(store.adapter.capabilities.holdsFirst)
    testOfHolds("paid in two steps the money is only held", async () => {
      const payment = await store.paid(true)
      expect(await store.sums(payment)).toEqual([AMOUNT, "0.00", "0.00", "0.00"])
    })

    const testWithoutHolds = testIf(!store.adapter.capabilities.holdsFirst)
    testWithoutHolds("an API without holds captures, whatever is asked for", async () => {
      const payment = await store.paid(true)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", "0.00"])
    })

    test("a refusal is no money and says why; afterwards the same payment can be paid", async () => {
      const payment = store.newPayment(false)
      await store.gateway.start(payment)
      await store.harness.decline(payment.externalId)
      const refused = await store.ledger(payment)
      expect(refused).toMatchObject({ authorized: "0.00", captured: "0.00", pending: false })
      expect(refused.decline?.code).toEqual(expect.any(String))
      await store.gateway.start(payment)
      await store.harness.pay(payment.externalId)
      expect(await store.ledger(payment)).toMatchObject({ captured: AMOUNT, decline: null })
    })

    test("a payment that is started twice is one payment", async () => {
      const payment = store.newPayment(false)
      await store.gateway.start(payment)
      await store.gateway.start(payment)
      await store.harness.pay(payment.externalId)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", "0.00"])
    })

    test("a paid payment can't be paid again by starting it once more", async () => {
      const payment = await store.paid(false)
      await store.gateway.start(payment).catch(onlyRozetkaPay)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", "0.00"])
    })

    test.each([
      "request",
      "answer",
    ] as const)("when the %s of a start is lost, it is started again and paid once", async (what) => {
      const payment = store.newPayment(false)
      await store.harness.lose(what, "start")
      await store.gateway.start(payment).catch(onlyRozetkaPay)
      expect(await store.sums(payment)).toEqual(["0.00", "0.00", "0.00", "0.00"])
      const { checkoutUrl } = await store.gateway.start(payment)
      expect(checkoutUrl).toMatch(/^https?:\/\//)
      await store.harness.pay(payment.externalId)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", "0.00"])
    })
  })
}

/** The one error that the port throws: it says whether anything may have been done. */
const onlyRozetkaPay = (error: unknown): void => {
  expect(error).toBeInstanceOf(RozetkaPayError)
}
