import type { Operation } from "../operation"
import { amountPaid, attemptsOf, latestOf } from "../same-operation"

const told = (fields: Partial<Operation>): Operation => ({
  kind: "refund",
  id: null,
  transaction: null,
  status: "success",
  amount: "10",
  currency: "UAH",
  ...fields,
})
const pending = (fields: Partial<Operation>) => told({ status: "pending", ...fields })
const failed = (fields: Partial<Operation>) => told({ status: "failure", ...fields })
const counted = (...operations: Operation[]) => latestOf(operations).map(({ status }) => status)

describe("An operation that is told of more than once", () => {
  test("is counted once by its id, with its final word in whatever order they come", () => {
    expect(counted(pending({ id: "1" }), told({ id: "1" }))).toEqual(["success"])
    expect(counted(told({ id: "1" }), pending({ id: "1" }))).toEqual(["success"])
    expect(counted(told({ id: "1" }), failed({ id: "1" }))).toEqual(["success"])
    expect(counted(pending({ id: "1" }), pending({ id: "1" }))).toEqual(["pending"])
  })

  test("is another by another id, in the order in which they were heard of", () => {
    const [one, two] = [pending({ id: "1" }), told({ id: "2" })]
    expect(latestOf([one, two, failed({ id: "1" })])).toEqual([failed({ id: "1" }), two])
  })

  test("is known by its transaction where an id is missing, first or last", () => {
    expect(counted(pending({ transaction: "t" }), told({ transaction: "t" }))).toEqual(["success"])
    expect(counted(pending({ transaction: "t" }), told({ id: "1", transaction: "t" }))).toEqual([
      "success",
    ])
    expect(counted(pending({ id: "1", transaction: "t" }), told({ transaction: "t" }))).toEqual([
      "success",
    ])
  })

  test("is not another of the same transaction: several may share one", () => {
    const both = [told({ id: "1", transaction: "t" }), told({ id: "2", transaction: "t" })]
    expect(latestOf(both)).toEqual(both)
    expect(counted(...both, pending({ transaction: "t" }))).toEqual(["success", "success"])
    expect(
      counted(
        failed({ id: "1", transaction: "t" }),
        told({ transaction: "t" }),
        told({ id: "2", transaction: "t" }),
      ),
    ).toHaveLength(2)
  })

  test("may be the same where one is named by its id alone, another by its transaction alone, of one amount", () => {
    expect(counted(pending({ id: "1" }), told({ transaction: "t" }))).toEqual(["success"])
    expect(counted(pending({ transaction: "t" }), told({ id: "1" }))).toEqual(["success"])
    expect(counted(pending({ id: "1" }), told({ transaction: "t", amount: "20" }))).toHaveLength(2)
  })

  test("is another when nothing names it, or it is named as fully", () => {
    expect(counted(told({}), told({}))).toHaveLength(2)
    expect(counted(told({ id: "1" }), told({}))).toHaveLength(2)
    expect(counted(told({ transaction: "t" }), told({}))).toHaveLength(2)
    expect(counted(told({}), told({ id: "1" }))).toHaveLength(2)
    expect(counted(told({ id: "1" }), told({ id: "2" }))).toHaveLength(2)
    expect(counted(told({ transaction: "t" }), told({ transaction: "u" }))).toHaveLength(2)
    expect(counted(told({ id: "1", transaction: "t" }), told({ id: "2" }))).toHaveLength(2)
    expect(counted(told({ id: "1", transaction: "t" }), told({ transaction: "u" }))).toHaveLength(2)
    expect(counted(told({ id: "1" }), told({ id: "2", transaction: "t" }))).toHaveLength(2)
  })

  test("is known by both names once both were told", () => {
    const words = [pending({ id: "1" }), pending({ transaction: "t" }), told({ transaction: "t" })]
    expect(counted(...words)).toEqual(["success"])
    expect(counted(...words, failed({ id: "1" }))).toEqual(["success"])
    const later = [pending({ transaction: "t" }), pending({ id: "1" }), told({ id: "1" })]
    expect(counted(...later)).toEqual(["success"])
  })
})

describe("Attempts that share an id, as the legacy API's do", () => {
  test("are paid by the one that succeeded, whatever was refused before or after", () => {
    const tries = [failed({ id: "1" }), told({ id: "1" }), failed({ id: "1" })]
    expect(attemptsOf(tries)).toEqual([told({ id: "1" })])
    expect(latestOf(tries)).toEqual([failed({ id: "1" })])
  })

  test("are what was said last while none succeeded", () => {
    expect(attemptsOf([pending({ id: "1" }), failed({ id: "1" })])).toEqual([failed({ id: "1" })])
  })
})

describe("What was paid, by several reports of it,", () => {
  test("is the most that one of them says", () => {
    expect(amountPaid([told({}), told({ amount: "30" }), told({ amount: "20" })], "UAH")).toBe(
      "30.00",
    )
    expect(amountPaid([told({ amount: null }), told({})], "UAH")).toBe("10.00")
  })

  test("is not known when none of them says", () => {
    expect(amountPaid([], "UAH")).toBeNull()
    expect(amountPaid([told({ amount: null })], "UAH")).toBeNull()
  })
})
