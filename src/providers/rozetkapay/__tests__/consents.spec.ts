import { createCipheriv, hkdfSync } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { externalId } from "../../../core/external-id"
import { CONSENT_KEY, consentHolderId } from "../consent-record"
import { Consents } from "../consents"

const PAYMENT = externalId("payses_1")

const PROVIDER = "pp_rozetkapay_a"
const ID = "9007199254740993"
const CALLBACK = { recurrentId: ID, mask: "411111******1111" }
const asked = {
  remember: true,
  external_id: PAYMENT,
  provider_id: PROVIDER,
  currency_code: "uah",
}
const started = (created_at: string, customer: string | null = "cus_1") => ({
  id: "payses_1",
  created_at: new Date(created_at),
  payment_collection_id: "pay_col_1",
  context: customer ? { customer: { id: customer } } : {},
})

/** As version 1 sealed it, in an instant. */
const earlier = (secret: string): string => {
  const key = hkdfSync("sha256", secret, PROVIDER, "rozetkapay consent v1", 32)
  const iv = Buffer.alloc(12)
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key), iv)
  cipher.setAAD(Buffer.from(JSON.stringify(["cus_1", "UAH"])))
  const text = Buffer.concat([cipher.update(ID, "utf8"), cipher.final()])
  return `v1.${Buffer.concat([iv, text, cipher.getAuthTag()]).toString("base64url")}`
}

/** The store's rows as far as consents read and write them. */
const openStore = (secret = "secret") => {
  const sessions = new Map<string, unknown>([["payses_1", started("2026-11-01T10:00:00Z")]])
  type Holder = { id: string; provider_id: string; external_id: string; metadata: object }
  const holder: Holder = {
    id: "acchld_1",
    provider_id: PROVIDER,
    external_id: "cus_1",
    metadata: {},
  }
  const holders = [holder]
  const warnings: string[] = []
  /** Sessions that Medusa deletes between the look at them and the writing. */
  const deletedMeanwhile = new Set<string>()
  /** Whose the cart is. */
  const owners = new Set(["cus_1"])
  const open = (...secrets: [string, ...string[]]) =>
    new Consents(
      {
        paymentSessionService: {
          list: async ({ id }) =>
            [...sessions].flatMap(([key, row]) => (id === undefined || key === id ? [row] : [])),
          update: async ({ id, ...more }) => {
            if (deletedMeanwhile.delete(id)) {
              sessions.delete(id)
              throw new MedusaError(
                MedusaError.Types.NOT_FOUND,
                `PaymentSession with id ${id} was not found`,
              )
            }
            sessions.set(id, { ...Object(sessions.get(id)), ...more })
          },
        },
        accountHolderService: {
          list: async ({ provider_id, external_id }) =>
            holders.filter(
              (row) =>
                row.provider_id === provider_id &&
                [external_id].flat().some((id) => id === row.external_id),
            ),
          create: async ({ provider_id, external_id, metadata }) => {
            holders.push({
              id: `acchld_${holders.length + 1}`,
              provider_id: String(provider_id),
              external_id: String(external_id),
              metadata: Object(metadata),
            })
          },
          update: async ({ id, metadata }) => {
            const row = holders.find((one) => one.id === id)
            if (!row) return
            const merged = Object.entries({ ...row.metadata, ...Object(metadata) })
            row.metadata = Object.fromEntries(merged.filter(([, value]) => value !== ""))
          },
        },
      },
      secrets,
      { warn: (line: string) => void warnings.push(line) },
      (_, job) => job(),
      async (_, customerId) => owners.has(customerId),
    )
  /** What the Store API can show: the customer's own account holder, and sessions with its copies. */
  const shown = () => JSON.stringify([holder, ...sessions.values()])
  return {
    consents: open(secret),
    reopened: open,
    owners,
    sessions,
    deletedMeanwhile,
    holder,
    holders,
    shown,
    warnings,
  }
}

const nothing = async () => undefined

