import { timeOfId } from "../time-of-id"

test("An id of Medusa's tells when it was made", () => {
  expect(timeOfId("payses_01ARYZ6S41TSV4RRFFQ69G5FAV")).toBe(1469918176385)
})

test.each([
  "payses_01",
  "order 7",
  "",
  "payses_01ARYZ6S41TSV4RRFFQ69G5FAVX",
  "a_01aryz6s41tsv4rrffq69g5fav",
])('An id that is not Medusa\'s tells nothing: "%s"', (id) => expect(timeOfId(id)).toBeNull())
