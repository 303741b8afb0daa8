import { readMetadata, writeMetadata } from "../../../core/payment-metadata"
import { sessionId } from "../../../core/session-id"
import { readLegacyMetadata, writeLegacyMetadata } from "../legacy-metadata"

const METADATA = {
  sessionId: sessionId("payses_01M81Q5E96G619KT6MWQT7KARE"),
  providerId: "pp_rozetkapay-legacy_крамниця",
  twoStep: true,
  currency: "UAH",
}

describe("Our marks in a legacy order's payload", () => {
  it("come back from a webhook as they were sent, in characters that JSON need not escape", () => {
    const payload = writeLegacyMetadata(writeMetadata(METADATA))
    expect(payload).toMatch(/^[\w-]{1,4000}$/)
    expect(readMetadata(readLegacyMetadata({ payload }))).toEqual(METADATA)
  })

  it.each([
    null,
    "",
    "sale=true",
    "ref_no=1231; discount=false",
    "eyJ0aGlzIGlzIjogInBhc2hhbG9jaGthIn0K",
    Buffer.from("[1]").toString("base64url"),
    Buffer.from('{"medusa_session":1}').toString("base64url"),
  ])("are not there when another shop has sent %s", (payload) => {
    expect(readMetadata(readLegacyMetadata({ payload }))).toBeNull()
  })
})
