import { someGatewayLedger, uah } from "../../core/__tests__/random-ledgers"
import { due, type Movement } from "../../core/due"
import { sendWhatIsDue } from "../send-what-is-due"
import { FakeGateway, PAYMENT, type Treatment } from "./fake-gateway"

const send = (gateway: FakeGateway, move: Movement, asked: string, storeTotal: string) =>
  sendWhatIsDue(
    gateway,
    PAYMENT,
    move,
    () => gateway.ledger(),
    (ledger) => due(uah(asked), uah(storeTotal), ledger, move),
  )

const captured100 = (...treatments: Treatment[]) => {
  const gateway = new FakeGateway(someGatewayLedger({ authorized: "100", captured: "100" }))
  gateway.treatments.push(...treatments)
  return gateway
}

describe("bringing RozetkaPay's ledger up to the store's", () => {
  test("a refund of 30 is sent once, with its amount and currency", async () => {
    const gateway = captured100()
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "done",
      amount: "30.00",
    })
    expect(gateway.requests).toEqual([
      { move: "refund", money: { amount: "30.00", currency: "UAH" } },
    ])
  })

  test("sends nothing at all when RozetkaPay's answer can't be counted", async () => {
    for (const move of ["capture", "cancel", "refund"] as const) {
      const gateway = new FakeGateway(
        someGatewayLedger({ unclear: "it is paid, but not how much" }),
      )
      await expect(send(gateway, move, "30", "30")).resolves.toMatchObject({
        is: "unclear",
        message: "it is paid, but not how much",
      })
      expect(gateway.requests).toEqual([])
    }
  })

  test("the same refund asked for again sends nothing, and is a success", async () => {
    const gateway = captured100()
    await send(gateway, "refund", "30", "30")
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "done",
      amount: "0.00",
    })
    expect(gateway.requests).toHaveLength(1)
  })

  test("a refund that the cabinet made meanwhile is not made a second time", async () => {
    const gateway = captured100()
    gateway.move("refund", { amount: uah("30"), currency: "UAH" })
    await expect(send(gateway, "refund", "30", "30")).resolves.toMatchObject({ is: "done" })
    expect(gateway.requests).toEqual([])
  })

  test("two refunds at once, one after the other under the lock, are both made, neither twice", async () => {
    const gateway = captured100()
    // Both rows stand in Medusa's ledger before either is sent.
    await send(gateway, "refund", "30", "50")
    await send(gateway, "refund", "20", "50")
    await send(gateway, "refund", "30", "50")
    expect(gateway.shown.refunded).toBe("50.00")
    expect(gateway.requests).toHaveLength(2)
  })

  test.each([
    "capture",
    "cancel",
    "refund",
  ] as const)("%s whose answer is lost after it was done is a success, and sent once", async (move) => {
    const gateway = new FakeGateway(someGatewayLedger({ authorized: "100", captured: "50" }))
    gateway.treatments.push("loses the answer")
    const total = move === "capture" ? "75" : "25"
    await expect(send(gateway, move, "25", total)).resolves.toEqual({ is: "done", amount: "25.00" })
    expect(gateway.requests).toHaveLength(1)
  })

  test("a refusal that only says that it is done already is a success", async () => {
    const gateway = captured100("says already done")
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "done",
      amount: "30.00",
    })
  })

  test("a lost request is not repeated blindly; tried again later, it is made once", async () => {
    const gateway = captured100("loses the request")
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "unknown",
      amount: "30.00",
      message: "timeout",
    })
    expect(gateway.requests).toHaveLength(1)
    await send(gateway, "refund", "30", "30")
    expect(gateway.shown.refunded).toBe("30.00")
  })

  test("when RozetkaPay falls silent right after, the outcome is unknown, never done and never refused", async () => {
    for (const treatment of ["loses the answer", "loses the request"] as const) {
      const gateway = captured100(treatment)
      let looks = 0
      const sent = await sendWhatIsDue(
        gateway,
        PAYMENT,
        "refund",
        async () => {
          looks += 1
          gateway.isSilent = looks > 1
          return gateway.ledger()
        },
        (ledger) => due(uah("30"), uah("30"), ledger, "refund"),
      )
      expect(sent).toMatchObject({ is: "unknown", amount: "30.00" })
    }
  })

  test("nothing is sent while RozetkaPay's ledger can not be read", async () => {
    const gateway = captured100()
    gateway.isSilent = true
    await expect(send(gateway, "refund", "30", "30")).rejects.toThrow("does not answer")
    expect(gateway.requests).toEqual([])
  })

  test("a refusal is passed on with its code; nothing was moved", async () => {
    const gateway = captured100("refuses")
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "refused",
      amount: "30.00",
      code: "action_not_allowed",
      message: "no",
    })
    expect(gateway.shown.refunded).toBe("0.00")
  })

  test("too many requests: nothing was done, and it says so", async () => {
    const gateway = captured100("is unavailable")
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "unavailable",
      amount: "30.00",
      message: "429",
    })
  })

  test("a deferred refund is reported as pending, and is not sent again", async () => {
    const gateway = captured100("defers")
    await expect(send(gateway, "refund", "30", "30")).resolves.toEqual({
      is: "pending",
      amount: "30.00",
    })
    await expect(send(gateway, "refund", "30", "30")).resolves.toMatchObject({ amount: "0.00" })
    expect(gateway.requests).toHaveLength(1)
  })

  test("more than there is left is not even sent: the admin hears what is left", async () => {
    const gateway = captured100()
    gateway.move("refund", { amount: uah("80"), currency: "UAH" })
    await expect(send(gateway, "refund", "30", "110")).resolves.toEqual({
      is: "short",
      amount: "30.00",
      available: "20.00",
    })
    expect(gateway.requests).toEqual([])
  })

  test("nothing is captured of a hold that is gone, nor of a payment that nobody made", async () => {
    const canceled = new FakeGateway(someGatewayLedger({ authorized: "100", canceled: "100" }))
    await expect(send(canceled, "capture", "100", "100")).resolves.toMatchObject({
      is: "short",
      available: "0.00",
    })
    const unpaid = new FakeGateway(someGatewayLedger())
    await expect(send(unpaid, "capture", "100", "100")).resolves.toMatchObject({ is: "unpaid" })
    expect([...canceled.requests, ...unpaid.requests]).toEqual([])
  })
})
