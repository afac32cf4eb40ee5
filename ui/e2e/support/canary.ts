/** Looks for a secret in every file below a folder, as it is and in the disguises it would most likely wear. */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of files that hold the text: plain, UTF-16, hex, or base64 at any of its three alignments. */
export function filesWith(folder: string, secret: string): string[] {
  const needles = disguises(secret);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
}

export function disguises(secret: string): Buffer[] {
  const plain = Buffer.from(secret, 'utf8');
  const hex = plain.toString('hex');
  const swapped = Buffer.from(secret, 'utf16le').swap16();
  return [
    plain,
    Buffer.from(secret, 'utf16le'),
    swapped,
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...base64(plain),
  ];
}

/** The characters that do not depend on what stands before and after. */
function base64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = before === 0 ? 0 : before + 1;
    const to = Math.floor((shifted.length * 8) / 6);
    const standard = shifted.toString('base64').slice(from, to);
    const forAddresses = shifted.toString('base64url').slice(from, to);
    return [Buffer.from(standard), Buffer.from(forAddresses)];
  });
}
