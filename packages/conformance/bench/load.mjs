// Load from a process of its own: keep-alive sockets that write ready requests and only count the bytes of the answers,
// so that the client never is what limits or heats the machine.
import { connect } from "node:net";
import { visitMark } from "./exchange.mjs";

const headEnd = Buffer.from("\r\n\r\n");
/** The end of a body in chunks. Nothing follows it: every connection has one request under way. */
const lastChunk = Buffer.from("0\r\n\r\n");
let visits = 0;

/** The bytes of a request, with the next number where it has a mark for one. */
function toWritable(text) {
  const at = text.indexOf(visitMark);
  const ready = Buffer.from(text, "utf8");
  if (at < 0) return () => ready;
  return () => {
    visits += 1;
    return `${text.slice(0, at)}${String(visits).padStart(visitMark.length, "0")}${text.slice(at + visitMark.length)}`;
  };
}

/** Sends `requests` in turn over each connection for `milliseconds`, and gives how many were answered with `status`. */
function run({ port, requests, status, connections, milliseconds }) {
  const ready = requests.map(toWritable);
  const expected = Buffer.from(`HTTP/1.1 ${status} `);
  return new Promise((resolve, reject) => {
    const deadline = performance.now() + milliseconds;
    const start = performance.now();
    let next = 0;
    let answered = 0;
    let open = connections;
    for (let index = 0; index < connections; index += 1) {
      const socket = connect(port, "127.0.0.1");
      socket.setNoDelay(true);
      let missing = -1;
      let head = Buffer.alloc(0);
      let end = head;
      const send = () => {
        if (performance.now() < deadline) return void socket.write(ready[next++ % ready.length]());
        socket.end();
        open -= 1;
        if (open === 0) resolve({ answered, seconds: (performance.now() - start) / 1000 });
      };
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (chunk) => {
        if (missing < 0) {
          head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
          const at = head.indexOf(headEnd);
          if (at < 0) return;
          const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head.latin1Slice(0, at + 2));
          const isChunked = /\r\ntransfer-encoding: chunked\r\n/i.test(head.latin1Slice(0, at + 2));
          if (!head.subarray(0, expected.length).equals(expected) || (length === null && !isChunked)) {
            return reject(new Error(`unexpected answer: ${head.latin1Slice(0, at)}`));
          }
          missing = isChunked ? Number.POSITIVE_INFINITY : at + headEnd.length + Number(length[1]) - head.length;
          end = head.subarray(-lastChunk.length);
          head = Buffer.alloc(0);
        } else {
          missing -= chunk.length;
          end = Buffer.concat([end, chunk.subarray(-lastChunk.length)]).subarray(-lastChunk.length);
        }
        if (missing === Number.POSITIVE_INFINITY ? !end.equals(lastChunk) : missing > 0) return;
        missing = -1;
        answered += 1;
        send();
      });
    }
  });
}

process.on("message", async (job) => {
  try {
    process.send({ result: await run(job) });
  } catch (error) {
    process.send({ failure: String(error) });
  }
});
