/**
 * Secrets beside the objects that they came with, not in them. Answers travel through callbacks,
 * workflow inputs (which an engine writes down) and logs; what charges a card again must not travel
 * with them. It is gone when the object is copied or written as JSON.
 */
export class KeptBeside<Secret> {
  readonly #secrets = new WeakMap<object, Secret>()

  keep<Owner extends object>(owner: Owner, secret: Secret | null): Owner {
    if (secret !== null) {
      this.#secrets.set(owner, secret)
    }
    return owner
  }

  /** Null for a copy of the object. */
  of(owner: object | null | undefined): Secret | null {
    return owner ? (this.#secrets.get(owner) ?? null) : null
  }
}
