import { spawn } from "node:child_process"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { endOf, signalGroup } from "../../demo/child-program"
import { freePort } from "../../integration-tests/setup/free-port"
import { builtPlugin, ROOT } from "../built-plugin"
import { ratios, spread } from "../spread"
import { storeFolder } from "../store-folder"
import { figures, type Row } from "../table"

const ROUNDS = 5
const LOOK_EVERY_MS = 10
const PATIENCE_MS = 120_000

/** From the command to the first answer, as an operator waits for it. @returns milliseconds */
async function bootIn(folder: string): Promise<number> {
  const port = await freePort()
  const medusa = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
  const begun = performance.now()
  const child = spawn(process.execPath, [medusa, "start", "--port", String(port)], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "inherit"],
  })
  try {
    while (performance.now() - begun < PATIENCE_MS) {
      if (child.exitCode !== null) throw new Error(`Medusa ended with code ${child.exitCode}`)
      const answer = await fetch(`http://localhost:${port}/health`).catch(() => null)
      if (answer?.ok) return performance.now() - begun
      await sleep(LOOK_EVERY_MS)
    }
    throw new Error("Medusa did not boot")
  } finally {
    signalGroup(child, "SIGKILL")
    await endOf(child, 3_000)
  }
}

/** `medusa start` of the same small store, with the built plugin and without, in turn. */
export async function boot(): Promise<Row[]> {
  await builtPlugin()
  const [plain, whole] = [storeFolder(false), storeFolder(true)]
  const [ours, bare]: [number[], number[]] = [[], []]
  try {
    for (const { folder } of [plain, whole]) await bootIn(folder)
    for (let round = 0; round < ROUNDS; round++) {
      if (round % 2 === 0) bare.push(await bootIn(plain.folder))
      ours.push(await bootIn(whole.folder))
      if (round % 2 === 1) bare.push(await bootIn(plain.folder))
    }
  } finally {
    plain.remove()
    whole.remove()
  }
  return [
    {
      what: "Medusa's boot with the plugin / without",
      value: ratios(ours, bare),
      target: "≤ 1.05",
      figures: `${figures(spread(ours))} ms, without ${figures(spread(bare))} ms`,
    },
  ]
}
