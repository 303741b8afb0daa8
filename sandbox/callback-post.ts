import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"
import { inBase64 } from "./signature"

/** What the merchant's server answered; status 0 = no answer, `body` then says why. */
export type CallbackAnswer = { status: number; ms: number; body: string }

/**
 * json = as it is; form = the legacy API's: base64 of the body, and the signature; data_form = as
 * express orders have been seen: `data=` with the body url-encoded, its spaces as + or as %20.
 */
export type CallbackForm = "json" | "form" | "data_form" | "data_form_percent"

const KEPT_BODY = 2_000

/** POSTs one callback: no redirects followed, no socket kept. Never throws. */
export function postCallback(
  letter: { url: string; body: string; signature: string; sent_as: CallbackForm },
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<CallbackAnswer> {
  const started = Date.now()
  const { url } = letter
  const { body, headers } = asSent(letter)
  return new Promise((resolve) => {
    const end = (status: number, text: string) =>
      resolve({ status, ms: Date.now() - started, body: text.slice(0, KEPT_BODY) })
    try {
      const send = url.startsWith("https:") ? httpsRequest : httpRequest
      const request = send(
        url,
        {
          method: "POST",
          agent: false,
          signal,
          timeout: timeoutMs,
          headers: {
            ...headers,
            "content-length": Buffer.byteLength(body),
            "user-agent": "rozetkapay-sandbox",
            connection: "close",
          },
        },
        (response) => {
          let text = ""
          response.setEncoding("utf8")
          response.on("data", (chunk: string) => {
            if (text.length < KEPT_BODY) text += chunk
          })
          response.on("end", () => end(response.statusCode ?? 0, text))
          response.on("error", (error) => end(0, error.message))
        },
      )
      request.on("timeout", () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)))
      request.on("error", (error) => end(0, error.message))
      request.end(body)
    } catch (error) {
      end(0, error instanceof Error ? error.message : String(error))
    }
  })
}

/** The very bytes of a body in a form of `data=`. */
export const inDataForm = (body: string, form: "data_form" | "data_form_percent"): string =>
  form === "data_form_percent"
    ? `data=${encodeURIComponent(body)}`
    : new URLSearchParams({ data: body }).toString()

function asSent({ sent_as, ...written }: Written & { sent_as: CallbackForm }) {
  switch (sent_as) {
    case "json":
      return asJson(written)
    case "form":
      return asForm(written)
    case "data_form":
    case "data_form_percent":
      return asDataForm(written, sent_as)
  }
}

type Written = { body: string; signature: string }

const asJson = ({ body, signature }: Written) => ({
  body,
  headers: { "content-type": "application/json", "x-rozetkapay-signature": signature },
})

const asDataForm = ({ body, signature }: Written, form: "data_form" | "data_form_percent") => ({
  body: inDataForm(body, form),
  headers: {
    "content-type": "application/x-www-form-urlencoded",
    "x-rozetkapay-signature": signature,
  },
})

const asForm = ({ body, signature }: Written) => ({
  body: new URLSearchParams({ data: inBase64(Buffer.from(body)), signature }).toString(),
  headers: { "content-type": "application/x-www-form-urlencoded" },
})
