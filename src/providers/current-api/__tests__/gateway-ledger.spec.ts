import fc from "fast-check"
import { someLedger } from "../../../core/__tests__/random-ledgers"
import { held, kept, type Ledger } from "../../../core/ledger"
import type { WebhookEvent } from "../../../provider/payment-gateway"
import { sampleBodies, testBySamples } from "../../../rozetkapay/__tests__/sample-files"
import { paymentInfo } from "../../../rozetkapay/payments/payment-info"
import { parseCallback } from "../../../rozetkapay/webhook/callback"
import { gatewayLedger } from "../gateway-ledger"
import { eventOf } from "../webhook-event"
import { callbackOf, histories, infoOf, readings, truthOf } from "./gateway-answers"

const oneStep = { twoStep: false, currency: "UAH" }
const twoStep = { twoStep: true, currency: "UAH" }

const info = (fields: Record<string, unknown>) =>
  paymentInfo.parse({
    id: "1",
    external_id: "payses_01",
    amount: "100",
    currency: "UAH",
    ...fields,
  })

const entry = (fields: Record<string, unknown>) => ({
  operation_id: "11",
  amount: "100",
  currency: "UAH",
  status: "success",
  ...fields,
})

const callback = (operation: string | null, details: Record<string, unknown> | null) =>
  eventOf(
    parseCallback(
      Buffer.from(JSON.stringify({ id: "1", external_id: "payses_01", operation, details })),
    ),
  )

const sums = ({ currency, authorized, captured, canceled, refunded }: Ledger): Ledger => ({
  currency,
  authorized,
  captured,
  canceled,
  refunded,
})

