// The yardstick: bare Fastify routes that answer ready Buffers with the headers our server sends, whatever was asked.
import fastify from "fastify";
import "./control.mjs";

const app = fastify({ logger: false });
const answers = new Map();

const answer = (key, reply) => {
  const { headers, body } = answers.get(key) ?? answers.get(key.slice(0, key.lastIndexOf("&visit=")));
  return reply.headers(headers).send(body);
};
app.get("/*", (request, reply) => answer(request.raw.url, reply));
app.patch("/*", (request, reply) => answer(request.body.id, reply));

const url = await app.listen({ port: 0, host: "127.0.0.1" });
process.on("message", (message) => {
  if (message.answers === undefined) return;
  for (const { key, headers, body } of message.answers)
    answers.set(key, { headers, body: Buffer.from(body, "base64") });
  process.send({ stored: answers.size });
});
process.channel.ref();
process.send({ url });
