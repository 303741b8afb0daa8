import crypto from "node:crypto"
import fc from "fast-check"
import { Seal } from "../seal"

const SECRET = "p@ssword "
const owner = { customerId: "cus_1", currency: "UAH" }
const id = fc.stringMatching(/^[\w-]{8,60}$/)

describe("a consent's id in the store's database", () => {
  const seal = new Seal([SECRET], "pp_rozetkapay_a")

  test("opens for whom it was sealed, also after a restart", async () => {
    const again = new Seal([SECRET], "pp_rozetkapay_a")
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
        const sealed = await seal.close(text, owner)
        expect(await again.open(sealed, owner)).toEqual({ secret: text, isOld: false })
      }),
    )
  })

  test("is sealed with a key that takes long to make of a secret, and is made once", async () => {
    const slow = new Seal([SECRET], "pp_rozetkapay_a")
    const scrypt = jest.spyOn(crypto, "scrypt")
    for (const text of ["1", "2", "3"]) await slow.open(await slow.close(text, owner), owner)
    expect(scrypt).toHaveBeenCalledTimes(1)
    const [, , , cost] = scrypt.mock.calls[0] ?? []
    expect(Number(Object(cost).N) * Number(Object(cost).r)).toBeGreaterThanOrEqual(2 ** 18)
    scrypt.mockRestore()
  })

  test("that an earlier version sealed in an instant opens, and is known as old", async () => {
    const earlier = "v1.AAAAAAAAAAAAAAAAUxXKIfiU7pnWMdan4VVH-O8FJ65n23A90SdUI_cQH4E"
    expect(await seal.open(earlier, owner)).toEqual({ secret: "9007199254740993", isOld: true })
    expect(await seal.open(earlier, { ...owner, customerId: "cus_2" })).toBeNull()
  })

  test("that the password sealed opens when there is a secret of its own since, and is known as old", async () => {
    const both = new Seal(["a secret of its own", SECRET], "pp_rozetkapay_a")
    const sealed = await seal.close("12345678", owner)
    expect(await both.open(sealed, owner)).toEqual({ secret: "12345678", isOld: true })
    expect(await seal.open(await both.close("12345678", owner), owner)).toBeNull()
  })

  test("can't be read: the sealed text never contains it, in any usual writing", async () => {
    await fc.assert(
      fc.asyncProperty(id, async (text) => {
        const sealed = await seal.close(text, owner)
        const bytes = Buffer.from(sealed.replace("v2.", ""), "base64url")
        for (const written of [sealed, bytes.toString("latin1")])
          expect(written).not.toContain(text)
        for (const form of ["base64", "base64url", "hex"] as const) {
          expect(sealed).not.toContain(Buffer.from(text).toString(form).replace(/=+$/, ""))
        }
      }),
    )
  })

  test("is sealed anew each time, so that nobody sees whether two are the same", async () => {
    expect(await seal.close("12345678", owner)).not.toBe(await seal.close("12345678", owner))
  })

  test("does not open for another customer, currency, provider or password", async () => {
    const sealed = await seal.close("12345678", owner)
    expect(await seal.open(sealed, { ...owner, customerId: "cus_2" })).toBeNull()
    expect(await seal.open(sealed, { ...owner, currency: "EUR" })).toBeNull()
    expect(await seal.open(sealed, { customerId: 'cus_1","UAH', currency: "" })).toBeNull()
    expect(await new Seal([SECRET], "pp_rozetkapay_b").open(sealed, owner)).toBeNull()
    expect(await new Seal([SECRET.trim()], "pp_rozetkapay_a").open(sealed, owner)).toBeNull()
  })

  test("does not open when a single bit was changed, or a piece is missing", async () => {
    await fc.assert(
      fc.asyncProperty(id, fc.nat(), fc.nat(7), async (text, at, bit) => {
        const bytes = Buffer.from((await seal.close(text, owner)).slice(3), "base64url")
        // Of the salt one bit is tried elsewhere: each makes a slow key.
        const index = 16 + (at % (bytes.length - 16))
        bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << bit), index)
        expect(await seal.open(`v2.${bytes.toString("base64url")}`, owner)).toBeNull()
        expect(
          await seal.open(`v2.${bytes.subarray(0, index).toString("base64url")}`, owner),
        ).toBeNull()
      }),
    )
  })

  test.each([
    "",
    "v1",
    "v1.",
    "v1.AAAA",
    "v2.AAAA",
    "junk",
    "v1.ключ",
  ])("%p is none", async (text) => {
    expect(await seal.open(text, owner)).toBeNull()
  })
})
