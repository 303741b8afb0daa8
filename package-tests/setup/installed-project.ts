import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { must } from "./command"
import { packed } from "./tarball"

/** A storefront of these files that has installed the packed plugin and nothing of Medusa's. */
export async function installedProject(
  name: string,
  { files, ...more }: { files: Record<string, string>; type?: "module"; dependencies?: object },
): Promise<{ folder: string }> {
  const { tarball, folder: parent } = packed()
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true })
  const dependencies = {
    "medusa-payment-rozetkapay": `file:${tarball}`,
    ...more.dependencies,
  }
  const about = { name, private: true, ...more, dependencies }
  for (const [file, content] of Object.entries({
    "package.json": JSON.stringify(about),
    ...files,
  })) {
    writeFileSync(join(folder, file), content)
  }
  await must(
    { folder },
    420_000,
    "npm",
    ...["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"],
  )
  return { folder }
}
