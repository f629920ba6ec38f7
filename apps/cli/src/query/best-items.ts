/**
 * Keeps the first `most` of any number of items in an order, in memory for these alone: a heap with the last of them on
 * top, which the next better one replaces. Equal items keep the order they came in.
 */
export class BestItems<Item> {
  readonly #compare: (left: Item, right: Item) => number;
  readonly #most: number;
  readonly #heap: Entry<Item>[] = [];
  #seen = 0;

  constructor(compare: (left: Item, right: Item) => number, most: number) {
    this.#compare = compare;
    this.#most = most;
  }

  /** How many were offered. */
  get seen(): number {
    return this.#seen;
  }

  offer(item: Item): void {
    const entry = { item, place: this.#seen };
    this.#seen += 1;
    if (this.#heap.length < this.#most) {
      this.#heap.push(entry);
      this.#rise(this.#heap.length - 1);
      return;
    }
    const [last] = this.#heap;
    if (last === undefined || this.#order(entry, last) >= 0) return;
    this.#heap[0] = entry;
    this.#sink(0);
  }

  inOrder(): Item[] {
    return this.#heap.toSorted((left, right) => this.#order(left, right)).map(({ item }) => item);
  }

  #order(left: Entry<Item>, right: Entry<Item>): number {
    return this.#compare(left.item, right.item) || left.place - right.place;
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfLater(at, parent)) return;
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#isLater(right, left) ? right : left;
      if (!this.#swapIfLater(child, at)) return;
      at = child;
    }
  }

  /** Puts the later of both on the upper place. */
  #swapIfLater(lower: number, upper: number): boolean {
    const [below, above] = [this.#heap[lower], this.#heap[upper]];
    if (below === undefined || above === undefined || this.#order(below, above) <= 0) return false;
    this.#heap[upper] = below;
    this.#heap[lower] = above;
    return true;
  }

  #isLater(one: number, other: number): boolean {
    const [left, right] = [this.#heap[one], this.#heap[other]];
    return left !== undefined && right !== undefined && this.#order(left, right) > 0;
  }
}

interface Entry<Item> {
  readonly item: Item;
  readonly place: number;
}
