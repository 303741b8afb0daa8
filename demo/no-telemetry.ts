import fs from "node:fs"
import path from "node:path"

/**
 * Where Medusa's telemetry finds that it is off. Its own variable keeps events from being written, but a
 * process that sends them is started all the same when Medusa ends, and outlives Ctrl-C.
 *
 * @returns the folder for XDG_CONFIG_HOME
 */
export function withoutTelemetry(folder: string): string {
  const home = path.join(folder, "config")
  fs.mkdirSync(path.join(home, "medusa"), { recursive: true })
  const settings = path.join(home, "medusa", "config.json")
  fs.writeFileSync(settings, JSON.stringify({ telemetry: { enabled: false } }))
  return home
}
