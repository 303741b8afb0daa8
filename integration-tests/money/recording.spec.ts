import { Modules } from "@medusajs/framework/utils"
import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectAsked } from "../drivers/gateway-operations"
import { minus } from "../drivers/kopiykas"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { settle } from "../drivers/workflows"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import type { Store } from "../setup/store"

type Door = { opens: Promise<void>; open: () => void }

function newDoor(): Door {
  let open = () => {}
  const opens = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opens, open }
}

/**
 * Keeps the first two who want to move this money waiting until both have written their rows;
 * then one goes, and the other the moment that it is done.
 */
function bothAtOnce(store: Store, externalId: string, goesFirst: "settling" | "admin") {
  const locking = store.container.resolve(Modules.LOCKING)
  const execute = locking.execute.bind(locking)
  const doors: Door[] = []
  const both = newDoor()
  jest.spyOn(locking, "execute").mockImplementation(async (keys, job, args) => {
    if (keys !== `rozetkapay:${externalId}` || doors.length === 2) return execute(keys, job, args)
    const door = newDoor()
    doors.push(door)
    const isSyncing = doors.length === 1
    if (!isSyncing) both.open()
    await both.opens
    if (isSyncing !== (goesFirst === "settling")) await door.opens
    return execute(keys, job, args).finally(() => {
      for (const other of doors) other.open()
    })
  })
  return { isSyncingAtTheDoor: async () => doors.length === 1 }
}

runStore(
  "A move whose answer was lost, recorded while the admin repeats it",
  everyKind(),
  (store) => {
    afterEach(() => jest.restoreAllMocks())

    const races = SYSTEM_KINDS.flatMap((kinds) =>
      (["settling", "admin"] as const).map((goesFirst) => ({ ...kinds, goesFirst })),
    )
    describe.each(races)("of $system, when the $goesFirst is the faster one", ({
      goesFirst,
      atOnce,
      holdFirst,
    }) => {
      it("is a refund that is returned once and stands in the order once", async () => {
        const { order, externalId } = await placeOrder(store, atOnce)
        await store.gateway.callbacks("lose")
        await store.gateway.cabinet(externalId, "refund", { amount: 300 })
        const { isSyncingAtTheDoor } = bothAtOnce(store, externalId, goesFirst)
        const syncing = settle(store, atOnce.provider, externalId).catch(() => "must come again")
        await eventually("syncing has written its row", isSyncingAtTheDoor)
        const repeated = await store.admin.refund(store.admin.paymentOf(order), 300)
        expect(repeated.status).toBe(200)
        await syncing
        await expectAsked(store.gateway, externalId, {})

        await settle(store, atOnce.provider, externalId)
        const returned = { captured: atOnce.total, refunded: "300.00" }
        await expectBothLedgers(store.admin, store.gateway, order, returned)
        expect((await store.admin.order(order.id)).summary?.refunded_total).toBe(300)
        await expectAsked(store.gateway, externalId, {})
      })

      it("is a capture that is captured once and stands in the order once", async () => {
        const { order, externalId } = await placeOrder(store, holdFirst)
        await store.gateway.callbacks("lose")
        await store.gateway.cabinet(externalId, "confirm", { amount: 300 })
        const { isSyncingAtTheDoor } = bothAtOnce(store, externalId, goesFirst)
        const syncing = settle(store, holdFirst.provider, externalId).catch(() => "again")
        await eventually("syncing has written its row", isSyncingAtTheDoor)
        const repeated = await store.admin.capture(store.admin.paymentOf(order), 300)
        expect(repeated.status).toBe(200)
        await syncing
        await expectAsked(store.gateway, externalId, {})

        await settle(store, holdFirst.provider, externalId)
        const captured = { captured: "300.00", held: minus(holdFirst.total, 300) }
        await expectBothLedgers(store.admin, store.gateway, order, captured)
        expect((await store.admin.order(order.id)).summary?.paid_total).toBe(300)
        await expectAsked(store.gateway, externalId, {})
      })
    })
  },
)