describe("RozetkaPay's answers as a ledger", () => {
  test("a hosted page that nobody has paid yet shows no money, no refusal, nothing under way", () => {
    expect(gatewayLedger(null, oneStep)).toEqual({
      ...someLedger(),
      paymentId: null,
      unclear: null,
      pending: false,
      underWay: { capture: "0.00", cancel: "0.00" },
      refundFailed: false,
      refundDecline: null,
      chargedBack: "0.00",
      decline: null,
    })
  })

  test("the same answer is a hold when we asked for a hold, and captured money when we did not", () => {
    const paid = info({ purchased: true, confirmed: false, purchase_details: [entry({})] })
    expect(sums(gatewayLedger(paid, twoStep))).toEqual(someLedger({ authorized: "100" }))
    expect(sums(gatewayLedger(paid, oneStep))).toEqual(
      someLedger({ authorized: "100", captured: "100" }),
    )
  })

  test("nothing is paid unless the gateway says purchased, whatever else it says", () => {
    for (const purchased of [false, null, undefined, "true", 1]) {
      const claims = info({
        purchased,
        confirmed: true,
        amount_confirmed: "100",
        amount_refunded: "5",
        is_success: true,
        purchase_details: [entry({})],
        confirmation_details: [entry({ operation_id: "12" })],
      })
      for (const asked of [oneStep, twoStep]) {
        expect(sums(gatewayLedger(claims, asked))).toEqual(someLedger())
      }
    }
  })

  test("a status of tomorrow is not yet: never paid, captured or canceled, and still under way", () => {
    const odd = ["processing", "SUCCESS", "ok", "", null, 1, "successful"]
    for (const status of odd) {
      const unpaid = gatewayLedger(
        info({ purchased: false, purchase_details: [entry({ status })] }),
        oneStep,
      )
      expect(sums(unpaid)).toEqual(someLedger())
      expect(unpaid).toMatchObject({ pending: true, decline: null })

      const events = [callback("payment", entry({ status }))]
      expect(sums(gatewayLedger(null, oneStep, events))).toEqual(someLedger())

      const held100 = info({
        purchased: true,
        purchase_details: [entry({})],
        confirmation_details: [entry({ operation_id: "12", status })],
        cancellation_details: [entry({ operation_id: "13", status })],
      })
      expect(sums(gatewayLedger(held100, twoStep))).toEqual(someLedger({ authorized: "100" }))
    }
  })

  test("an operation of tomorrow, or none, moves nothing", () => {
    const paid = info({ purchased: true, purchase_details: [entry({})] })
    for (const operation of ["reversal", "payout", "", null]) {
      const events = [callback(operation, entry({ operation_id: "99" }))]
      expect(gatewayLedger(paid, oneStep, events)).toEqual(gatewayLedger(paid, oneStep))
      expect(sums(gatewayLedger(null, oneStep, events))).toEqual(someLedger())
    }
  })

  test("a refused try tells why, until a later try is under way or paid", () => {
    const refused = entry({
      status: "failure",
      status_code: "insufficient_funds",
      status_description: "Not enough",
    })
    const decline = { code: "insufficient_funds", description: "Not enough" }
    const having = (details: Record<string, unknown>[], purchased = false) =>
      gatewayLedger(info({ purchased, purchase_details: details }), oneStep)
    expect(having([refused])).toMatchObject({ ...someLedger(), pending: false, decline })
    expect(having([refused, entry({ operation_id: "12", status: "pending" })])).toMatchObject({
      pending: true,
      decline: null,
    })
    expect(having([refused, entry({ operation_id: "12" })], true)).toMatchObject({
      ...someLedger({ authorized: "100", captured: "100" }),
      pending: false,
      decline: null,
    })
  })

  test("failed tries that stand beside the success are not money", () => {
    const tries = [
      entry({ operation_id: "10", status: "failure" }),
      entry({ operation_id: "11", amount: "100.00" }),
      entry({ operation_id: "12", status: "failure" }),
    ]
    const paid = info({ purchased: true, purchase_details: tries })
    expect(sums(gatewayLedger(paid, oneStep))).toEqual(
      someLedger({ authorized: "100", captured: "100" }),
    )
  })

  test("what was paid is what the successful try says, in its own currency", () => {
    const cheaper = info({ purchased: true, purchase_details: [entry({ amount: "1.00" })] })
    expect(gatewayLedger(cheaper, oneStep).authorized).toBe("1.00")
    const dollars = info({ purchased: true, purchase_details: [entry({ currency: "USD" })] })
    expect(gatewayLedger(dollars, oneStep)).toMatchObject({ currency: "USD", captured: "100.00" })
  })

  test("a refund on its way counts as made, a failed one does not", () => {
    const refunds = [
      entry({ operation_id: "21", amount: "30", status: "pending" }),
      entry({ operation_id: "22", amount: "20", status: "failure" }),
      entry({ operation_id: "23", amount: "7.5" }),
    ]
    const paid = { purchased: true, purchase_details: [entry({})], refund_details: refunds }
    for (const amount_refunded of [null, "7.5", "37.5", 7.5]) {
      expect(gatewayLedger(info({ ...paid, amount_refunded }), oneStep).refunded).toBe("37.50")
    }
  })

  test("a deferred refund that failed in the end is no longer counted, though its first callback is remembered", () => {
    const pending = callback(
      "refund",
      entry({ operation_id: "21", amount: "30", status: "pending" }),
    )
    const failed = entry({ operation_id: "21", amount: "30", status: "failure" })
    const paid = { purchased: true, purchase_details: [entry({})] }
    const onItsWay = { refunded: "30.00", refundFailed: false }
    expect(gatewayLedger(info(paid), oneStep, [pending])).toMatchObject(onItsWay)
    const gone = { refunded: "0.00", refundFailed: true }
    const listed = info({ ...paid, refund_details: [failed] })
    expect(gatewayLedger(listed, oneStep, [pending])).toMatchObject(gone)
    const told = [pending, callback("refund", failed)]
    expect(gatewayLedger(info(paid), oneStep, told)).toMatchObject(gone)
    expect(gatewayLedger(info(paid), oneStep, told.reverse())).toMatchObject(gone)
  })

  test("a chargeback is money back; won again by representment, it is the merchant's again", () => {
    const chargeback = entry({
      operation_id: "31",
      amount: "40",
      method: "chargeback",
      status_code: "chargeback_successful",
    })
    const won = entry({
      operation_id: "32",
      amount: "40",
      method: "representment",
      status_code: "representment_successful",
    })
    const refund = entry({ operation_id: "30", amount: "5" })
    const paid = { purchased: true, purchase_details: [entry({})] }
    const disputed = info({ ...paid, amount_refunded: "45", refund_details: [refund, chargeback] })
    expect(kept(gatewayLedger(disputed, oneStep))).toBe("55.00")
    expect(gatewayLedger(disputed, oneStep).chargedBack).toBe("40.00")
    const synced = info({
      ...paid,
      amount_refunded: "5",
      refund_details: [refund, chargeback, won],
    })
    expect(kept(gatewayLedger(synced, oneStep))).toBe("95.00")
    expect(gatewayLedger(synced, oneStep).chargedBack).toBe("0.00")
  })

  test("a cancel without an amount canceled all that was held; a confirm without one took all", () => {
    const hold = { purchased: true, purchase_details: [entry({})] }
    expect(sums(gatewayLedger(info({ ...hold, canceled: true }), twoStep))).toEqual(
      someLedger({ authorized: "100", canceled: "100" }),
    )
    expect(sums(gatewayLedger(info({ ...hold, confirmed: true }), twoStep))).toEqual(
      someLedger({ authorized: "100", captured: "100" }),
    )
    const partly = { ...hold, confirmed: true, amount_confirmed: "40", canceled: true }
    expect(sums(gatewayLedger(info(partly), twoStep))).toEqual(
      someLedger({ authorized: "100", captured: "40", canceled: "60" }),
    )
  })

  test("a cancelled payment that had been captured at once is money back, not a canceled hold", () => {
    const paid = { purchased: true, purchase_details: [entry({})], canceled: true }
    for (const amount_canceled of ["100", null]) {
      expect(sums(gatewayLedger(info({ ...paid, amount_canceled }), oneStep))).toEqual(
        someLedger({ authorized: "100", captured: "100", refunded: "100" }),
      )
    }
  })

  test("a signed callback that is ahead of info counts at once, and is not counted again when info has it", () => {
    const confirm = entry({ operation_id: "21", amount: "60" })
    const hold = { purchased: true, purchase_details: [entry({})] }
    const told = [callback("confirm", confirm), callback("confirm", confirm)]
    expect(gatewayLedger(info(hold), twoStep, told).captured).toBe("60.00")
    const caughtUp = { ...hold, confirmed: true, amount_confirmed: "60" }
    expect(gatewayLedger(info(caughtUp), twoStep, told).captured).toBe("60.00")
    expect(
      gatewayLedger(info({ ...caughtUp, confirmation_details: [confirm] }), twoStep, told).captured,
    ).toBe("60.00")
  })

  test("whatever the history and however the gateway words it, the ledger says what happened", () => {
    fc.assert(
      fc.property(histories, readings, (history, reading) => {
        const asked = { twoStep: history.twoStep, currency: "UAH" }
        expect(sums(gatewayLedger(infoOf(history, reading), asked))).toEqual(truthOf(history))
      }),
      { numRuns: 300 },
    )
  })

  test("callbacks may come late, doubled, in any order, before info or after it: the ledger is the same", () => {
    const told = histories.chain((history) => {
      const callbacks = history.operations.flatMap((one) => [
        one,
        ...(one.operation === "refund" && one.status !== "pending"
          ? [{ ...one, status: "pending" as const }]
          : []),
      ])
      return fc.record({
        history: fc.constant(history),
        // How far info has come: nothing at all, some operations, or everything.
        seen: fc.integer({ min: 0, max: history.operations.length }),
        events: fc
          .tuple(
            fc.shuffledSubarray(callbacks, { minLength: callbacks.length }),
            fc.shuffledSubarray(callbacks),
          )
          .map(([all, again]) => [...all, ...again].map(callbackOf)),
      })
    })
    fc.assert(
      fc.property(told, ({ history, seen, events }) => {
        const asked = { twoStep: history.twoStep, currency: "UAH" }
        const lagging = infoOf({ ...history, operations: history.operations.slice(0, seen) })
        expect(sums(gatewayLedger(lagging, asked, events))).toEqual(truthOf(history))
      }),
      { numRuns: 300 },
    )
  })

  test("money in a currency that nobody knows, or of an amount that nobody told, is not counted and never paid", () => {
    const paid = { purchased: true, purchase_details: [entry({})] }
    const untold = { operation_id: "21", amount: null }
    const unclear: [Record<string, unknown>, WebhookEvent[]][] = [
      [{ ...paid, currency: "ZZZ", purchase_details: null }, []],
      [{ ...paid, purchase_details: [entry({ currency: "980" })] }, []],
      [{ purchased: true, currency: "грн" }, []],
      [{ purchased: true }, [callback("payment", entry({ currency: "UAH2" }))]],
      [{ purchased: true, amount: null }, []],
      [{ ...paid, refunded: true }, []],
      [{ ...paid, refunded: true, amount_refunded: "0.00" }, []],
      [{ ...paid, refund_details: [entry(untold)] }, []],
      [{ ...paid, refund_details: [entry({ ...untold, status: "pending" })] }, []],
      [{ ...paid, amount_refunded: "30" }, [callback("refund", entry({ amount: "-30" }))]],
      [
        {
          ...paid,
          refund_details: [entry({ operation_id: "20", amount: "30" })],
          amount_refunded: "30",
        },
        [callback("refund", entry(untold))],
      ],
      [{ ...paid, cancellation_details: [entry(untold)] }, []],
      [{ ...paid, amount_refunded: "-30" }, []],
    ]
    for (const [answer, events] of unclear) {
      for (const asked of [oneStep, twoStep]) {
        const ledger = gatewayLedger(info(answer), asked, events)
        expect([answer, sums(ledger)]).toEqual([answer, someLedger()])
        expect(ledger).toMatchObject({ unclear: expect.any(String), decline: null })
      }
    }
  })

  test("an amount that stands in the sum or in the list is enough", () => {
    const paid = { purchased: true, purchase_details: [entry({})] }
    const listed = entry({ operation_id: "21", amount: "30" })
    for (const answer of [
      { ...paid, refunded: true, amount_refunded: "30" },
      { ...paid, refunded: true, refund_details: [listed] },
      {
        ...paid,
        refunded: true,
        amount_refunded: "30",
        refund_details: [{ ...listed, amount: null }],
      },
      { ...paid, refunded: false, amount_refunded: "30", refund_details: null },
    ]) {
      expect(gatewayLedger(info(answer), oneStep)).toMatchObject({
        unclear: null,
        refunded: "30.00",
      })
    }
    const failed = entry({ operation_id: "21", amount: null, status: "failure" })
    expect(
      gatewayLedger(info({ ...paid, refunded: true, refund_details: [failed] }), oneStep),
    ).toMatchObject({ unclear: null, refunded: "0.00" })
  })

  test("a page that nobody has paid is unpaid, whatever its currency", () => {
    const unpaid = info({ purchased: false, currency: "ZZZ" })
    expect(sums(gatewayLedger(unpaid, oneStep))).toEqual(someLedger())
    expect(gatewayLedger(unpaid, oneStep)).toMatchObject({ unclear: null, pending: false })
  })

  test("no answer, however strange, shows more kept or held than was paid", () => {
    const odd = fc.constantFrom("success", "failure", "pending", "init", "odd", null)
    const amount = fc.oneof(fc.integer({ min: 0, max: 100 }).map(String), fc.constant(null))
    const list = fc.option(
      fc.array(
        fc.record({
          operation_id: fc.constantFrom("1", "2", "3", null),
          amount,
          status: odd,
          currency: fc.constantFrom("UAH", null),
        }),
        { maxLength: 4 },
      ),
    )
    const flag = fc.constantFrom(true, false, null)
    const anyInfo = fc.record({
      id: fc.constant("1"),
      amount,
      currency: fc.constantFrom("UAH", null),
      amount_confirmed: amount,
      amount_canceled: amount,
      amount_refunded: amount,
      purchased: flag,
      confirmed: flag,
      canceled: flag,
      refunded: flag,
      purchase_details: list,
      confirmation_details: list,
      cancellation_details: list,
      refund_details: list,
    })
    fc.assert(
      fc.property(anyInfo, fc.boolean(), (answer, isTwoStep) => {
        const ledger = gatewayLedger(paymentInfo.parse(answer), {
          twoStep: isTwoStep,
          currency: "UAH",
        })
        if (answer.purchased !== true) expect(sums(ledger)).toEqual(someLedger())
        expect(Number(held(ledger))).toBeLessThanOrEqual(Number(ledger.authorized))
        expect(Number(kept(ledger))).toBeLessThanOrEqual(Number(ledger.captured))
      }),
      { numRuns: 300 },
    )
  })

  describe("published samples of RozetkaPay's messages", () => {
    const samples = sampleBodies()
    const eventsOf = (name: string): WebhookEvent[] => [
      eventOf(parseCallback(Buffer.from(samples[name] ?? ""))),
    ]

    testBySamples(
      "infos that call a payment of 100 paid and list no attempt that did it are unclear",
      () => {
        for (const name of ["sdk_laravel_info_purchased.json", "sdk_laravel_info_full.json"]) {
          const read = paymentInfo.parse(JSON.parse(samples[name] ?? ""))
          for (const asked of [oneStep, twoStep]) {
            const ledger = gatewayLedger(read, asked)
            expect([name, sums(ledger)]).toEqual([name, someLedger()])
            expect(ledger.unclear).toMatch(/no attempt to pay/)
            // Its signed callback syncs it.
            const told = gatewayLedger(read, asked, [callback("payment", entry({}))])
            expect(told).toMatchObject({ unclear: null, authorized: "100.00" })
          }
        }
      },
    )

    testBySamples(
      "no answer or callback without an amount, an operation or details is money",
      () => {
        const names = Object.keys(samples).filter((name) =>
          /^(live_create|docs_|sdk_dotnet|sdk_laravel_payment)/.test(name),
        )
        for (const name of names) {
          for (const asked of [oneStep, twoStep]) {
            const { authorized, captured } = gatewayLedger(null, asked, eventsOf(name))
            expect([name, authorized, captured]).toEqual([name, "0.00", "0.00"])
          }
        }
      },
    )

    testBySamples("a payment that is first pending and then paid is pending only as long", () => {
      const pending = eventsOf("sdk_dotnet_callback_progress_pending.json")
      const success = eventsOf("sdk_dotnet_callback_progress_success.json")
      const paid = info({ purchased: true, purchase_details: null })
      expect(gatewayLedger(null, oneStep, pending).pending).toBe(true)
      for (const told of [
        [...pending, ...success],
        [...success, ...pending],
      ]) {
        expect(gatewayLedger(null, oneStep, told).pending).toBe(false)
        expect(gatewayLedger(paid, oneStep, told)).toMatchObject({ captured: "100.00" })
      }
    })
  })
})
