// Medusa and every measurement, in one process and on one store. Prints the table.
import os from "node:os"
import { z } from "zod"
import { adapterCheckouts } from "./measures/adapter-checkouts"
import { adminWeight } from "./measures/admin-weight"
import { boot } from "./measures/boot"
import { builtInRoute } from "./measures/built-in-route"
import { callbackToOrder } from "./measures/callback-to-order"
import { callsPerCheckout } from "./measures/calls-per-checkout"
import { ordersAtOnce } from "./measures/orders-at-once"
import { paymentsTable } from "./measures/payments-table"
import { providerTime } from "./measures/provider-time"
import { queries } from "./measures/queries"
import { reconcileOpen } from "./measures/reconcile-open"
import { repeatedCallbacks } from "./measures/repeated-callbacks"
import { shopperReturn } from "./measures/shopper-return"
import { signatureCheck } from "./measures/signature-check"
import { openStore } from "./open-store"
import { type Row, textTable } from "./table"

const place = z
  .object({
    PORT: z.coerce.number(),
    MEDUSA_BACKEND_URL: z.string(),
    ROZETKAPAY_API_URL: z.string(),
    BENCH_LATENCY_MS: z.coerce.number().int().min(0).max(5_000),
    BENCH_ONLY: z.string().optional(),
    BENCH_SESSIONS: z.string().default("1000,10000"),
  })
  .transform((env) => ({
    port: env.PORT,
    url: env.MEDUSA_BACKEND_URL,
    sandboxUrl: env.ROZETKAPAY_API_URL,
    latency: env.BENCH_LATENCY_MS,
    only: env.BENCH_ONLY?.split(","),
    sessions: env.BENCH_SESSIONS.split(",").map(Number),
  }))

const load = () => os.loadavg()[0]?.toFixed(1)

async function main(): Promise<void> {
  const { latency, only, sessions, ...where } = place.parse(process.env)
  const begun = Date.now()
  const { store, close } = await openStore(where)
  const slow = `the gateway answers after ${latency} ms`
  const quick = "the gateway answers at once"
  const sections: { title: string; rows: Row[] }[] = []

  const measure = async (
    name: string,
    title: string,
    ms: number,
    work: () => Row[] | Promise<Row[]>,
  ) => {
    if (only && !only.includes(name)) return
    const started = Date.now()
    await store.gateway.clearFaults()
    if (ms > 0) await store.gateway.fault({ endpoint: "*", kind: "latency", times: 0, ms })
    try {
      const section = { title, rows: await work() }
      sections.push(section)
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`✓ ${name}, ${seconds} s, load ${load()}\n${textTable([section])}\n`)
    } catch (error) {
      // The others' figures are worth having all the same.
      console.error(`✗ ${title}`, error)
      process.exitCode = 1
    }
  }
  await measure("signature", "Signature check", 0, signatureCheck)
  await measure("order", `Callback to placed order; ${slow}`, latency, () => callbackToOrder(store))
  await measure(
    "built-in",
    `Callback to placed order, beside Medusa's built-in route; ${slow}`,
    latency,
    () => builtInRoute(store),
  )
  await measure("at-once", `Ten orders at once; ${quick}`, 0, () => ordersAtOnce(store))
  await measure("callbacks", `Repeated callbacks; ${quick}`, 0, () => repeatedCallbacks(store))
  await measure("return", `The shopper's return; ${quick}`, 0, () => shopperReturn(store))
  await measure("provider", `The provider's own time; ${slow}`, latency, () => providerTime(store))
  await measure("adapters", `Checkouts by each adapter; ${slow}`, latency, () =>
    adapterCheckouts(store),
  )
  await measure("calls", "Gateway calls per checkout", 0, () => callsPerCheckout(store))
  await measure("queries", "Questions to the database", 0, () => queries(store))
  await measure("reconcile", `Reconciling without its pace; ${quick}`, 0, () =>
    reconcileOpen(store, sessions),
  )
  await measure("table", "Payments of 100,000, for staff", 0, () => paymentsTable(store))
  await measure("boot", "Medusa's boot", 0, boot)
  await measure("admin", "In the dashboard", 0, adminWeight)

  const [cpu] = os.cpus()
  const seconds = Math.round((Date.now() - begun) / 1000)
  console.log(`\n${textTable(sections)}\n
Node ${process.version}, ${os.cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), load ${load()} at the end, ${seconds} s.`)
  await close()
}

// The one that started this process is gone: nobody waits for figures.
process.once("disconnect", () => process.exit(1))
main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
