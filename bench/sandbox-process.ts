// The offline RozetkaPay in a process of its own, so that it does not share the store's event loop.
import { startSandbox } from "../sandbox"

startSandbox({ openapi: null }).then(
  (sandbox) => {
    process.send?.(sandbox.url)
    process.once("disconnect", () => sandbox.close())
  },
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
