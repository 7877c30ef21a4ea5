/** What the crypto worker does for each call of the room; no browser needed, so that tests drive it directly. */
import type { PublicKey } from 'openpgp';
import { isSignedBy, signText } from './detached-signature.ts';
import { openKeyEnvelope, sealKeyEnvelope } from './key-envelopes.ts';
import { checkMailSignature, openMailPart, sealMailPart } from './mail-messages.ts';
import {
  certifyKey,
  fingerprintOf,
  generatePrivateKey,
  lockWithPassphrase,
  readPublicKey,
} from './openpgp-keys.ts';
import { requireRecipientKey, requireRecipientKeys } from './recipients.ts';
import { createRecoveryCode, recoveryProof } from './recovery-code.ts';
import { discardAllSealedFiles, discardSealedFile } from './seal-file.ts';
import { openJson, sealJson } from './sealed-json.ts';
import { openSettings, sealSettings } from './sealed-settings.ts';
import { SealingError } from './sealing-error.ts';
import type { CryptoRoomCalls, PublicKeyInfo, UnlockInput, UnlockResult } from './sealing-types.ts';
import { sealSessionKeyTo } from './session-key-packets.ts';
import { removeTemporaryStore, sweepTemporaryStores } from './temporary-stores.ts';
import { openTeamKeyGrant, sealTeamKeyGrant } from './team-key-grants.ts';
import type { Keyring } from './worker-keyring.ts';

/** The handlers over `keyring`. Every one that needs a key throws `room_locked` without it. */
export function createRoomCalls(keyring: Keyring): CryptoRoomCalls {
  return {
    ...personCalls(keyring),
    ...teamCalls(keyring),
    unlock: (input) => unlock(keyring, input),
    async ownKeys() {
      const person = publicInfo(keyring.person().toPublic());
      return { person, teams: keyring.teams().map(({ publicKey }) => publicInfo(publicKey)) };
    },
    sealSettings: async (settings) => sealSettings(settings, keyring.person()),
    async sealJson({ value, recipients }) {
      return sealJson(value, await requireRecipientKeys(recipients));
    },
    openJson: async (message) => openJson(message, keyring.all()),
    signText: async ({ text, teamFingerprint }) => signText(text, keyring.team(teamFingerprint).privateKey),
    async isSignedBy({ text, signature, signer }) {
      return isSignedBy(text, signature, await requireRecipientKey(signer));
    },
    async openMailPart({ message, signers }) {
      return openMailPart(message, keyring.all(), await readSigners(signers));
    },
    async checkMailSignature({ content, signature, signers }) {
      return checkMailSignature(content, signature, await readSigners(signers));
    },
    async sealMailPart({ part, recipient, teamFingerprint }) {
      const { privateKey } = keyring.team(teamFingerprint);
      return sealMailPart(part, await requireRecipientKey(recipient), privateKey);
    },
    async sealSessionKeys({ packets, recipient }) {
      const key = await requireRecipientKey(recipient);
      const sealed = [];
      for (const one of packets) sealed.push(await sealSessionKeyTo(one, keyring.all(), key));
      return sealed;
    },
    discardSealedFile,
    discardAllSealedFiles,
    discardPrivateFile: removeTemporaryStore,
  };
}

/** Those that can be read: a key that came with a mail may be anything. */
async function readSigners(signers: readonly string[]): Promise<PublicKey[]> {
  const read = await Promise.all(signers.map((key) => readPublicKey(key).catch(() => null)));
  return read.filter((key) => key !== null);
}

function publicInfo(key: PublicKey): PublicKeyInfo {
  return { publicKey: key.armor(), fingerprint: fingerprintOf(key) };
}

type PersonCall = 'createPersonKey' | 'sealPersonKey' | 'createRecoveryCode' | 'recoveryProof';

function personCalls(keyring: Keyring): Pick<CryptoRoomCalls, PersonCall> {
  return {
    async createPersonKey(owner) {
      const key = await generatePrivateKey(owner);
      keyring.unlock(key);
      return publicInfo(key.toPublic());
    },
    sealPersonKey: async ({ kind, secret }) => sealKeyEnvelope(kind, secret, keyring.person()),
    async createRecoveryCode() {
      const person = keyring.person();
      const code = createRecoveryCode();
      const envelope = await sealKeyEnvelope('recovery_code', code, person);
      return { code, envelope, proof: await recoveryProof(code) };
    },
    recoveryProof,
  };
}

type TeamCall = 'createTeamKey' | 'grantTeamKey' | 'addTeamKey' | 'certifyTeamKey' | 'exportTeamKey';

function teamCalls(keyring: Keyring): Pick<CryptoRoomCalls, TeamCall> {
  return {
    async createTeamKey(owner) {
      const person = keyring.person();
      const privateKey = await generatePrivateKey(owner);
      const publicKey = privateKey.toPublic();
      const grant = await sealTeamKeyGrant(privateKey, publicKey, person.toPublic(), person);
      keyring.addTeam({ privateKey, publicKey });
      return grant;
    },
    async grantTeamKey({ member, teamFingerprint }) {
      const { privateKey, publicKey } = keyring.team(teamFingerprint);
      const memberKey = await requireRecipientKey(member);
      return sealTeamKeyGrant(privateKey, publicKey, memberKey, keyring.person());
    },
    async addTeamKey(grant) {
      keyring.addTeam(await openTeamKeyGrant(grant, keyring.person()));
    },
    async certifyTeamKey({ publicKey, fingerprint, intakeFingerprint, predecessor }) {
      const intake = keyring.team(intakeFingerprint);
      const target = await requireRecipientKey({
        publicKey,
        fingerprint,
        ...(predecessor && { certifiedBy: predecessor }),
      });
      return { publicKey: (await certifyKey(target, intake.privateKey)).armor() };
    },
    async exportTeamKey({ teamFingerprint, passphrase }) {
      return lockWithPassphrase(keyring.team(teamFingerprint).privateKey, passphrase);
    },
  };
}

async function unlock(keyring: Keyring, input: UnlockInput): Promise<UnlockResult> {
  const fingerprint = fingerprintOf(await readPublicKey(input.personPublicKey));
  const person = await openKeyEnvelope(input.envelope, input.secret, fingerprint);
  const settings = input.settings === null ? null : await openSettings(input.settings, person);
  keyring.unlock(person);
  // Text that was left behind is nobody's business to wait for; what cannot be removed now is tried the next time.
  void sweepTemporaryStores().catch(() => undefined);
  const result: UnlockResult = { settings, teamKeys: [], refusedTeamKeys: [] };
  for (const grant of input.teamKeys) {
    try {
      keyring.addTeam(await openTeamKeyGrant(grant, person));
      result.teamKeys.push(grant.fingerprint);
    } catch (error) {
      // One spoilt grant must not lock a person out of the rest; the page raises the alarm for it.
      if (!(error instanceof SealingError)) throw error;
      result.refusedTeamKeys.push(grant.fingerprint);
    }
  }
  return result;
}
