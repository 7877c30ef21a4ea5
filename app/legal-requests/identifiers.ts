import { z } from '#app/forms/zod.ts';

/** Identifiers of customers: addresses and IP addresses, as people type them. */

const addressPattern = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]{2,}$/u;
const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

/** An e-mail address in the form `local@domain.tld`, umlauts allowed; at most 254 characters (RFC 5321). */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && addressPattern.test(text);
}

/** The part after the last `@`, in lower case; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : address.slice(at + 1).toLowerCase();
}

export function isIpAddress(text: string): boolean {
  return ipv4.safeParse(text).success || ipv6.safeParse(text).success;
}

/** One spelling for one address: IPv6 in the form of RFC 5952. */
export function normaliseIpAddress(text: string): string {
  if (!text.includes(':')) return text;
  return new URL(`http://[${text}]/`).hostname.slice(1, -1);
}

const notRoutable = [
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^(?:22[4-9]|23\d|24\d|25[0-5])\./,
  /^::1?$/,
  /^f[cd][0-9a-f]{2}:/,
  /^fe[89ab][0-9a-f]:/,
  /^ff[0-9a-f]{2}:/,
];

/** Private, shared, loopback, link-local or multicast: such an address can belong to anybody. */
export function isPublicIpAddress(text: string): boolean {
  const address = normaliseIpAddress(text).toLowerCase();
  return !notRoutable.some((pattern) => pattern.test(address));
}

/** `AW-2026-000123` */
export function isReference(text: string): boolean {
  return /^AW-\d{4}-\d{6}$/.test(text);
}

/** Delivery point and reference number of an interception: `A–Z a–z 0–9 - _ .`, at most 25 characters. */
export function isDeliveryReference(text: string): boolean {
  return /^[A-Za-z0-9\-_.]{1,25}$/.test(text);
}
