import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import type { RequestFacts } from "../../provider/start/shopper-browser"

export const requestFacts = (req: MedusaRequest): RequestFacts => ({
  ipAddress: ipv4Of(req.ip),
  ipv6Address: z.ipv6().safeParse(req.ip).data ?? null,
  userAgent: req.get("user-agent") ?? "",
  accept: req.get("accept") ?? "",
  acceptLanguage: req.get("accept-language") ?? "",
})

/** RozetkaPay's cards take IPv4 only; Node shows such an address as "::ffff:203.0.113.7" on a dual socket. */
const ipv4Of = (address: string | undefined): string | null => {
  const plain = address?.replace(/^::ffff:/i, "") ?? ""
  return z.ipv4().safeParse(plain).data ?? null
}
