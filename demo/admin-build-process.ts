// Runs in a process of its own: it takes a lot of memory once and gives it back.
import { Compiler } from "@medusajs/framework/build-tools"
import { logger } from "@medusajs/framework/logger"

async function build(outDir: string | undefined): Promise<boolean> {
  if (!outDir) throw new Error("The folder to build into is missing")
  const bundler = await import("@medusajs/admin-bundler")
  const compiler = new Compiler(process.cwd(), logger)
  // Of the TypeScript settings only the folder to write to is read for the dashboard.
  return compiler.buildAppFrontend(
    false,
    { options: { outDir }, fileNames: [], errors: [] },
    bundler,
  )
}

build(process.argv[2]).then(
  (built) => process.exit(built ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
