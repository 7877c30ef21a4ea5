/**
 * openpgp.js, configured once for pages, worker and tests; imported for its effect by every file that seals, opens or reads keys.
 */
import { config, enums } from 'openpgp';

/** Longest JSON that is opened. Without a limit a few kilobytes can unpack to gigabytes (the library's default is infinite). */
export const maxOpenedJsonBytes = 32 * 1024 * 1024;

config.maxDecompressedMessageSize = maxOpenedJsonBytes;
config.allowUnauthenticatedMessages = false;
config.allowUnauthenticatedStream = false;
config.ignoreMalformedPackets = false;
// SEIPDv1 is what every recipient reads (security promise 5); a key that prefers OCB must not pull it in.
config.aeadProtect = false;
// Compression makes lengths depend on content, and a reviewer's browser would have to unpack what a stranger packed.
config.preferredCompressionAlgorithm = enums.compression.uncompressed;
config.preferredSymmetricAlgorithm = enums.symmetric.aes256;
config.showVersion = false;
config.showComment = false;
// SHA-1 binds user ids and subkeys too weakly since the chosen-prefix collisions of 2020; such keys count as unusable.
config.rejectHashAlgorithms = new Set([...config.rejectHashAlgorithms, enums.hash.sha1]);
