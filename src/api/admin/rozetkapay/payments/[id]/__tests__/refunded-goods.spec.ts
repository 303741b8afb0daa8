import { areLeft } from "../refunded-goods"

const SOLD = [
  { id: "socks", quantity: 2 },
  { id: "cheese", quantity: 0.3 },
]
const of = (item_id: string, quantity: number) => ({ item_id, quantity })

describe("the goods of a refund", () => {
  test("are of what was sold, and no more than earlier refunds have left of it", () => {
    expect(areLeft([of("socks", 2)], [], SOLD)).toBe(true)
    expect(areLeft([of("socks", 1)], [of("socks", 1), of("cheese", 0.3)], SOLD)).toBe(true)
    expect(areLeft([of("socks", 1)], [of("socks", 2)], SOLD)).toBe(false)
    expect(areLeft([of("socks", 1), of("socks", 1)], [of("socks", 1)], SOLD)).toBe(false)
    expect(areLeft([of("shirt", 1)], [], SOLD)).toBe(false)
  })

  test("are counted as decimals: three tenths are what a tenth and two tenths are", () => {
    expect(areLeft([of("cheese", 0.2)], [of("cheese", 0.1)], SOLD)).toBe(true)
    expect(areLeft([of("cheese", 0.2)], [of("cheese", 0.11)], SOLD)).toBe(false)
  })
})
