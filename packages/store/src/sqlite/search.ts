import type { Engine } from "./engine.js";
import type { IndexWalks } from "./index-walk.js";
import type { NameIndex } from "./name-index.js";
import type { RowConditions } from "./row-conditions.js";
import type { Turns } from "./turns.js";

/** How long the documents of one piece may take, in ms; the first piece of a search may not wait its turn, so it is short. */
const pieceLength = 10;
const firstPieceLength = 3;
/** Also when hardly any time of the turn is left, a piece has to get on. */
const shortestPiece = 1;

/** What searches share. */
export interface SearchTools {
  readonly engine: Engine;
  readonly walks: IndexWalks;
  readonly names: NameIndex;
  readonly conditions: RowConditions;
  readonly turns: Turns;
  /** Throws when the store was closed. */
  readonly checkUsable: () => void;
}

/** One search: runs its pieces and lets others have their turn in between. */
export class Search {
  readonly tools: SearchTools;
  #pieces = 0;
  #entered = false;

  constructor(tools: SearchTools) {
    this.tools = tools;
  }

  /** Runs `pieces` of a search to its end. */
  static async run<T>(tools: SearchTools, run: (search: Search) => Promise<T>): Promise<T> {
    const search = new Search(tools);
    try {
      return await run(search);
    } finally {
      if (search.#entered) tools.turns.leave();
    }
  }

  /** Runs one piece when it is its turn. */
  async piece<T>(run: () => T): Promise<T> {
    const { turns, conditions, checkUsable } = this.tools;
    if (this.#pieces === 1) {
      await turns.enter();
      this.#entered = true;
    }
    this.#pieces += 1;
    const length = this.#pieces === 1 ? firstPieceLength : pieceLength;
    return turns.piece(() => {
      checkUsable();
      conditions.allow(Math.max(shortestPiece, Math.min(length, turns.left)));
      return run();
    });
  }
}
