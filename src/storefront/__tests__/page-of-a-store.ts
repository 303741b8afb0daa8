import type { CardWidgetParams, WidgetWindow } from "../card-widget"

/** As much of a browser's page as the module touches, without a browser. */
class ScriptTag extends EventTarget {
  src = ""
  nonce = ""
  async = false
  constructor(private readonly scripts: ScriptTag[]) {
    super()
  }
  remove() {
    this.scripts.splice(this.scripts.indexOf(this), 1)
  }
}

export type StorePage = ReturnType<typeof openPage>

/** Puts a page in place of the globals until `leave`. */
export const openPage = () => {
  const scripts: ScriptTag[] = []
  const elements = new Map<string, { id: string; isConnected: boolean }>()
  const page: WidgetWindow = {}
  const document = Object.assign(new EventTarget(), {
    createElement: () => new ScriptTag(scripts),
    getElementById: (id: string) => elements.get(id) ?? null,
    head: { append: (script: ScriptTag) => scripts.push(script) },
  })
  Object.assign(globalThis, { document, window: page })
  return {
    scripts,
    window: page,
    addElement: (id: string) => elements.set(id, { id, isConnected: true }),
    say: (event: string, detail?: object) =>
      document.dispatchEvent(Object.assign(new Event(event), { detail })),
    leave: () => {
      Reflect.deleteProperty(globalThis, "document")
      Reflect.deleteProperty(globalThis, "window")
    },
  }
}

/** RozetkaPay's widget, written down: what it was asked for, and what was done with it. */
export const widgetOf = (page: StorePage) => {
  const asked: CardWidgetParams[] = []
  const done: string[] = []
  const arrive = () => {
    page.window.RPayCardWidget = {
      init: (params) => {
        asked.push(params)
        return { open: () => done.push("open"), close: () => done.push("close") }
      },
    }
    page.window.__onWidgetReady?.()
  }
  return { asked, done, arrive }
}
