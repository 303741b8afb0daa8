// Medusa and every measurement, in one process and on one store. Prints the table.
import os from "node:os"
import { z } from "zod"
import { callbackToOrder } from "./measures/callback-to-order"
import { callsPerCheckout } from "./measures/calls-per-checkout"
import { paymentsTable } from "./measures/payments-table"
import { providerTime } from "./measures/provider-time"
import { reconcileThousand } from "./measures/reconcile-thousand"
import { repeatedCallbacks } from "./measures/repeated-callbacks"
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
  })
  .transform((env) => ({
    port: env.PORT,
    url: env.MEDUSA_BACKEND_URL,
    sandboxUrl: env.ROZETKAPAY_API_URL,
    latency: env.BENCH_LATENCY_MS,
    only: env.BENCH_ONLY?.split(","),
  }))

async function main(): Promise<void> {
  const { latency, only, ...where } = place.parse(process.env)
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
    sections.push({ title, rows: await work() })
    console.log(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  }
  await measure("signature", "Signature check", 0, signatureCheck)
  await measure("order", `Callback to placed order; ${slow}`, latency, () => callbackToOrder(store))
  await measure("provider", `The provider's own time; ${slow}`, latency, () => providerTime(store))
  await measure("calls", "Gateway calls per checkout", 0, () => callsPerCheckout(store))
  await measure("callbacks", `Repeated callbacks; ${quick}`, 0, () => repeatedCallbacks(store))
  await measure("reconcile", `Reconciling; ${quick}`, 0, () => reconcileThousand(store))
  await measure("table", "Payments of 100,000, for staff", 0, () => paymentsTable(store))

  const [cpu] = os.cpus()
  const seconds = Math.round((Date.now() - begun) / 1000)
  console.log(`\n${textTable(sections)}\n
Node ${process.version}, ${os.cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), load ${os.loadavg()[0]?.toFixed(1)} at the end, ${seconds} s.`)
  await close()
}

// The one that started this process is gone: nobody waits for figures.
process.once("disconnect", () => process.exit(1))
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
