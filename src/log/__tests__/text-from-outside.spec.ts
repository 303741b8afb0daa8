import { isStoreId } from "../../core/external-id"
import { oneLine } from "../one-line"

describe("text that a stranger may have written", () => {
  test("can't add a line of its own to the log", () => {
    expect(oneLine("declined\ninfo: paid 1000000\r\n\u0000\u001b[31mred")).toBe(
      "declined info: paid 1000000 [31mred",
    )
    expect(oneLine("x".repeat(5_000))).toHaveLength(300)
  })

  test.each([
    "payses_01M80ZAMN16GF56BEKW7T1AB7Z",
    "rozetkapay",
    "pp_rozetkapay_shop-2",
  ])("%s can be an id of this store", (id) => expect(isStoreId(id)).toBe(true))

  test.each([
    "",
    "payses_x\u0000",
    "payses_x\ninfo: forged",
    "../admin",
    "a".repeat(101),
    "замовлення",
  ])("%j is no id of this store", (id) => expect(isStoreId(id)).toBe(false))
})
