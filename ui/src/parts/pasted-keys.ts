/** The two parts of a key as the portal shows them. */
export interface Keys {
  clientId: string;
  secretKey: string;
}

const LABELLED = {
  clientId: /client[\s_-]*id["'\s]*[:=]?["'\s]*([^\s"',;]+)/i,
  secretKey: /secret(?:[\s_-]*key)?["'\s]*[:=]?["'\s]*([^\s"',;]+)/i,
};

/** Reads a whole block that was pasted into one field; none when it is a single word. */
export function readPastedKeys(text: string): Keys | undefined {
  const clientId = LABELLED.clientId.exec(text)?.[1];
  const secretKey = LABELLED.secretKey.exec(text)?.[1];
  if (clientId !== undefined && secretKey !== undefined) return { clientId, secretKey };
  const [first, second, ...more] = text.trim().split(/\s+/);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  return { clientId: first, secretKey: second };
}
