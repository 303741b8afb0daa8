import { placeOrder } from "../drivers/checkout"
import { decimal, sum } from "../drivers/kopiykas"
import { endsOf, orderPage } from "../drivers/order-page"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

const STAFF = { is: "admin", name: "admin@example.com" }

runStore("Staff on the page of an order that was paid in any way", everyKind(), (store) => {
  const page = () => orderPage(store.admin.api)
  const paymentOf = async ({ id }: { id: string }) => {
    const [payment, ...others] = (await page().orderPayments(id)).payments
    if (!payment || others.length > 0) throw new Error("The page does not show one payment")
    return payment
  }

  it.each(
    KINDS,
  )("$title: moves a part, once from two windows, and sees by whom each movement was", async (kind) => {
    const { order } = await placeOrder(store, kind)
    const before = await paymentOf(order)
    const id = before.payment_id
    expect(before).toMatchObject({ agreement: { is: "agrees" }, store: { authorized: kind.total } })
    expect(before.hold_until).toEqual(kind.capture ? null : expect.any(String))
    const moves: [string, string, object][] = []
    if (!kind.capture) {
      const body = { amount: "400.00", seen: { captured: "0.00" } }
      const presses = [body, body].map((one) => page().capture(id, one))
      expect(endsOf(await Promise.allSettled(presses))).toEqual([200, "409 moved_meanwhile"])
      moves.push(["capture", "400.00", STAFF])
    }
    const body = { amount: "30.00", seen: { refunded: "0.00" } }
    const presses = [body, body].map((one) => page().refund(id, one))
    expect(endsOf(await Promise.allSettled(presses))).toEqual([200, "409 moved_meanwhile"])
    moves.push(["refund", "30.00", STAFF])

    await store.gateway.quiet()
    const after = await paymentOf(order)
    const captured = kind.capture ? kind.total : "400.00"
    expect(after).toMatchObject({
      agreement: { is: "agrees" },
      store: { captured, refunded: "30.00" },
    })
    expect(movementsIn(after.timeline)).toEqual(moves)
    if (kind.orders === 1) {
      expect(after.sellers).toBeNull()
      expect(after.actions.refund_by_seller).toEqual({ is: false, why: "no_sellers" })
      return
    }
    expect(sum((after.sellers ?? []).map((seller) => seller.captured))).toBe(sum([captured]))
    const late = { sellers: { taras: "1.00" }, seen: { refunded: "0.00" }, note: "By seller" }
    await expect(page().refundBySeller(id, late)).rejects.toMatchObject({
      status: 409,
      code: "moved_meanwhile",
    })
    const again = { ...late, seen: { refunded: "30.00" } }
    const both = [again, again].map((one) => page().refundBySeller(id, one))
    expect(endsOf(await Promise.allSettled(both))).toEqual([200, "409 moved_meanwhile"])
    expect((await paymentOf(order)).timeline[0]).toMatchObject({ by: STAFF, note: "By seller" })
  })

  /** Of several sellers' orders, a movement is one for each: what was moved so by one person at once. */
  const movementsIn = (timeline: { kind: string; amount: string | null; by: object }[]) => {
    const kinds = ["capture", "refund"]
    return kinds.flatMap((kind) => {
      const own = timeline.filter((entry) => entry.kind === kind)
      const [first] = own
      if (!first) return []
      expect(own.map(({ by }) => by)).toEqual(own.map(() => first.by))
      const total = sum(own.map(({ amount }) => amount ?? "0"))
      return [[kind, decimal(total), first.by]]
    })
  }
})
