import { spawnSync } from "node:child_process"

const isWindows = process.platform === "win32"

/** Spawn with it, and `endGroup` ends what the child has started, too. A group on Windows would open a window. */
export const asGroup = { detached: !isWindows }

/** Ends a child that was spawned with `asGroup`, and all that it started; harmless when it has ended. */
export function endGroup(child, signal) {
  if (child.pid === undefined) return
  if (isWindows) {
    // There are no signals and no groups: what is still a child's child is ended with it.
    spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" })
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended already.
  }
}
