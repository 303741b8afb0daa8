/** Where money is moved: RozetkaPay's own address with a shop's keys, the same with keys for tests, or another address. */
export type Environment = "live" | "test" | "sandbox"

const OWN = /(^|\.)rozetkapay\.com$/i
/** RozetkaPay's own place for developers, where no money moves. */
const FOR_DEVELOPERS = /^api-epdev\./i

/** Printed in the READMEs of RozetkaPay's SDKs: anybody's, on its live address. */
const PUBLISHED_TEST_LOGIN = "a6a29002-dc68-4918-bc5d-51a6094b14a8"

export const environmentOf = ({
  apiUrl,
  login,
}: {
  apiUrl: string
  login?: string
}): Environment => {
  const { hostname } = new URL(apiUrl)
  if (!OWN.test(hostname)) return "sandbox"
  return FOR_DEVELOPERS.test(hostname) || login === PUBLISHED_TEST_LOGIN ? "test" : "live"
}
