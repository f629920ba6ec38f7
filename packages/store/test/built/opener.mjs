// Opens a file at a given moment, prints `opened` or the code of the refusal, and holds the file until its input ends:
// `node opener.mjs FILE MOMENT`, the moment in milliseconds since 1970.
import { setTimeout as delay } from "node:timers/promises";
import { openStore } from "@org/store";

const [file, moment] = process.argv.slice(2);
await delay(Math.max(0, Number(moment) - Date.now() - 5));
while (Date.now() < Number(moment)) {} // a timer may be some milliseconds late; the race is over by then
try {
  const store = await openStore(file);
  console.log("opened");
  process.stdin.on("end", () => store.close()).resume();
} catch (error) {
  console.log(error.code);
}
