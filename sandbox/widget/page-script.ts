/**
 * What /widget.js does in a shop's page. Sent to the browser as text, so everything it uses is
 * inside it. The card is typed into a frame of the sandbox's own: the page never holds it.
 * Works under `script-src <sandbox>; frame-src <sandbox>`: nothing inline, nothing fetched.
 * Source: RozetkaPay's OpenAPI document, section "Widget".
 */
export function pageScript(fallbackOrigin: string, keys: readonly string[]): void {
  type Control = { open(): void; close(): void }
  type Problem = { id: string; message: string }

  const script = document.currentScript
  const origin =
    script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : fallbackOrigin
  const CLONED = [
    "key",
    "amount",
    "lang",
    "locale",
    "style",
    "type",
    "template",
    "customer_ip",
    "customer_id",
    "customer_email",
    "customer_country",
    "customer_city",
  ]

  const read = (from: unknown, name: string): unknown =>
    typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined

  /** Later, as the real one: the caller of init has its control object by then. */
  const dispatch = (name: string, detail?: Problem) => {
    setTimeout(() => document.dispatchEvent(new CustomEvent(name, { detail })), 0)
  }

  const problemOf = (params: unknown): Problem | null => {
    const key = read(params, "key")
    const selector = read(params, "selector")
    const type = read(params, "type")
    if (typeof key !== "string" || key === "")
      return { id: "key_required", message: "Parameter key is required" }
    if (!keys.includes(key)) return { id: "invalid_key", message: "The widget key is not known" }
    if (read(params, "mode") !== "inline")
      return { id: "invalid_mode", message: "Parameter mode should be equal to inline" }
    if (typeof selector !== "string" || selector === "")
      return { id: "selector_required", message: "Parameter selector is required" }
    if (typeof read(params, "onToken") !== "function")
      return { id: "on_token_required", message: "Parameter onToken should be a function" }
    if (type !== undefined && type !== "full_card" && type !== "pan_only")
      return { id: "invalid_type", message: "Parameter type should be full_card or pan_only" }
    return null
  }

  const init = (params: unknown): Control => {
    const problem = problemOf(params)
    if (problem) {
      dispatch("widget-init-error", problem)
      return { open: () => undefined, close: () => undefined }
    }
    dispatch("widget-init-ready")
    return controlOf(params)
  }

  const controlOf = (params: unknown): Control => {
    let frame: HTMLIFrameElement | null = null
    let port: MessagePort | null = null
    const close = () => {
      port?.close()
      frame?.remove()
      port = null
      frame = null
    }
    const open = () => {
      close()
      const selector = String(read(params, "selector")).replace(/^#/, "")
      const holder = document.getElementById(selector)
      if (!holder) {
        const message = `There is no element with id ${selector}`
        dispatch("widget-init-error", { id: "selector_not_found", message })
        return
      }
      const made = document.createElement("iframe")
      made.src = `${origin}/widget/frame`
      made.title = "RozetkaPay"
      made.style.width = "100%"
      made.style.height = "320px"
      made.style.border = "0"
      made.style.display = "block"
      made.addEventListener("load", () => {
        port?.close()
        const channel = new MessageChannel()
        port = channel.port1
        port.onmessage = (event) => receive(event.data, made)
        const wanted = Object.fromEntries(CLONED.map((name) => [name, read(params, name)]))
        const message = { rozetkapay: "init", params: JSON.parse(JSON.stringify(wanted)) }
        made.contentWindow?.postMessage(message, origin, [channel.port2])
      })
      frame = made
      holder.append(made)
    }
    const receive = (message: unknown, from: HTMLIFrameElement) => {
      const height = read(message, "height")
      const token = read(message, "token")
      const onToken = read(params, "onToken")
      if (typeof height === "number") from.style.height = `${height}px`
      if (token !== undefined && typeof onToken === "function") onToken(token)
    }
    return { open, close }
  }

  Object.assign(window, { RPayCardWidget: { init } })
  const ready: unknown = Reflect.get(window, "__onWidgetReady")
  if (typeof ready === "function") ready()
}
