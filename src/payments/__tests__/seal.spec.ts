import fc from "fast-check"
import { Seal } from "../seal"

const SECRET = "p@ssword "
const owner = { customerId: "cus_1", currency: "UAH" }
const id = fc.stringMatching(/^[\w-]{8,60}$/)

describe("a consent's id in the store's database", () => {
  const seal = new Seal(SECRET, "pp_rozetkapay_a")

  test("opens for whom it was sealed, also after a restart", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const again = new Seal(SECRET, "pp_rozetkapay_a")
        expect(again.open(seal.close(text, owner), owner)).toBe(text)
      }),
    )
  })

  test("can't be read: the sealed text never contains it, in any usual writing", () => {
    fc.assert(
      fc.property(id, (text) => {
        const sealed = seal.close(text, owner)
        const bytes = Buffer.from(sealed.replace("v1.", ""), "base64url")
        for (const written of [sealed, bytes.toString("latin1")])
          expect(written).not.toContain(text)
        for (const form of ["base64", "base64url", "hex"] as const) {
          expect(sealed).not.toContain(Buffer.from(text).toString(form).replace(/=+$/, ""))
        }
      }),
    )
  })

  test("is sealed anew each time, so that nobody sees whether two are the same", () => {
    expect(seal.close("12345678", owner)).not.toBe(seal.close("12345678", owner))
  })

  test("does not open for another customer, currency, provider or password", () => {
    const sealed = seal.close("12345678", owner)
    expect(seal.open(sealed, { ...owner, customerId: "cus_2" })).toBeNull()
    expect(seal.open(sealed, { ...owner, currency: "EUR" })).toBeNull()
    expect(seal.open(sealed, { customerId: 'cus_1","UAH', currency: "" })).toBeNull()
    expect(new Seal(SECRET, "pp_rozetkapay_b").open(sealed, owner)).toBeNull()
    expect(new Seal(SECRET.trim(), "pp_rozetkapay_a").open(sealed, owner)).toBeNull()
  })

  test("does not open when a single bit was changed, or a piece is missing", () => {
    fc.assert(
      fc.property(id, fc.nat(), fc.nat(7), (text, at, bit) => {
        const bytes = Buffer.from(seal.close(text, owner).slice(3), "base64url")
        const index = at % bytes.length
        bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << bit), index)
        expect(seal.open(`v1.${bytes.toString("base64url")}`, owner)).toBeNull()
        expect(seal.open(`v1.${bytes.subarray(0, index).toString("base64url")}`, owner)).toBeNull()
      }),
    )
  })

  test.each(["", "v1", "v1.", "v1.AAAA", "v2.AAAA", "junk", "v1.ключ"])("%p is none", (text) => {
    expect(seal.open(text, owner)).toBeNull()
  })
})
