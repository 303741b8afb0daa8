import http from "node:http"

export type RawRequest = {
  method: "GET" | "POST"
  /** As it goes over the wire, encoded or not. */
  path: string
  headers: Record<string, string | string[]>
  body?: Buffer
}

export type RawAnswer = { status: number; text: string }

/** Milliseconds. A server that takes longer for one malformed request has been stopped by it. */
const PATIENCE = 20_000

/** One request without any of the care that `fetch` takes of headers and addresses. */
export function sendRaw(url: string, request: RawRequest): Promise<RawAnswer> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = http.request(
      { host: "127.0.0.1", port, method: request.method, path: request.path, agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.on("error", reject)
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.setTimeout(PATIENCE, () => sent.destroy(new Error(`no answer in ${PATIENCE} ms`)))
    sent.on("error", reject)
    for (const [name, value] of Object.entries(request.headers)) sent.setHeader(name, value)
    sent.end(request.body)
  })
}
