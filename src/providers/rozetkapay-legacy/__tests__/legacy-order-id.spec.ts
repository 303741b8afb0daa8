import fc from "fast-check"
import { externalId } from "../../../core/external-id"
import { LONGEST_ORDER_ID } from "../../../rozetkapay-legacy/client"
import { legacyOrderId, paymentOfOrder } from "../legacy-order-id"

const ULID = "01M81HD7GHFZKPSW8NKRHK15XZ"
const ulid = fc
  .array(fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"), { minLength: 26, maxLength: 26 })
  .map((letters) => letters.join(""))

describe("an order's id at the legacy API", () => {
  test("is the session's, short enough to be refunded, and leads back to the session", () => {
    fc.assert(
      fc.property(ulid, (id) => {
        const orderId = legacyOrderId(externalId(`payses_${id}`))
        expect(orderId.length).toBeLessThanOrEqual(LONGEST_ORDER_ID)
        expect(paymentOfOrder(orderId)).toBe(`payses_${id}`)
      }),
    )
  })

  test("of another shop on the same POS stays what it is", () => {
    for (const id of ["order-17", "0", ULID.toLowerCase(), `x${ULID}`]) {
      expect(paymentOfOrder(id)).toBe(id)
    }
  })
})
