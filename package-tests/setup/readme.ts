import { readFileSync } from "node:fs"
import { join } from "node:path"

export const readme = (): string => readFileSync(join(__dirname, "../../README.md"), "utf8")

/** The `medusa-config.ts` that README tells a store's developer to write. */
export function configFromReadme(): string {
  const configs = [...readme().matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, code = ""]) => code)
    .filter((code) => code.startsWith("// medusa-config.ts\n"))
  const [config] = configs
  if (!config || configs.length > 1) {
    throw new Error("README must hold one ```ts block that starts with `// medusa-config.ts`.")
  }
  return config
}
