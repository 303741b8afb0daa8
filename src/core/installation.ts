import { createHash } from "node:crypto"

const LENGTH = 12

/**
 * The mark of this installation on its payments at the gateway: of the address where it runs, which a
 * copy of its database does not have. Public, and nothing secret is in it.
 */
export const installationOf = (backendUrl: string): string =>
  createHash("sha256").update(backendUrl).digest("hex").slice(0, LENGTH)

/** Null: a payment of an older version, which did not say. */
export const isForeign = (mark: string | null, backendUrls: string[]): boolean =>
  mark !== null && !backendUrls.map(installationOf).includes(mark)
