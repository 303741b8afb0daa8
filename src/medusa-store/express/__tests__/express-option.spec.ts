import { expressMethod } from "../express-method"
import { ExpressOptionError, namesFor } from "../express-option"

describe("a merchant's function that chooses the delivery", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test("keeps no shopper waiting when it never answers", async () => {
    const shippingOption = () => new Promise<string>(() => {})
    const names = namesFor({ shippingOption }, [{ provider: null, deliveryType: "W", city: null }])
    const refused = expect(names).rejects.toThrow(ExpressOptionError)
    await jest.advanceTimersByTimeAsync(5_000)
    await refused
  })

  test("is given its time", async () => {
    const shippingOption = () =>
      new Promise<string>((resolve) => setTimeout(() => resolve("branch"), 4_000))
    const names = namesFor({ shippingOption }, [{ provider: null, deliveryType: "W", city: null }])
    await jest.advanceTimersByTimeAsync(4_000)
    expect(await names).toEqual(["branch"])
  })
})

describe("of a cart's deliveries", () => {
  const bulky = { id: "casm_1", shipping_option_id: "so_bulky" }
  const parcel = { id: "casm_2", shipping_option_id: "so_parcel" }

  test("the one that the option names is the express order's, wherever it stands", () => {
    expect(expressMethod([bulky, parcel], ["so_parcel"])).toBe(parcel)
    expect(expressMethod([bulky, parcel], ["so_other"])).toBeNull()
  })

  test("the only one is, whatever its option is called by now", () => {
    expect(expressMethod([bulky], ["so_parcel"])).toBe(bulky)
    expect(expressMethod([], ["so_parcel"])).toBeNull()
  })
})
