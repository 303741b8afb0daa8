import type { Api, RozetkaPayClientOptions } from "./api"
import { judgeAnswer } from "./judge-answer"

const DEFAULT_API_URL = "https://api.rozetkapay.com"

/** The current API: Basic authentication. */
export function currentApi(options: RozetkaPayClientOptions): Api {
  const { login, password, apiUrl = DEFAULT_API_URL, onBehalfOf } = options
  const encoded = Buffer.from(`${login}:${password}`).toString("base64")
  const headers = {
    Authorization: `Basic ${encoded}`,
    ...(onBehalfOf ? { "X-ON-BEHALF-OF": onBehalfOf } : {}),
  }
  return {
    ...options,
    url: apiUrl,
    credentials: () => headers,
    secrets: [password, encoded],
    judge: judgeAnswer,
  }
}
