import { externalId } from "../external-id"
import { amountOf } from "../money"
import { isPaidAs } from "../paid-order"

const part = (order: string, amount: string) => ({
  externalId: externalId(order),
  amount: amountOf(amount, "UAH"),
})
const paid = (order: string, authorized: string) => ({
  externalId: externalId(order),
  authorized: amountOf(authorized, "UAH"),
})

const split = [part("s-books", "10.00"), part("s-toys", "5.50")]

test.each([
  ["paid as it is split", [paid("s-toys", "5.50"), paid("s-books", "10.00")], true],
  ["an amount written otherwise", [paid("s-toys", "5.5"), paid("s-books", "10")], true],
  ["one seller gets another's kopiyka", [paid("s-toys", "5.51"), paid("s-books", "9.99")], false],
  ["the sellers' parts are swapped", [paid("s-toys", "10.00"), paid("s-books", "5.50")], false],
  ["a seller is not paid", [paid("s-books", "10.00"), paid("s-toys", "0.00")], false],
  ["a seller of no line is paid", [...split.map(toPaid), paid("s-cups", "1.00")], false],
  ["an opened order of nobody was not paid", [...split.map(toPaid), paid("s-cups", "0.00")], true],
  ["the gateway shows no orders", [], false],
])("%s", (_, orders, expected) => {
  expect(isPaidAs(split, orders)).toBe(expected)
})

function toPaid({ externalId, amount }: ReturnType<typeof part>) {
  return { externalId, authorized: amount }
}
