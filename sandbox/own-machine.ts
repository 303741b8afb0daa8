import type { Request, RequestHandler } from "express"
import { showError, wantsPage } from "./pages/error-page"

/**
 * The sandbox believes whoever reaches it, so only the developer's own machine may: any web page
 * that is open in the developer's browser can send requests to localhost as well. A name that was
 * pointed at this machine (DNS rebinding) shows in Host, a foreign page in Origin; and a body that a
 * page may send without asking first (text/plain) is nobody's here.
 * The developer's own pages, on whatever port, are theirs.
 * @param ownHosts further names that the sandbox goes by, without ports
 */
export const ownMachineOnly =
  (ownHosts: () => readonly string[]): RequestHandler =>
  (request, response, next) => {
    const isOwn = (name: string) => LOOPBACK.test(name) || ownHosts().includes(name)
    const problem = problemOf(request, isOwn)
    if (problem === null) {
      next()
      return
    }
    const { status, code, message } = problem
    if (wantsPage(request)) showError(request, response, status, message)
    else response.status(status).json({ code, message, error: message })
  }

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

type Problem = { status: number; code: string; message: string }

function problemOf(request: Request, isOwn: (name: string) => boolean): Problem | null {
  const host = nameIn(request.headers.host ?? "")
  if (host === null || !isOwn(host))
    return {
      status: 403,
      code: "foreign_host",
      message:
        "The sandbox is asked for by a name that is not this machine's. Names that it is to go by: --allowed-host",
    }
  const { origin } = request.headers
  if (origin !== undefined && !isOwn(nameOfOrigin(origin)))
    return {
      status: 403,
      code: "foreign_origin",
      message: "A web page that is not of this machine asks. Names whose pages may: --allowed-host",
    }
  if (hasBody(request) && isText(request) && !saysSoItself(request))
    return request.path.startsWith("/api/") ? NO_TEXT_FOR_THE_GATEWAY : NO_TEXT
  return null
}

const NO_TEXT: Problem = {
  status: 415,
  code: "unsupported_media_type",
  message: "The sandbox takes no text/plain",
}
/** As the gateway words a body that it can not read. */
const NO_TEXT_FOR_THE_GATEWAY: Problem = {
  status: 400,
  code: "invalid_request_body",
  message: "The request body is not JSON: send content-type: application/json",
}

/** "Shop.Test:4010" → "shop.test"; null when it is no name with a port. */
const nameIn = (host: string): string | null =>
  /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.exec(host)?.[1]?.toLowerCase() ?? null

/** "" for what is no web page's: "null", a browser extension's, nonsense. */
const nameOfOrigin = (origin: string): string => {
  const [, host = ""] = /^https?:\/\/(.+)$/i.exec(origin) ?? []
  return nameIn(host) ?? ""
}

export const hasBody = ({ headers }: Request): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0

const isText = ({ headers }: Request): boolean =>
  /^\s*text\/plain\b/i.test(headers["content-type"] ?? "")

/** The legacy API has an answer of its own to what is not JSON. */
const saysSoItself = ({ path }: Request): boolean => path.startsWith("/api/v1/")
