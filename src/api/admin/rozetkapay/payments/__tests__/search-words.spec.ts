import { searchFor } from "../search-words"

const looks = (q: string): string => [...searchFor(q).ofPayment].join("\n")

describe("where a text is looked for", () => {
  test("an order's number, with or without its sign, in orders alone when it is short", () => {
    expect(searchFor("#42").values).toMatchObject({ display_id: 42 })
    expect(searchFor("42").values).toMatchObject({ display_id: 42 })
    expect(looks("42")).not.toMatch(/mask|rrn|email/)
  })

  test("four digits also at the end of the card", () => {
    expect(searchFor("1234").values).toMatchObject({ display_id: 1234, last_four: "%1234" })
    expect(looks("12345")).not.toMatch(/mask/)
  })

  test("a number that no order can have, among the bank's and RozetkaPay's own", () => {
    const { values, ofPayment } = searchFor("330012345678")
    expect(values).not.toHaveProperty("display_id")
    expect(ofPayment.join()).toMatch(/rozetkapay_rrn.*rozetkapay_id/s)
  })

  test("an id of Medusa's by its key, without going through all payments", () => {
    expect(looks("payses_01JABC")).not.toMatch(/metadata|email/)
  })

  test("a seller's order and an old contract's key by the session that they are made of", () => {
    expect(searchFor("payses_01JABC-0a1b2c3d").values.session_ids).toContain("payses_01JABC")
    expect(searchFor("01JABCDEFGHJKMNPQRSTVWXYZ0").values.session_ids).toContain(
      "payses_01JABCDEFGHJKMNPQRSTVWXYZ0",
    )
  })

  test("an e-mail address as it was written: its signs mean nothing to the database", () => {
    expect(searchFor("o_h%a\\@x.ua").values.email).toBe("%o\\_h\\%a\\\\@x.ua%")
  })
})
