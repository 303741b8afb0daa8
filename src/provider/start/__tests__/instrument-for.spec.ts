import type { Instrument } from "../../../core/instrument"
import { moneyOf } from "../../../core/money"
import { ADAPTERS } from "../../../providers/registry"
import { instrumentFor } from "../instrument-for"
import type { SessionInput } from "../session-input"

type Brought = NonNullable<SessionInput["instrument"]>

const EVERY: Brought[] = [
  { type: "cc_token", token: "token-1", save: false },
  { type: "google_pay", token: "token-2" },
  { type: "apple_pay", token: "token-3" },
  { type: "wallet", optionId: "card-1" },
  { type: "privat24" },
  { type: "evo_credit" },
  { type: "przelewy24" },
  { type: "privat_parts", parts: 3 },
]
const CONSENT: Instrument = { type: "recurrent", recurrentId: "consent-1" }

const chosen = (way: Partial<SessionInput>, customerId: string | null = "cus_1") => ({
  way: { instrument: null, offSession: false, remember: false, browser: null, ...way },
  providerId: "pp_rozetkapay_main",
  customerId,
  money: moneyOf("10.00", "UAH"),
  language: "en" as const,
})
const notOffered = { code: "not_offered" }

describe.each(ADAPTERS)("what a shopper may pay with through $identifier", (adapter) => {
  const plain = { adapter }

  test("is RozetkaPay's page, and what the adapter says", async () => {
    expect(await instrumentFor(plain, chosen({}))).toBeNull()
    for (const instrument of EVERY.filter(({ type }) => type !== "wallet")) {
      const asked = instrumentFor(plain, chosen({ instrument }))
      if (adapter.instruments.includes(instrument.type)) {
        expect(await asked).toBe(instrument)
      } else {
        await expect(asked).rejects.toMatchObject(notOffered)
      }
    }
  })

  test("is no kept card where no cards are kept", async () => {
    const kept: Brought[] = [
      { type: "wallet", optionId: "card-1" },
      { type: "cc_token", token: "token-1", save: true },
    ]
    for (const instrument of kept) {
      await expect(instrumentFor(plain, chosen({ instrument }))).rejects.toMatchObject(notOffered)
    }
  })

  test("is nothing for later where nothing can be charged later", async () => {
    for (const way of [{ offSession: true }, { remember: true }]) {
      await expect(instrumentFor(plain, chosen(way))).rejects.toMatchObject(notOffered)
    }
  })
})

describe("a provider that keeps cards and consents", () => {
  const asked: string[] = []
  const keeping = {
    adapter: { instruments: ["cc_token", "wallet"] as const },
    requireOwnCard: async () => {
      asked.push("own card")
    },
    consentedInstrument: async () => CONSENT,
  }

  test("charges a kept card only after asking whose it is", async () => {
    const instrument: Brought = { type: "wallet", optionId: "card-1" }
    expect(await instrumentFor(keeping, chosen({ instrument }))).toBe(instrument)
    expect(asked).toEqual(["own card"])
  })

  test("charges a customer's consent, and never a guest's", async () => {
    expect(await instrumentFor(keeping, chosen({ offSession: true }))).toBe(CONSENT)
    await expect(instrumentFor(keeping, chosen({ offSession: true }, null))).rejects.toMatchObject({
      code: "consent_guest",
    })
  })
})
