import { createHash } from "node:crypto"
import { externalId } from "../external-id"
import {
  orderIdOf,
  readOrdersMetadata,
  sellerOfOrder,
  sellersOfOneMark,
  sellersSharing,
  sessionOfOrder,
  writeOrdersMetadata,
} from "../order-id"
import { sessionId } from "../session-id"
import { SplitError } from "../split-error"

const SESSION = sessionId("payses_01")
const ANNA = orderIdOf(SESSION, "anna")
const BORIS = orderIdOf(SESSION, "boris")

describe("RozetkaPay's key of a seller's order", () => {
  test("is the session's with a mark of the seller, whatever else is in the cart", () => {
    const mark = createHash("sha256").update("anna").digest("hex").slice(0, 8)
    expect(ANNA).toBe(`payses_01-${mark}`)
    expect(BORIS).not.toBe(ANNA)
  })

  test("leads back to the session and to the seller", () => {
    expect(sessionOfOrder(ANNA)).toBe(SESSION)
    expect(sellerOfOrder(ANNA, ["boris", "anna"])).toBe("anna")
    expect(sellerOfOrder(ANNA, ["boris"])).toBeNull()
  })

  test.each([
    "payses_01",
    "payses_01-0123456",
    "payses_01-012345678",
    "payses_01-0123456g",
    "-01234567",
    `${"a".repeat(56)}-01234567`,
  ])("is not %s", (id) => {
    expect(sessionOfOrder(externalId(id))).toBeNull()
  })

  test("is no longer than RozetkaPay surely takes", () => {
    expect(orderIdOf(sessionId("a".repeat(55)), "anna")).toHaveLength(64)
    expect(sessionOfOrder(orderIdOf(sessionId("a".repeat(55)), "anna"))).toBe("a".repeat(55))
    expect(() => orderIdOf(sessionId("a".repeat(56)), "anna")).toThrow(SplitError)
  })
})

describe("The orders of a payment in its metadata", () => {
  test("are read as they were written", () => {
    expect(readOrdersMetadata(SESSION, writeOrdersMetadata([ANNA, BORIS]))).toEqual([ANNA, BORIS])
    expect(readOrdersMetadata(SESSION, writeOrdersMetadata([ANNA]))).toEqual([ANNA])
  })

  test.each([
    "",
    "0123456",
    "012345678",
    "01234567,",
    ",01234567",
    "01234567,0123456",
    "01234567 01234567",
    Array.from({ length: 11 }, () => "01234567").join(","),
  ])("are none in %j", (text) => {
    expect(readOrdersMetadata(SESSION, text)).toBeNull()
  })

  test("are ten at most", () => {
    const ten = Array.from({ length: 10 }, () => "01234567").join(",")
    expect(readOrdersMetadata(SESSION, ten)).toHaveLength(10)
  })
})

describe("Two sellers with the same", () => {
  const login = (seller: string) => ({ anna: "a", boris: "b", clara: "a" })[seller]

  test("are named, the first two of them", () => {
    expect(sellersSharing(["anna", "boris", "clara"], login)).toEqual(["anna", "clara"])
    expect(sellersSharing(["anna", "boris"], login)).toBeNull()
    expect(sellersSharing([], login)).toBeNull()
  })

  test("mark are none, as nearly always", () => {
    expect(sellersOfOneMark(["anna", "boris"])).toBeNull()
    expect(sellersOfOneMark(["anna", "anna"])).toEqual(["anna", "anna"])
  })
})
