import { type Request, type Response, Router, urlencoded } from "express"
import type { Addition } from "../wallet-additions"
import { answerBank, putCard } from "../wallet-desk"
import type { World } from "../world"
import { addCardPage } from "./add-card"
import { type CardForm, filledCard, sentCard } from "./card-form"
import { textOf, unknownPage } from "./known-page"
import { noticePage } from "./notice"
import { langQuery, languageOf, lookOf, show } from "./page-look"
import { threeDsPage } from "./three-ds"

/** A customer adds a card: the hosted form, and the bank's page of both modes. */
export function walletPages(world: World): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: "10kb" })
  const pathOf = ({ addition_id }: Addition) => `/wallet/${addition_id}`
  const merchantOf = ({ login }: Addition) => world.merchants.find(login)?.name ?? login

  const page = (request: Request, addition: Addition, shown: CardForm) =>
    addCardPage({
      look: lookOf(request, null),
      language: languageOf(request, null),
      merchant: merchantOf(addition),
      path: pathOf(addition),
      isDeclined: addition.status === "failure",
      form: shown,
    })

  /** Back to the shop, with the news on the way when the shop named no address. */
  const goBack = (request: Request, response: Response, { result_url, status }: Addition) => {
    if (result_url !== null) {
      response.redirect(302, result_url)
      return
    }
    const look = lookOf(request, null)
    const { addedTitle, addedText, addDeclinedTitle, addDeclined } = look.texts
    const isDone = status === "success"
    const title = isDone ? addedTitle : addDeclinedTitle
    const text = isDone ? addedText : addDeclined
    show(response, noticePage({ look, sign: isDone ? "done" : "clock", title, text }))
  }

  /** The addition that still wants a card, or null when the page has said why not. */
  const openAddition = (request: Request, response: Response): Addition | null => {
    const addition = world.additions.find(request.params.addition_id ?? "")
    if (addition?.mode !== "hosted") unknownPage(request, response)
    else if (addition.status === "success") alreadySaved(request, response, addition)
    else return addition
    return null
  }

  const waiting = (request: Request, response: Response): Addition | null => {
    const addition = world.additions.find(request.params.addition_id ?? "")
    if (!addition) unknownPage(request, response)
    else if (addition.status === "success") alreadySaved(request, response, addition)
    else if (addition.status === "pending") return addition
    else if (addition.mode === "hosted")
      response.redirect(303, `${pathOf(addition)}${langQuery(request)}`)
    else goBack(request, response, addition)
    return null
  }

  router.get("/wallet/:addition_id", (request, response) => {
    const addition = openAddition(request, response)
    if (!addition) return
    show(response, page(request, addition, filledCard(textOf(request.query.card))))
  })

  router.post("/wallet/:addition_id", form, (request, response) => {
    const addition = openAddition(request, response)
    if (!addition) return
    const { form: sent, card } = sentCard((name) => request.body[name])
    if (card === undefined) {
      show(response.status(422), page(request, addition, sent))
      return
    }
    putCard(world, addition, card)
    afterMove(request, response, addition)
  })

  router.get("/wallet/:addition_id/leave", (request, response) => {
    const addition = world.additions.find(request.params.addition_id)
    if (addition) goBack(request, response, addition)
    else unknownPage(request, response)
  })

  router.get("/wallet/:addition_id/bank", (request, response) => {
    const addition = waiting(request, response)
    if (!addition) return
    show(
      response,
      threeDsPage({
        look: lookOf(request, null),
        language: languageOf(request, null),
        merchant: merchantOf(addition),
        card: addition.entry?.card ?? null,
        sum: null,
        at: addition.created_at,
        action: `${pathOf(addition)}/bank`,
        leave: `${pathOf(addition)}/leave?lang=${languageOf(request, null)}`,
      }),
    )
  })

  router.post("/wallet/:addition_id/bank", form, (request, response) => {
    const addition = waiting(request, response)
    if (!addition) return
    answerBank(world, addition, request.body.answer === "approve" ? "approve" : "reject")
    afterMove(request, response, addition)
  })

  /** To the bank, back to the form that says why not, or to the shop. */
  function afterMove(request: Request, response: Response, addition: Addition): void {
    if (addition.status === "pending")
      response.redirect(303, `${pathOf(addition)}/bank${langQuery(request)}`)
    else if (addition.status === "failure" && addition.mode === "hosted")
      response.redirect(303, `${pathOf(addition)}${langQuery(request)}`)
    else goBack(request, response, addition)
  }

  function alreadySaved(request: Request, response: Response, addition: Addition): void {
    const look = lookOf(request, null)
    const { addedTitle: title, addedText: text, back: label } = look.texts
    const link = addition.result_url === null ? null : { href: addition.result_url, label }
    show(response, noticePage({ look, sign: "done", title, text, link }))
  }
  return router
}
