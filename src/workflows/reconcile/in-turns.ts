/** How many of a queue are taken before the next one has its turn. */
export type Queue<Item> = { of: AsyncIterable<Item>; share: number }

/** Several queues as one: each is served by its share, so that none, however long, keeps another waiting. */
export async function* inTurns<Item>(...queues: Queue<Item>[]): AsyncGenerator<Item> {
  const open = queues.map(({ of, share }) => ({ items: of[Symbol.asyncIterator](), share }))
  try {
    while (open.length > 0) {
      for (const queue of [...open]) {
        for (let taken = 0; taken < queue.share; taken += 1) {
          const next = await queue.items.next()
          if (next.done) {
            open.splice(open.indexOf(queue), 1)
            break
          }
          yield next.value
        }
      }
    }
  } finally {
    await Promise.all(open.map(({ items }) => items.return?.()))
  }
}
