import type { Request, Response } from "express"
import type { Look } from "./frame"
import { noticePage } from "./notice"
import { languageOf, show } from "./page-look"
import { textsIn } from "./texts"

/** Browsers ask for HTML by name; programs take whatever comes, and get JSON. */
export const wantsPage = (request: Request): boolean => request.accepts(["json", "html"]) === "html"

/** What went wrong, as a page for people. */
export function showError(
  request: Request,
  response: Response,
  status: number,
  detail: string,
): void {
  const look: Look = { texts: textsIn(languageOf(request, null)), dark: false }
  const { errorTitle: title, errorText: text } = look.texts
  show(response.status(status), noticePage({ look, sign: "cross", title, text, detail }))
}
