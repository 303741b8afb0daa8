import { z } from "zod"
import type { Sandbox } from "../../sandbox"
import { DEFAULT_MERCHANT } from "../../sandbox/merchants"
import type { Movement } from "../../src/core/due"
import { externalId } from "../../src/core/external-id"
import { amountOf } from "../../src/core/money"
import { RecentEvents } from "../../src/provider/recent-events"
import { cardAdapter } from "../../src/providers/rozetkapay/descriptor"
import type { Treatment } from "../gateway-model"
import { SILENT } from "../silent-logger"
import { ASKED } from "./gateway-scripts"
import type { GatewaySide } from "./gateway-side"

const CURRENCY = "UAH"
/** Nobody listens there: what is sent is read from the sandbox. */
const CALLBACK_URL = "http://127.0.0.1:9/callback"
const REFUSED_CARD = "4000000000000044"

const ENDPOINTS: Record<Movement, string> = {
  capture: "confirm",
  cancel: "cancel",
  refund: "refund",
}

const FAULTS: Partial<Record<Treatment, string>> = {
  "is unavailable": "429",
  "loses the request": "drop_before",
  "loses the answer": "drop_after",
}

const callbackList = z.object({ callbacks: z.array(z.object({ body: z.string() })) })

/** The sandbox, over HTTP, as the plugin's client asks it. */
export const sandboxSide = ({ url }: Sandbox, id: string): GatewaySide => {
  const { login, password } = DEFAULT_MERCHANT
  const options = cardAdapter.optionsSchema.parse({
    login,
    password,
    apiUrl: url,
    backendUrl: "https://shop.example",
  })
  const gateway = cardAdapter.createGateway(options, { logger: SILENT, events: new RecentEvents() })
  const named = externalId(id)
  let twoStep = false
  const reference = () => ({
    externalId: named,
    currency: CURRENCY,
    twoStep,
    callbackUrl: CALLBACK_URL,
  })
  const send = async (method: string, path: string, body: object = {}) => {
    const response = await fetch(`${url}/sandbox/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "POST" && { body: JSON.stringify(body) }),
    })
    return { isOk: response.ok, said: await response.text() }
  }
  const must = async (method: string, path: string, body?: object): Promise<string> => {
    const { isOk, said } = await send(method, path, body)
    if (!isOk) throw new Error(`${path}: ${said}`)
    return said
  }
  const balance = (is: string | null) => must("POST", `merchants/${login}`, { balance: is })
  return {
    open: async (isTwoStep) => {
      twoStep = isTwoStep
      const payment = { external_id: id, amount: ASKED, currency: CURRENCY, state: "unpaid" }
      await must("POST", "payments", {
        ...payment,
        confirm: !twoStep,
        callback_url: CALLBACK_URL,
        login,
      })
    },
    pay: async (isDeclined) =>
      (await send("POST", `payments/${id}/pay`, isDeclined ? { card: REFUSED_CARD } : {})).isOk,
    ask: async (move, amount, treatment) => {
      const kind = FAULTS[treatment]
      const money = { amount: amountOf(amount, CURRENCY), currency: CURRENCY }
      if (kind) await must("POST", "faults", { endpoint: ENDPOINTS[move], kind, times: 0 })
      if (treatment === "defers") await balance("0.00")
      try {
        return (await gateway[move](reference(), money)).is
      } finally {
        await must("DELETE", "faults")
        await balance(null)
      }
    },
    moveInCabinet: async (move, amount) =>
      (await send("POST", `payments/${id}/cabinet/${ENDPOINTS[move]}`, { amount })).isOk,
    finishDeferred: async (isMade) => {
      await must("POST", `payments/${id}/refunds/${isMade ? "settle" : "fail"}`)
    },
    stopInfo: async () => void (await must("POST", "info", { stopped: true })),
    letInfoGo: async () => void (await must("POST", "info", { stopped: false })),
    ledger: () => gateway.ledger(reference(), []),
    callbacks: async () => {
      await must("GET", "idle?within_ms=60000")
      const { callbacks } = callbackList.parse(
        JSON.parse(await must("GET", `callbacks?external_id=${id}`)),
      )
      return callbacks.flatMap(
        ({ body }) => cardAdapter.webhook.read(Buffer.from(body), options)?.operations ?? [],
      )
    },
  }
}
