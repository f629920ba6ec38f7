/** A small, fast generator of numbers from 0 up to 1: the same seed, the same numbers. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Filters that are right, for the description of the tests. */
const corpus = [
  "name eq 'O''Neil' and size gt 5",
  "contains(tolower(source/name),'x') or not startswith(name,'a') and done",
  "at ge 2026-03-02T08:14:05Z and at lt 2026-03-03 and at ne null",
  "action in ('create','delete') and action has test.action'create'",
  "steps/any(s:s/name eq 'import' and s/tags/all(t:length(t) lt 3))",
  "-size add 2 mul 3 div 4 sub 1 mod 5 ge -7 or ratio divby 2 eq 1.5e3",
  "((((size eq 1)))) and (name ne null or (done eq true))",
  "tags/$count gt 0 and info/test.statusDetails/reason eq 'gone'",
  "key eq 5d0f4c1e-9a77-c2b4-1f03-6b8e2a90d7c1 or clock gt 08:14:05.5",
  "at sub duration'P1DT2H' gt 2026-03-01T00:00:00+02:00 and year(at) eq 2026",
  "substring(concat(name,'é😀'),1,2) eq '漢字' or indexof(name,'b') eq -1",
  'name in ["a","b\\u0041"] and details/deep/er eq \'y\'',
  "round(ratio) eq floor(2.5) and case(done:1,true:2) eq 1",
  "cast(size,Edm.String) eq '1' or isof(test.event) or geo.distance(a,geography'SRID=0;Point(1 2)') lt 1",
  "source/details/f(p=1,q='x')/g(1)(k=2) eq {\"a\":[1,null,{}]}",
] as const;

const pieces = [
  ..."( ) ' '' \" , / : ; = - + [ ] { } * $ @ # % . _ \\ 0 9 a é 😀 \u0000 \ud800 \udc00".split(" "),
  ..." eq | ne | and | or |not | in (| has | add | mul | div |-|any(x:|all(y:|/any()|/$count|$it/|null|true|INF|-INF|NaN".split(
    "|",
  ),
  ...["name", "size", "at", "steps", "tags/", "details/", "contains(", "tolower(", "now()", "year("],
  ...[
    "'x'",
    "''''",
    "2026-03-02",
    "2026-03-02T",
    "T08:14Z",
    "08:14",
    "1.5e",
    "duration'P",
    "binary'",
    "test.action'",
    "n.t",
  ],
  ...[" ", "\t", "\n", "    ", "((((((((", "))))))))", "not not not ", "'''''''", "9999999999999999999"],
] as const;

/** One input: a filter with a few mutations, or pieces in a row. */
export function makeInput(random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const piece = (): string => pieces[below(pieces.length)] ?? "";
  const filter = (): string => corpus[below(corpus.length)] ?? "";
  if (random() < 0.2) return Array.from({ length: below(25) }, piece).join("");
  let text = filter();
  for (let count = below(5); count > 0; count -= 1) {
    const at = below(text.length + 1);
    const end = Math.min(at + below(8), text.length);
    const [before, cut, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
    switch (below(8)) {
      case 0:
        text = before + after;
        break;
      case 1:
        text = before + piece() + cut + after;
        break;
      case 2:
        text = before + piece() + after;
        break;
      case 3:
        text = before + cut.repeat(1 + below(40)) + after;
        break;
      case 4:
        text = before + filter().slice(below(20)) + after;
        break;
      case 5:
        text = before;
        break;
      case 6:
        text = before + cut.toUpperCase() + after;
        break;
      default:
        text = `${text} ${random() < 0.5 ? "and" : "or"} ${filter()}`;
    }
  }
  return text;
}
