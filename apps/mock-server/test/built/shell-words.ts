/** Splits a command as a POSIX shell does, as far as the printed commands need it. */
function splitWords(command: string): string[] {
  const words = command.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ""),
  );
}

/** What a printed curl command asks for, so that the test needs no curl. */
export function parseCurl(command: string): { url: string; request: RequestInit } {
  const [program, ...words] = splitWords(command);
  if (program !== "curl") throw new Error(`not a curl command: ${command}`);
  const headers = new Headers();
  const request: RequestInit = { headers };
  let url = "";
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const value = words[index + 1] ?? "";
    if (!word.startsWith("-")) {
      url = word;
      continue;
    }
    index += 1;
    if (word === "-X") request.method = value;
    else if (word === "-d") request.body = value;
    else if (word === "-H") headers.append(value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1));
    else if (word !== "--cacert") throw new Error(`unexpected ${word}`);
  }
  return { url, request };
}