describe("a customer's consent to later payments", () => {
  test("is kept from a callback even when RozetkaPay's own ledger never shows the id", async () => {
    const { consents, holders, shown } = openStore()
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, () => Promise.reject(new Error("not needed")))
    expect(await consents.of(PROVIDER, "cus_1")).toEqual({ recurrentId: ID, currency: "UAH" })
    expect(await consents.status(PROVIDER, "cus_1")).toEqual({
      given: true,
      mask: CALLBACK.mask,
      given_at: "2026-11-01T10:00:00.000Z",
      currency_code: "uah",
    })
    expect(JSON.stringify(holders)).not.toContain(ID)
    expect(shown()).not.toMatch(/consent|v\d\./)
  })

  test("of an earlier version is charged, and moved to where no storefront can read it, with its copies", async () => {
    const { consents, holder, holders, sessions, shown } = openStore()
    const v1 = earlier("secret")
    const record = { sealed: v1, given_at: "2026-10-01T10:00:00.000Z", mask: null, currency: "UAH" }
    holder.metadata = { [CONSENT_KEY]: record, kept: true }
    const copy = {
      id: "payses_0",
      context: { customer: { id: "cus_1", account_holders: [holder] } },
    }
    sessions.set("payses_0", JSON.parse(JSON.stringify(copy)))
    expect(await consents.of(PROVIDER, "cus_1")).toEqual({ recurrentId: ID, currency: "UAH" })
    expect(shown()).not.toMatch(/sealed|v\d\./)
    expect(shown()).toContain("kept")
    const own = holders.find(({ external_id }) => external_id === consentHolderId("cus_1"))
    expect(own?.metadata).toMatchObject({
      [CONSENT_KEY]: { sealed: expect.stringMatching(/^v2\./) },
    })
    expect(await consents.of(PROVIDER, "cus_1")).toEqual({ recurrentId: ID, currency: "UAH" })
    expect(await consents.status(PROVIDER, "cus_1")).toMatchObject({ given_at: record.given_at })
  })

  test("of an earlier version is charged also when Medusa deletes a session with its copy at that moment", async () => {
    const { consents, deletedMeanwhile, holder, sessions, shown } = openStore()
    const sealed = earlier("secret")
    const record = { sealed, given_at: "2026-10-01T10:00:00.000Z", mask: null, currency: "UAH" }
    holder.metadata = { [CONSENT_KEY]: record }
    const context = { customer: { id: "cus_1", account_holders: [{ ...holder }] } }
    for (const id of ["payses_0", "payses_2"]) sessions.set(id, { id, context })
    deletedMeanwhile.add("payses_0")
    expect(await consents.of(PROVIDER, "cus_1")).toEqual({ recurrentId: ID, currency: "UAH" })
    expect(shown()).not.toContain(sealed)
  })

  test("of an earlier version is gone from everywhere once it is withdrawn", async () => {
    const { consents, holder, holders, shown } = openStore()
    holder.metadata = {
      [CONSENT_KEY]: {
        sealed: earlier("secret"),
        given_at: "2026-10-01T10:00:00.000Z",
        mask: null,
        currency: "UAH",
      },
    }
    await consents.withdraw(PROVIDER, "cus_1")
    expect(shown()).not.toMatch(/consent|v1\./)
    expect(JSON.stringify(holders)).not.toContain("v1.")
    expect(await consents.of(PROVIDER, "cus_1")).toBeNull()
  })

  test("that the password sealed is sealed anew with a secret of its own, and outlives the password", async () => {
    const { consents, reopened } = openStore("password")
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, nothing)
    expect(await reopened("own secret", "password").of(PROVIDER, "cus_1")).toMatchObject({
      recurrentId: ID,
    })
    expect(await reopened("own secret", "new password").of(PROVIDER, "cus_1")).toMatchObject({
      recurrentId: ID,
    })
  })

  test("is kept from RozetkaPay's ledger when this process has heard no callback", async () => {
    const { consents } = openStore()
    await consents.keep(asked, async () => consents.see(PAYMENT, { recurrentId: ID, mask: null }))
    expect(await consents.of(PROVIDER, "cus_1")).toMatchObject({ recurrentId: ID })
    expect(await consents.status(PROVIDER, "cus_1")).toMatchObject({ given: true, mask: null })
  })

  test("is not kept when the cart has become another customer's since they asked: that one's card paid", async () => {
    const { consents, owners } = openStore()
    consents.see(PAYMENT, CALLBACK)
    owners.clear()
    await consents.keep(asked, nothing)
    expect(await consents.of(PROVIDER, "cus_1")).toBeNull()
  })

  test("is written once: a second look costs nothing and changes nothing", async () => {
    const { consents, holders } = openStore()
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, nothing)
    const before = JSON.stringify(holders)
    await consents.keep(asked, () => Promise.reject(new Error("not needed")))
    expect(JSON.stringify(holders)).toBe(before)
  })

  test("once withdrawn, does not come back with the same payment, only with a newer one", async () => {
    const { consents, sessions } = openStore()
    await consents.withdraw(PROVIDER, "cus_1")
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, nothing)
    expect(await consents.of(PROVIDER, "cus_1")).toBeNull()

    sessions.set("payses_1", started("2999-01-01T00:00:00Z"))
    await consents.keep(asked, nothing)
    expect(await consents.of(PROVIDER, "cus_1")).toMatchObject({ recurrentId: ID })
  })

  test("is not replaced by an older payment that is synced later", async () => {
    const { consents, sessions } = openStore()
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, nothing)
    sessions.set("payses_0", started("2026-10-01T10:00:00Z"))
    consents.see(externalId("payses_0"), { recurrentId: "1111111111", mask: null })
    await consents.keep({ ...asked, external_id: externalId("payses_0") }, nothing)
    expect(await consents.of(PROVIDER, "cus_1")).toMatchObject({ recurrentId: ID })
  })

  test("is nobody's when the payment did not ask, was a guest's, or its session is gone", async () => {
    const { consents, sessions, holders } = openStore()
    consents.see(PAYMENT, CALLBACK)
    await consents.keep({ ...asked, remember: undefined }, nothing)
    sessions.set("payses_1", started("2026-11-01T10:00:00Z", null))
    await consents.keep(asked, nothing)
    sessions.clear()
    await consents.keep(asked, nothing)
    expect(holders).toMatchObject([{ metadata: {} }])
  })

  test("is not kept for a customer whose account holder was deleted meanwhile", async () => {
    const { consents, holders } = openStore()
    holders.pop()
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, nothing)
    expect(await consents.of(PROVIDER, "cus_1")).toBeNull()
    await consents.withdraw(PROVIDER, "cus_1")
  })

  test("that RozetkaPay gave no id for is said in the log", async () => {
    const { consents, holders, warnings } = openStore()
    await consents.keep(asked, nothing)
    expect(holders).toMatchObject([{ metadata: {} }])
    expect(warnings.join()).toMatch(/gave no recurrent id/)
  })

  test("can't be charged after another password, until consentSecret is the old one", async () => {
    const { consents, reopened, warnings } = openStore("old")
    consents.see(PAYMENT, CALLBACK)
    await consents.keep(asked, nothing)
    expect(await reopened("new").of(PROVIDER, "cus_1")).toBeNull()
    expect(warnings.join()).toMatch(/consentSecret/)
    expect(warnings.join()).not.toContain(ID)
    expect(await reopened("old").of(PROVIDER, "cus_1")).toMatchObject({ recurrentId: ID })
  })

  test("that somebody else has written into the metadata is none", async () => {
    const { consents, holder } = openStore()
    for (const junk of ["x", { sealed: "v1.AAAA" }, { sealed: 1, given_at: 2 }, null]) {
      holder.metadata = { [CONSENT_KEY]: junk }
      expect(await consents.of(PROVIDER, "cus_1")).toBeNull()
    }
  })
})
