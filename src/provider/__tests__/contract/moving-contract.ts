import type { Movement } from "../../../core/due"
import { exceeds, isPositive, missing, moneyOf } from "../../../core/money"
import { ledgersOf } from "../../../core/reported-ledger"
import type { PaymentReference } from "../../payment-gateway"
import { AMOUNT, type ContractCase } from "./contract-case"
import { testIf } from "./test-if"

const PART = "449.50"
const REST = "800.49"
const SUM = { capture: "captured", cancel: "canceled", refund: "refunded" } as const

/** How the store moves money, and what the gateway's ledger shows of it. */
export const movingContract = (store: ContractCase): void => {
  const move = (movement: Movement, payment: PaymentReference, amount: string) =>
    store.gateway[movement](payment, moneyOf(amount, payment.currency))
  const done = async (movement: Movement, payment: PaymentReference, amount: string) =>
    expect(await move(movement, payment, amount)).toEqual({ is: "done" })

  const { holdsFirst, capturesInPart } = store.adapter.capabilities
  const testOfHolds = testIf(holdsFirst)

  describe("moving money", () => {
    testOfHolds("a hold is captured whole", async () => {
      const payment = await store.paid(true)
      await done("capture", payment, AMOUNT)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", "0.00"])
    })

    testOfHolds("of a hold a part is captured where the API can, and else nothing", async () => {
      const payment = await store.paid(true)
      if (!capturesInPart) {
        expect(await move("capture", payment, PART)).toMatchObject({ is: "refused" })
        expect(await store.sums(payment)).toEqual([AMOUNT, "0.00", "0.00", "0.00"])
        return
      }
      await done("capture", payment, PART)
      expect(await store.sums(payment)).toEqual([AMOUNT, PART, "0.00", "0.00"])
      await done("cancel", payment, REST)
      expect(await store.sums(payment)).toEqual([AMOUNT, PART, REST, "0.00"])
    })

    testOfHolds("a hold is canceled whole", async () => {
      const payment = await store.paid(true)
      await done("cancel", payment, AMOUNT)
      expect(await store.sums(payment)).toEqual([AMOUNT, "0.00", AMOUNT, "0.00"])
    })

    testOfHolds("a hold is canceled in part where the API can, and else not at all", async () => {
      const payment = await store.paid(true)
      const { is } = await move("cancel", payment, PART)
      const { cancelsInPart } = store.adapter.capabilities
      expect(is).toBe(cancelsInPart ? "done" : "refused")
      expect((await store.ledger(payment)).canceled).toBe(cancelsInPart ? PART : "0.00")
    })

    test("of a payment a part is refunded, and then the whole", async () => {
      const payment = await store.paid(false)
      await done("refund", payment, PART)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", PART])
      await done("refund", payment, REST)
      expect(await store.sums(payment)).toEqual([AMOUNT, AMOUNT, "0.00", AMOUNT])
    })

    const ofHolds: Movement[] = holdsFirst ? ["capture", "cancel"] : []
    test.each<{ movement: Movement; what: "request" | "answer" }>(
      [...ofHolds, "refund" as const].flatMap((movement) => [
        { movement, what: "request" },
        { movement, what: "answer" },
      ]),
    )("when the $what of a $movement is lost, what is still due arrives once", async ({
      movement,
      what,
    }) => {
      const payment = await store.paid(movement !== "refund")
      await store.harness.lose(what, movement)
      const { is } = await move(movement, payment, AMOUNT)
      const shown = (await store.ledger(payment))[SUM[movement]]
      // Never "done" before the ledger shows it, and never "refused" of what was carried out.
      if (is === "done") expect(shown).toBe(AMOUNT)
      else expect(["unknown", "unavailable", "pending"]).toContain(is)
      if (what === "answer") expect(isPositive(shown)).toBe(true)
      const all = moneyOf(AMOUNT, payment.currency).amount
      expect(exceeds(shown, all)).toBe(false)
      const due = missing(all, shown)
      if (isPositive(due)) await done(movement, payment, due)
      expect((await store.ledger(payment))[SUM[movement]]).toBe(AMOUNT)
    })

    test("the gateway's own report adds up to the same, under the store's ids", async () => {
      const held = holdsFirst ? await store.paid(true) : null
      const capturable = capturesInPart ? PART : AMOUNT
      if (held) await done("capture", held, capturable)
      const paid = await store.paid(false)
      await done("refund", paid, PART)
      const ledgers = ledgersOf(await store.gateway.operations(sinceYesterday()))
      if (held) {
        expect(ledgers.get(held.externalId)).toMatchObject({
          authorized: AMOUNT,
          captured: capturable,
        })
      }
      expect(ledgers.get(paid.externalId)).toMatchObject({ captured: AMOUNT, refunded: PART })
    })

    test("what staff want to know beside the sums charges nobody", async () => {
      const payment = await store.paid(false)
      const { operations } = await store.gateway.details(payment)
      expect(operations.length).toBeGreaterThan(0)
      for (const { operation, status } of operations) {
        expect([operation, status]).toEqual(["payment", "success"])
      }
    })
  })
}

const sinceYesterday = () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  return { from: day(1), to: day(0) }
}
