import { externalId } from "../../src/core/external-id"
import type { Operation } from "../../src/core/operation"
import { GatewayModel } from "../gateway-model"
import { CURRENCY, uah } from "../medusa-model"
import { Process, Scheduler } from "../scheduler"
import { ASKED, type GatewayScript, playGatewayScript } from "./gateway-scripts"
import type { GatewaySide } from "./gateway-side"

const ID = externalId("payses_01")

/** @returns what could be seen of the script when the model of RozetkaPay played it */
export const playOnGatewayModel = async (script: GatewayScript): Promise<string> => {
  const scheduler = new Scheduler(() => 0)
  const played = new Process("the store").run(() => playGatewayScript(script, sideOf(scheduler)))
  await scheduler.run()
  return await played
}

const sideOf = (scheduler: Scheduler): GatewaySide => {
  const gateway = new GatewayModel()
  gateway.isPrompt = true
  const words: Operation[] = []
  gateway.onWord = (_payment, word) => words.push(word)
  const api = gateway.api(scheduler)
  let twoStep = false
  const reference = () => ({ externalId: ID, currency: CURRENCY, twoStep, callbackUrl: "" })
  return {
    open: async (isTwoStep) => {
      twoStep = isTwoStep
      gateway.open(ID, { amount: uah(ASKED), currency: CURRENCY }, twoStep, {})
    },
    pay: async (isDeclined) => gateway.pay(ID, isDeclined),
    ask: async (move, amount, treatment) => {
      gateway.treatments = [treatment]
      const money = { amount: uah(Number(amount)), currency: CURRENCY }
      return (await api[move](reference(), money)).is
    },
    moveInCabinet: async (move, amount) => gateway.moveInCabinet(ID, move, uah(Number(amount))),
    finishDeferred: async (isMade) => {
      gateway.finishDeferred(ID, isMade ? "success" : "failure")
    },
    stopInfo: async () => {
      gateway.catchUp()
      gateway.isPrompt = false
    },
    letInfoGo: async () => {
      gateway.isPrompt = true
    },
    ledger: () => api.ledger(reference(), []),
    callbacks: async () => words,
  }
}
