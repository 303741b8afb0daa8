import {
  type LocalGateway,
  type Reaction,
  startGateway,
} from "../../rozetkapay/__tests__/local-gateway"
import { type LegacyClientOptions, LegacyRozetkaPayClient } from "../client"
import { POS_ID } from "./document-examples"

export const KEYS = {
  posId: POS_ID,
  apiKey: "2c2b91a3-9b73-4551-81ac-84e0d0360995",
  apiSecret: "ktMdTyollYMRkEfvgqbaWmvFiXPy1a80",
  endpointsKey: "AIzaSyBiVfwG--8qIr4GOGuC2-XYoulwqqAAAAA",
}

/** Runs with a legacy client on a local gateway that reacts as told, and closes it whatever happens. */
export async function withLegacyGateway<Result>(
  reactions: Reaction[],
  run: (client: LegacyRozetkaPayClient, gateway: LocalGateway) => Promise<Result>,
  options: Partial<LegacyClientOptions> = {},
): Promise<Result> {
  const gateway = await startGateway(...reactions)
  try {
    return await run(
      new LegacyRozetkaPayClient({ ...KEYS, apiUrl: gateway.url, ...options }),
      gateway,
    )
  } finally {
    await gateway.close()
  }
}
