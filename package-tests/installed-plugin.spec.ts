import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { deliver, paymentCallback, signature } from "../integration-tests/drivers/callback-signer"
import { eventually } from "../integration-tests/drivers/eventually"
import { ask, send } from "../integration-tests/drivers/json-http"
import { freePort } from "../integration-tests/setup/free-port"
import { DEFAULT_LEGACY_MERCHANT } from "../sandbox/merchants"
import { must, type Place, type Running, run, runUntilStopped } from "./setup/command"
import { type NewDatabase, newDatabase } from "./setup/new-database"
import { commandFromDocs } from "./setup/pages"
import { installed, makeStoreApp } from "./setup/store-app"

const MERCHANT = { login: "a-login-of-the-store", password: "a-password-that-nobody-may-read" }
const ADMIN = { email: "admin@example.com", password: "correct-horse" }
const tokenShape = z.object({ token: z.string() })
const providersShape = z.object({ payment_providers: z.array(z.object({ id: z.string() })) })

/** Takes a payment by a card, keeps its token, and pays out to it. */
const PAY_OUT = `
  const { RozetkaPayClient } = require("medusa-payment-rozetkapay/rozetkapay")
  const { cardTokenOf } = require("medusa-payment-rozetkapay/rozetkapay-legacy")
  const { legacy, payOut } = require("./src/pay-out")
  const { ROZETKAPAY_LOGIN: login, ROZETKAPAY_PASSWORD: password, ROZETKAPAY_API_URL: apiUrl } = process.env
  const order = { orderId: "paid-in", amount: "300.00", currency: "UAH", description: "Stake" }
  const card = { number: "4111111111111111", month: 12, year: 30, cvv: "123" }
  ;(async () => {
    const { status } = await new RozetkaPayClient({ login, password, apiUrl }).validateKeys()
    const paid = await legacy.cardData.payByCard({ ...order, twoStep: false, card })
    const out = await payOut("paid-out", "250.00", cardTokenOf(paid))
    console.log(status + ", " + out.method + " " + out.status + " " + out.amount)
  })()
`

