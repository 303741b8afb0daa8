import { subscribe, unsubscribe } from "node:diagnostics_channel"

/** How many HTTP calls this process makes meanwhile, by node:http: the plugin's alone. */
export async function countCalls(work: () => Promise<unknown>): Promise<number> {
  let calls = 0
  const count = () => {
    calls += 1
  }
  subscribe("http.client.request.start", count)
  try {
    await work()
  } finally {
    unsubscribe("http.client.request.start", count)
  }
  return calls
}
