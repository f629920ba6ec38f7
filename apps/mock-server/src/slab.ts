const slabSize = 65_536;
/** Larger ones get memory of their own, so that one does not keep a whole slab alive. */
const largest = slabSize >> 2;

let slab = Buffer.allocUnsafeSlow(slabSize);
let used = 0;

/**
 * A buffer of `size` bytes with anything in it, cut from a larger one: a body of some kilobytes is too large for Node's
 * own pool, and memory of its own costs more than the rest of a small answer's making. Never given back; it goes when
 * nobody holds it.
 */
export function cutBuffer(size: number): Buffer {
  if (size > largest) return Buffer.allocUnsafeSlow(size);
  if (used + size > slabSize) {
    slab = Buffer.allocUnsafeSlow(slabSize);
    used = 0;
  }
  const cut = slab.subarray(used, used + size);
  used += size;
  return cut;
}
