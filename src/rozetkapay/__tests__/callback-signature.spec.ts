import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { z } from "zod"
import { SIGNATURES, testBy } from "../../../sandbox/__tests__/papers"
import { isGenuineCallback } from "../webhook/callback-signature"

type Alphabet = "urlsafe" | "standard"

const toAlphabet = (base64: string, alphabet: Alphabet) =>
  alphabet === "urlsafe" ? base64.replaceAll("+", "-").replaceAll("/", "_") : base64

/** The documented formula, written down once more in the plainest way. */
function sign(body: Buffer, password: string, inside: Alphabet, outside: Alphabet = inside) {
  const text = password + toAlphabet(body.toString("base64"), inside) + password
  return toAlphabet(createHash("sha1").update(text, "utf8").digest("base64"), outside)
}

const bodies = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes))
const passwords = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 })
const alphabets = fc.constantFrom<Alphabet>("urlsafe", "standard")

describe("a callback's signature", () => {
  testBy(SIGNATURES)("RozetkaPay's own samples are accepted in both alphabets", () => {
    const vectors = z
      .array(
        z.object({
          password: z.string(),
          body: z.string(),
          urlsafe: z.string(),
          standard: z.string(),
        }),
      )
      .min(5)
      .parse(JSON.parse(readFileSync(SIGNATURES, "utf8")))
    for (const { password, body, urlsafe, standard } of vectors) {
      const rawBody = Buffer.from(body)
      expect(isGenuineCallback({ rawBody, signature: urlsafe, password })).toBe(true)
      expect(isGenuineCallback({ rawBody, signature: standard, password })).toBe(true)
      expect(isGenuineCallback({ rawBody, signature: urlsafe, password: `${password} ` })).toBe(
        false,
      )
    }
  })

  test("the documented example is accepted", () => {
    const rawBody = Buffer.from('{"name": "john", "age": 21}')
    const signature = "rHk7tE6V9feV_lCvZ6ZDuzte7O4="
    expect(isGenuineCallback({ rawBody, signature, password: "your_password" })).toBe(true)
  })

  test("any body is accepted with any password, unicode and spaces included, in either alphabet", () => {
    fc.assert(
      fc.property(bodies, passwords, alphabets, (rawBody, password, alphabet) => {
        const signature = sign(rawBody, password, alphabet)
        expect(isGenuineCallback({ rawBody, signature, password })).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test("a signature is accepted without its padding too, in either alphabet, and only with the right password", () => {
    fc.assert(
      fc.property(bodies, passwords, alphabets, (rawBody, password, alphabet) => {
        const signature = sign(rawBody, password, alphabet).slice(0, -1)
        expect(isGenuineCallback({ rawBody, signature, password })).toBe(true)
        expect(isGenuineCallback({ rawBody, signature, password: `${password}.` })).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test("large bodies of every length modulo three are accepted", () => {
    for (const length of [12_287, 12_288, 12_289, 1_048_576, 1_048_577]) {
      const rawBody = Buffer.alloc(length, Buffer.from([0xfb, 0xff, 0x3e, 0x00, 0x7f]))
      for (const alphabet of ["urlsafe", "standard"] as const) {
        const signature = sign(rawBody, "секрет", alphabet)
        expect(isGenuineCallback({ rawBody, signature, password: "секрет" })).toBe(true)
        expect(isGenuineCallback({ rawBody, signature, password: "Секрет" })).toBe(false)
      }
    }
  })

  test("a change of any single bit of the body is refused", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        passwords,
        alphabets,
        fc.nat(),
        (bytes, password, alphabet, anyBit) => {
          const signature = sign(Buffer.from(bytes), password, alphabet)
          const changed = Buffer.from(bytes)
          const bit = anyBit % (changed.length * 8)
          changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
          expect(isGenuineCallback({ rawBody: changed, signature, password })).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })

  test("a change of any single bit of the signature is refused", () => {
    fc.assert(
      fc.property(bodies, passwords, alphabets, fc.nat(28 * 8 - 1), (body, password, a, bit) => {
        const changed = Buffer.from(sign(body, password, a), "latin1")
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const signature = changed.toString("latin1")
        expect(isGenuineCallback({ rawBody: body, signature, password })).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test("a mixture of the two alphabets is refused", () => {
    // This body's base64 and its digests contain characters that differ between the alphabets.
    const rawBody = Buffer.from('{"status":"success","description":"Оплата пройшла успішно ✅"}')
    const password = "your_password"
    const urlInside = sign(rawBody, password, "urlsafe", "standard")
    const standardInside = sign(rawBody, password, "standard", "urlsafe")
    expect(urlInside).toMatch(/[+/]/)
    expect(standardInside).toMatch(/[-_]/)
    expect(isGenuineCallback({ rawBody, signature: urlInside, password })).toBe(false)
    expect(isGenuineCallback({ rawBody, signature: standardInside, password })).toBe(false)
  })

  const genuine = sign(Buffer.from("{}"), "secret", "urlsafe")
  test.each<[string, unknown]>([
    ["no header", undefined],
    ["an empty header", ""],
    ["two headers", [genuine, genuine]],
    ["two headers joined", `${genuine}, ${genuine}`],
    ["a letter less", genuine.slice(0, -2)],
    ["a letter less than its padding says", `${genuine.slice(0, -2)}=`],
    ["more padding than it needs", `${genuine}=`],
    ["another spelling without padding", respell(genuine).slice(0, -1)],
    ["spaces around", ` ${genuine} `],
    ["a line end", `${genuine}\n`],
    ["one character too many", `A${genuine}`],
    ["hexadecimal", createHash("sha1").update("secrete30=secret").digest("hex")],
    ["another spelling of the same bytes", respell(genuine)],
    ["megabytes of letters", "A".repeat(3_000_000)],
    ["a number", 42],
    ["an object", { toString: () => genuine }],
  ])("%s is refused", (_, signature) => {
    expect(isGenuineCallback({ rawBody: Buffer.from("{}"), signature, password: "secret" })).toBe(
      false,
    )
    expect(
      isGenuineCallback({ rawBody: Buffer.from("{}"), signature: genuine, password: "secret" }),
    ).toBe(true)
  })

  test("an empty password proves nothing", () => {
    const signature = sign(Buffer.from("{}"), "", "urlsafe")
    expect(isGenuineCallback({ rawBody: Buffer.from("{}"), signature, password: "" })).toBe(false)
  })
})

/** Sets an unused bit of the last digit: a lax decoder reads the same 20 bytes. */
function respell(signature: string): string {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const last = digits.indexOf(signature.charAt(26))
  return `${signature.slice(0, 26)}${digits.charAt(last + 1)}=`
}
