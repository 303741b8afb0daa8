import { whyNotReleasable } from "../why-not-cancelable"
import { gatewayBook, uah } from "./random-ledgers"

describe("whether the rest of a hold can be released", () => {
  test("the rest of a partly captured hold can, also when it was released already", () => {
    expect(whyNotReleasable(gatewayBook({ authorized: "100", taken: "60" }))).toBeNull()
    const released = { authorized: "100", taken: "60", released: "40" }
    expect(whyNotReleasable(gatewayBook(released))).toBeNull()
  })

  test.each([
    ["a hold of which nothing was captured", { authorized: "100" }, /cancel the order/],
    ["a hold that is captured whole", { authorized: "100", taken: "100" }, /Nothing is held/],
    ["a hold that is gone whole", { authorized: "100", released: "100" }, /Nothing is held/],
    ["a payment that nobody has paid", {}, /Nothing is held/],
    ["an answer that can't be counted", { unclear: "it is paid, but not how much" }, /understood/],
  ])("%s can not, and says why", (_, sums, sentence) => {
    expect(whyNotReleasable(gatewayBook(sums))).toMatch(sentence)
  })

  test("nothing is released beside a capture that RozetkaPay still works on", () => {
    const book = gatewayBook({ authorized: "100", taken: "60" })
    const underWay = { take: uah("20"), release: uah("0") }
    expect(whyNotReleasable({ ...book, underWay })).toMatch(/still working on a capture/)
  })
})
