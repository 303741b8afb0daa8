import { readExportQuery, readListQuery } from "../read-payments-query"

const refusal = (query: object): string => {
  try {
    readListQuery(query)
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`
  }
  throw new Error("It was understood")
}

describe("what staff look for among the payments", () => {
  test("is all of them, fifty on a page, when nothing is said", () => {
    expect(readListQuery({})).toEqual({ offset: 0, limit: 50, filter: {} })
  })

  test("may be said by all filters at once, and the export takes the same without pages", () => {
    const filter = {
      q: "1234",
      state: "partly_refunded",
      provider_id: "pp_rozetkapay_main",
      from: "2024-02-29",
      to: "2024-03-01",
    }
    const told = { ...filter, q: " 1234 ", offset: "200", limit: "100" }
    expect(readListQuery(told)).toEqual({ offset: 200, limit: 100, filter })
    expect(readExportQuery(filter)).toEqual(filter)
    expect(() => readExportQuery(told)).toThrow(/offset, limit/)
  })

  test.each([
    [{ state: "paid" }, "state"],
    [{ from: "2026-02-29" }, "from"],
    [{ from: "0000-01-01" }, "from"],
    [{ to: "9999-12-31" }, "to"],
    [{ to: "26.11.2026" }, "to"],
    [{ from: "2026-11-27", to: "2026-11-26" }, "from"],
    [{ limit: "101" }, "limit"],
    [{ limit: "0" }, "limit"],
    [{ limit: "1e2" }, "limit"],
    [{ offset: "-1" }, "offset"],
    [{ offset: "99999999" }, "offset"],
    [{ provider_id: "a b" }, "provider_id"],
    [{ q: "a\0b" }, "q"],
    [{ q: ["a", "b"] }, "q"],
    [{ q: "x".repeat(201) }, "q"],
    [{ status: "held", page: "2" }, "status, page"],
  ])("is refused by its name when it can't be read: %j", (query, names) => {
    expect(refusal(query)).toBe(
      `query_unreadable: This can't be read of the address: ${names}. Nothing was looked up.`,
    )
  })
})
