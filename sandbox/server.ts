import express, { type ErrorRequestHandler, type Express } from "express"
import { alternativePages } from "./alternative/routes"
import { merchantPages } from "./cabinet/routes"
import { controlApi } from "./control"
import { gatewayApi } from "./gateway-api"
import { legacyApi } from "./legacy/legacy-api"
import { ownMachineOnly } from "./own-machine"
import { showError, wantsPage } from "./pages/error-page"
import { unknownPage } from "./pages/known-page"
import { shopperPages } from "./pages/shopper-routes"
import { walletPages } from "./pages/wallet-routes"
import { paypartsPages } from "./payparts/routes"
import { widgetRoutes } from "./widget/routes"
import type { World } from "./world"

/** Control API, shopper's pages, merchant's pages and the gateway's API on one port. */
export function sandboxApp(world: World): Express {
  const app = express()
  app.disable("x-powered-by")
  app.disable("etag")
  app.use(ownMachineOnly(() => world.ownHosts))
  app.use("/sandbox", controlApi(world))
  app.use(shopperPages(world))
  app.use(walletPages(world))
  app.use(paypartsPages(world))
  app.use(alternativePages(world))
  app.use(widgetRoutes(world))
  app.use(merchantPages(world))
  app.use(legacyApi(world))
  app.use(gatewayApi(world))
  app.use((request, response) => unknownPage(request, response))
  app.use(lastResort)
  return app
}

const lastResort: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error)
    return
  }
  const status = error instanceof Error && "status" in error ? error.status : 500
  const code = typeof status === "number" ? status : 500
  const message = error instanceof Error ? error.message : String(error)
  if (wantsPage(request)) showError(request, response, code, message)
  else response.status(code).json({ error: message })
}
