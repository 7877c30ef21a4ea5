import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { OperationError } from '#app/operations/life.ts';
import { verifyReceipt as checkReceipt } from '#app/sealing/receipt.ts';
import type { ReceiptProblem } from '#app/sealing/receipt.ts';
import { readCommand, requireSetting } from './command.ts';
import type { AdminCommand } from './command.ts';

const explanations: Record<ReceiptProblem, string> = {
  receipt_malformed: 'the file is not a receipt of Amtsweg',
  server_signature_invalid: 'the signature of the portal does not fit the receipt and the key',
  assertion_malformed: 'the answer of the passkey is damaged',
  challenge_differs: 'the passkey signed something else than this manifest',
  origin_differs: 'the passkey signed for another address',
  rp_differs: 'the passkey signed for another portal',
  user_not_verified: 'the passkey did not verify its user',
  passkey_signature_invalid: 'the signature of the passkey does not fit',
};

export const verifyReceipt: AdminCommand = {
  summary: 'check a receipt without the portal',
  usage: `Checks what was submitted, the passkey that signed it, and the portal's signature. Needs neither database nor network.

  npm run admin -- verify-receipt FILE [--key FILE]

  FILE         the receipt as JSON, as it was downloaded
  --key FILE   the portal's public key for receipts (32 octets as base64url); without it that of RECEIPT_SIGNING_KEY

Exit code 0: the receipt is genuine. 1: it is not; all reasons are listed.
`,
  async run(args) {
    const { options, words } = readCommand(args, { key: { type: 'string' } }, ['FILE']);
    const publicKey = options.key === undefined ? ownPublicKey() : readText(options.key).trim();
    const { isValid, problems } = await checkReceipt(readReceipt(words[0] ?? ''), publicKey);
    if (isValid) {
      process.stdout.write('The receipt is genuine.\n');
      return 0;
    }
    const reasons = problems.map((problem) => `  - ${explanations[problem]}`);
    process.stdout.write(`The receipt is not genuine:\n${reasons.join('\n')}\n`);
    return 1;
  },
};

function ownPublicKey(): string {
  const privateKey = requireSetting('RECEIPT_SIGNING_KEY', 'set it, or name the public key with --key FILE');
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}

function readReceipt(file: string): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperationError(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`,
    );
  }
}
