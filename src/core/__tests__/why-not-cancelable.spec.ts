import { whyNotCancelable } from "../why-not-cancelable"
import { someGatewayLedger, uah } from "./random-ledgers"

describe("whether the rest of a hold can be canceled", () => {
  test("the rest of a partly captured hold can, also when it was canceled already", () => {
    expect(whyNotCancelable(someGatewayLedger({ authorized: "100", captured: "60" }))).toBeNull()
    const canceled = { authorized: "100", captured: "60", canceled: "40" }
    expect(whyNotCancelable(someGatewayLedger(canceled))).toBeNull()
  })

  test.each([
    ["a hold of which nothing was captured", { authorized: "100" }, /cancel the order/],
    ["a hold that is captured whole", { authorized: "100", captured: "100" }, /Nothing is held/],
    ["a hold that is gone whole", { authorized: "100", canceled: "100" }, /Nothing is held/],
    ["a payment that nobody has paid", {}, /Nothing is held/],
    ["an answer that can't be counted", { unclear: "it is paid, but not how much" }, /understood/],
  ])("%s can not, and says why", (_, sums, sentence) => {
    expect(whyNotCancelable(someGatewayLedger(sums))).toMatch(sentence)
  })

  test("nothing is canceled beside a capture that RozetkaPay still works on", () => {
    const ledger = someGatewayLedger({ authorized: "100", captured: "60" })
    const underWay = { capture: uah("20"), cancel: uah("0") }
    expect(whyNotCancelable({ ...ledger, underWay })).toMatch(/still working on a capture/)
  })
})
