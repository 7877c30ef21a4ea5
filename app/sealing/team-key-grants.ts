/** Handing a team's private key to a member: an OpenPGP message to the member's own key, signed by the member who grants it. */
import type { PrivateKey, PublicKey } from 'openpgp';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { fingerprintOf, readPublicKey, readUnlockedKey } from './openpgp-keys.ts';
import { openOctets, sealOctets } from './sealed-message.ts';
import { SealingError } from './sealing-error.ts';
import type { TeamKeyGrant } from './sealing-types.ts';

/** Seals `teamKey` to `member`, whose key must have passed the recipients check. `publicTeamKey` may carry certifications. */
export async function sealTeamKeyGrant(
  teamKey: PrivateKey,
  publicTeamKey: PublicKey,
  member: PublicKey,
  granter: PrivateKey,
): Promise<TeamKeyGrant> {
  return {
    publicKey: publicTeamKey.armor(),
    fingerprint: fingerprintOf(teamKey),
    envelope: toBase64Url(await sealOctets(teamKey.write(), [member], granter)),
    grantedBy: granter.toPublic().armor(),
  };
}

/**
 * The team key of a grant for `member`. Throws `grant_invalid` unless the message opens, is signed by `grantedBy` (when named), and holds
 * the private key that belongs to both the public key and the fingerprint named beside it.
 */
export async function openTeamKeyGrant(
  grant: TeamKeyGrant,
  member: PrivateKey,
): Promise<{ privateKey: PrivateKey; publicKey: PublicKey }> {
  try {
    const publicKey = await readPublicKey(grant.publicKey);
    if (fingerprintOf(publicKey) !== grant.fingerprint) throw new SealingError('key_mismatch');
    const granter = grant.grantedBy ? await readPublicKey(grant.grantedBy) : undefined;
    const binary = await openOctets(fromBase64Url(grant.envelope), [member], granter);
    return { privateKey: await readUnlockedKey(binary, grant.fingerprint), publicKey };
  } catch (cause) {
    throw new SealingError('grant_invalid', undefined, { cause });
  }
}
