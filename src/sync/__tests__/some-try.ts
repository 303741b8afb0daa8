import { situation } from "../../core/__tests__/situations"
import { externalId } from "../../core/external-id"
import type { RozetkaPayEventData } from "../emit-event"
import type { Try } from "../snapshot"
import type { Store } from "../store"
import { StoreModel } from "./store-model"

export const ID = externalId("payses_01")
export const PROVIDER = "pp_rozetkapay_main"
export const TERMS = {
  external_id: ID,
  provider_id: PROVIDER,
  currency_code: "uah",
  capture: true,
}

/** The only try of a cart of 100 UAH that is an order, with its Payment; nothing is to be done. */
export const someTry = (fields: Partial<Try> = {}): Try => ({
  situation: situation({ orderPlaced: true }),
  actions: [{ do: "nothing" }],
  terms: TERMS,
  payment_id: "pay_1",
  rows: [],
  payment_collection_id: "pay_col_01",
  openedAt: null,
  startWasCutOff: false,
  failingSince: null,
  failure: null,
  cart_id: "cart_01",
  order_id: "order_1",
  country_code: null,
  howPaidNews: null,
  ...fields,
})

type Asked = [method: string, ...given: unknown[]]

/** A store that writes down what it is asked to move, write and tell, and has it done. */
export class RecordingStore extends StoreModel {
  readonly asked: Asked[] = []
  readonly told: [string, RozetkaPayEventData][] = []

  constructor(change: Partial<Store> = {}) {
    super([ID])
    Object.assign(this, change)
  }

  private writes =
    (method: string) =>
    async (...given: unknown[]): Promise<void> =>
      void this.asked.push([method, ...given])

  override emit: Store["emit"] = async (name, data) => void this.told.push([name, data])
  override capturePayment: Store["capturePayment"] = this.writes("capturePayment")
  override refundPayment: Store["refundPayment"] = this.writes("refundPayment")
  override cancelPayment: Store["cancelPayment"] = this.writes("cancelPayment")
  override recordCancel: Store["recordCancel"] = this.writes("recordCancel")
  override finishStart: Store["finishStart"] = this.writes("finishStart")
  override repairOrder: Store["repairOrder"] = this.writes("repairOrder")
  override noteOnSession: Store["noteOnSession"] = this.writes("noteOnSession")
  override noteHowPaid: Store["noteHowPaid"] = this.writes("noteHowPaid")
  override takeBackRefunds: Store["takeBackRefunds"] = this.writes("takeBackRefunds")
  override noteReturning: Store["noteReturning"] = this.writes("noteReturning")
  override forgetReturning: Store["forgetReturning"] = this.writes("forgetReturning")
}