describe("A store that installs the packed plugin and follows README", () => {
  let npmOutput = ""
  let place: Place = { folder: "" }
  let url = ""
  let database: NewDatabase | undefined
  let sandbox: Running | undefined
  let medusa: Running | undefined

  beforeAll(async () => {
    const store = await makeStoreApp()
    npmOutput = store.npmOutput
    database = await newDatabase()
    sandbox = await runUntilStopped(
      store,
      120_000,
      /RozetkaPay sandbox: http\S+/,
      installed(store, "medusa-payment-rozetkapay"),
      ...["sandbox", "--port", "0", "--login", MERCHANT.login, "--password", MERCHANT.password],
    )
    const port = await freePort()
    url = `http://localhost:${port}`
    place = {
      folder: store.folder,
      env: {
        NODE_ENV: "development",
        DATABASE_URL: database.url,
        STORE_CORS: "http://localhost:8000",
        ADMIN_CORS: url,
        AUTH_CORS: url,
        JWT_SECRET: "supersecret",
        COOKIE_SECRET: "supersecret",
        MEDUSA_BACKEND_URL: url,
        STOREFRONT_URL: "http://localhost:8000",
        ROZETKAPAY_LOGIN: MERCHANT.login,
        ROZETKAPAY_PASSWORD: MERCHANT.password,
        ROZETKAPAY_API_URL: /http\S+/.exec(sandbox.output())?.[0] ?? "",
      },
    }
    const cli = installed(place, "medusa")
    await must(place, 240_000, cli, "db:migrate")
    await must(place, 120_000, cli, "user", "-e", ADMIN.email, "-p", ADMIN.password)
    medusa = await runUntilStopped(
      place,
      120_000,
      /Server is ready on port/,
      cli,
      ...["start", "--port", String(port)],
    )
  }, 900_000)

  afterAll(async () => {
    await medusa?.stop()
    await sandbox?.stop()
    await database?.drop()
  }, 60_000)

  const callback = `/hooks/rozetkapay/pp_rozetkapay_rozetkapay`

  it("installs without a warning about peer dependencies", () => {
    expect(npmOutput).not.toMatch(/peer|ERESOLVE/i)
  })

  it("has TypeScript accept the files that the docs show and the plugin's own types", async () => {
    const { code, output } = await run(place, 180_000, installed(place, "tsc"), "--noEmit")
    expect(output).toBe("")
    expect(code).toBe(0)
  }, 200_000)

  it("finds RozetkaPay among its payment providers in the Admin API", async () => {
    const { token } = await ask(tokenShape, `${url}/auth/user/emailpass`, {
      method: "POST",
      body: ADMIN,
    })
    const { payment_providers } = await ask(
      providersShape,
      `${url}/admin/payments/payment-providers`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    )
    expect(payment_providers.map(({ id }) => id)).toContain("pp_rozetkapay_rozetkapay")
  })

  it("refuses a callback without a signature, or with a wrong one, by 401", async () => {
    const body = paymentCallback({ external_id: "payses_1", amount: "1.00", currency: "UAH" })
    expect(await deliver(`${url}${callback}`, body, {})).toMatchObject({ status: 401 })
    const forged = { signature: signature(body, "another password") }
    expect(await deliver(`${url}${callback}`, body, forged)).toMatchObject({ status: 401 })
  })

  it("takes a signed callback of a payment that is not its own by 200, and does nothing", async () => {
    const body = paymentCallback({ external_id: "payses_1", amount: "1.00", currency: "UAH" })
    const genuine = { signature: signature(body, MERCHANT.password) }
    expect(await deliver(`${url}${callback}`, body, genuine)).toMatchObject({ status: 200 })
  })

  it("answers 404 for a provider that it does not have", async () => {
    const { status } = await send(`${url}/hooks/rozetkapay/pp_rozetkapay_nobody`, {
      method: "POST",
      body: {},
    })
    expect(status).toBe(404)
  })

  it("sends a shopper who returns from an unknown payment to the storefront's checkout", async () => {
    const back = await send(`${url}${callback}/return/payses_unknown`)
    expect(back.status).toBe(302)
    expect(back.headers.get("location")).toMatch(/^http:\/\/localhost:8000\/ua\/checkout\?/)
  })

  it("serves the dashboard with the plugin in it", async () => {
    expect(await send(`${url}/app`)).toMatchObject({ status: 200 })
  })

  it("says in its log that RozetkaPay knows the keys, and never says them", async () => {
    await eventually("RozetkaPay's word about the keys", async () =>
      medusa?.output().includes("login and password are right"),
    )
    expect(medusa?.output()).not.toContain(MERCHANT.password)
  })

  it("runs the workflow rozetkapay-sync-payment by its id and by the package's export", async () => {
    const output = await must(
      place,
      120_000,
      installed(place, "medusa"),
      ...["exec", "./src/scripts/sync-unknown-payment.ts"],
    )
    expect(output).toContain("SYNCED [null,null]")
  }, 150_000)

  it("shows an operator by the docs' command what callbacks missed, and changes nothing", async () => {
    const script = commandFromDocs(/npx medusa (exec \S+) dry-run/)
    const output = await must(
      place,
      120_000,
      installed(place, "medusa"),
      ...[...script.split(" "), "dry-run"],
    )
    expect(output).toMatch(
      /rozetkapay: dry run, nothing was changed: 0 payments looked at, 0 differences/,
    )
  }, 150_000)

  it("calls RozetkaPay's APIs by the docs' own code, also for what no storefront reaches", async () => {
    const { posId, apiKey, apiSecret, endpointsKey } = DEFAULT_LEGACY_MERCHANT
    const env = {
      ...place.env,
      ROZETKAPAY_POS_ID: posId,
      ROZETKAPAY_API_KEY: apiKey,
      ROZETKAPAY_API_SECRET: apiSecret,
      ROZETKAPAY_ENDPOINTS_KEY: endpointsKey,
    }
    const output = await must(
      { ...place, env },
      60_000,
      process.execPath,
      ...["-r", "ts-node/register/transpile-only", "-e", PAY_OUT],
    )
    expect(output).toContain("activated, credit success 250")
  }, 90_000)

  it("starts the offline RozetkaPay by npx", async () => {
    const { code, output } = await run(
      place,
      60_000,
      "npx",
      ...["--no-install", "medusa-payment-rozetkapay", "sandbox", "--help"],
    )
    expect(output).toContain("Usage: medusa-payment-rozetkapay sandbox")
    expect(code).toBe(0)
  })

  it("does not boot with bad options, names each in a line of its own, and never its value", async () => {
    const path = join(place.folder, "medusa-config.ts")
    const config = readFileSync(path, "utf8")
    const mistyped = config.replace("storefrontUrl:", "storefrontUlr:")
    expect(mistyped).not.toBe(config)
    writeFileSync(path, mistyped)
    try {
      const env = {
        ...place.env,
        ROZETKAPAY_LOGIN: "",
        ROZETKAPAY_PASSWORD: "a-password-that-nobody-may-read",
        MEDUSA_BACKEND_URL: "not-an-address",
      }
      const { code, output } = await run(
        { ...place, env },
        120_000,
        installed(place, "medusa"),
        ...["start", "--port", String(await freePort())],
      )
      expect(code).not.toBe(0)
      const line = (text: string) => new RegExp(`^.*medusa-payment-rozetkapay: ${text}$`, "m")
      expect(output).toMatch(line('option "login" is empty'))
      expect(output).toMatch(line('option "backendUrl" must be an http\\(s\\) url'))
      expect(output).toMatch(line('option "storefrontUlr" is unknown; see the table .*'))
      expect(output).not.toContain("a-password-that-nobody-may-read")
      expect(output).not.toContain("not-an-address")
    } finally {
      writeFileSync(path, config)
    }
  }, 150_000)

  it.each([
    {
      mistake: "without the plugin's own line",
      from: 'plugins: [{ resolve: "medusa-payment-rozetkapay", options: {} }],',
      to: "",
      hint: /^.*`plugins: \[\{ resolve: "medusa-payment-rozetkapay", options: \{\} \}\]` is missing in medusa-config\.ts.*$/m,
    },
    {
      mistake: "with the package in the provider's place",
      from: 'resolve: "medusa-payment-rozetkapay/providers/rozetkapay"',
      to: 'resolve: "medusa-payment-rozetkapay"',
      hint: /^.*a payment provider is `resolve: "medusa-payment-rozetkapay\/providers\/rozetkapay"`.*$/m,
    },
  ])("does not boot $mistake, and says which line to mend", async ({ from, to, hint }) => {
    const path = join(place.folder, "medusa-config.ts")
    const config = readFileSync(path, "utf8")
    expect(config).toContain(from)
    writeFileSync(path, config.replace(from, to))
    try {
      const { code, output } = await run(
        place,
        120_000,
        installed(place, "medusa"),
        ...["start", "--port", String(await freePort())],
      )
      expect(code).not.toBe(0)
      expect(output).toMatch(hint)
    } finally {
      writeFileSync(path, config)
    }
  }, 150_000)
})
