import type { ChildProcess } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { runNode } from "./child-program"
import { hashOf } from "./source-hash"

export interface AdminBuild {
  root: string
  folder: string
  env: NodeJS.ProcessEnv
  onStart(child: ChildProcess): void
}

export interface BuiltAdmin {
  /** Folder with the dashboard's index.html. */
  files: string
  fresh: boolean
}

const filesOf = (build: string) => path.join(build, "public", "admin")

/**
 * Builds Medusa's dashboard with this repository's extensions, once for the same sources and versions.
 * It lies in the demo's own folder, since `.medusa/server` is where the package is built.
 */
export async function buildAdmin({ root, folder, env, onStart }: AdminBuild): Promise<BuiltAdmin> {
  const builds = path.join(folder, "admin")
  const name = hashOf(root, ["package-lock.json", "src/admin", "src/admin-client", "src/messages"])
  const build = path.join(builds, name)
  if (fs.existsSync(path.join(filesOf(build), "index.html"))) {
    return { files: filesOf(build), fresh: false }
  }
  fs.rmSync(builds, { recursive: true, force: true })
  const unfinished = `${build}.unfinished`
  await runNode(
    {
      name: "The build of the dashboard",
      args: ["-r", "ts-node/register", path.join(__dirname, "admin-build-process.ts"), unfinished],
      cwd: root,
      // The dashboard calls the server that it came from, on whichever port that is.
      env: { ...env, MEDUSA_BACKEND_URL: "/", DISABLE_MEDUSA_ADMIN: "false" },
      logFile: path.join(folder, "logs", "admin-build.log"),
    },
    "Read the log; the build needs about 1 GB of free memory.",
    onStart,
  )
  fs.renameSync(unfinished, build)
  return { files: filesOf(build), fresh: true }
}
