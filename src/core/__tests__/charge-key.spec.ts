import { chargeCollectionId } from "../charge-key"

describe("The purchase of a charge that the store's own code has named", () => {
  const id = chargeCollectionId("secret", "pp_rozetkapay_main", "subscription-1")

  test("is the same however often it is asked for", () => {
    expect(chargeCollectionId("secret", "pp_rozetkapay_main", "subscription-1")).toBe(id)
    expect(id).toBe("pay_col_41d09213546c781f735c26e2d3e0b4d9286839e4")
  })

  test("is another for another name, provider or secret, so that nobody can guess it", () => {
    const others = [
      chargeCollectionId("other", "pp_rozetkapay_main", "subscription-1"),
      chargeCollectionId("secret", "pp_rozetkapay_other", "subscription-1"),
      chargeCollectionId("secret", "pp_rozetkapay_main", "subscription-2"),
    ]
    expect(new Set([id, ...others]).size).toBe(4)
  })
})
