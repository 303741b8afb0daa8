import { GatewayError } from "../gateway-error"
import type { ApiEndpoint } from "./endpoint"

/** Parts of the gateway that a project has only after RozetkaPay switched them on. */
const refuse = (
  method: ApiEndpoint["method"],
  path: string,
  code: string,
  message: string,
): ApiEndpoint => ({
  name: "other",
  method,
  path,
  answer: () => {
    throw new GatewayError({ code, message, type: "payment_settings_error" })
  },
})

const noWallet = "The customers' wallet is not configured for this project"

export const notOffered: ApiEndpoint[] = [
  refuse("get", "/api/customers/v1/wallet", "wallet_not_configured", noWallet),
  refuse("post", "/api/customers/v1/wallet", "wallet_not_configured", noWallet),
  refuse("delete", "/api/customers/v1/wallet", "wallet_not_configured", noWallet),
]
