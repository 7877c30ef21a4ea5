import { freeMailDomains } from './free-mail-domains.ts';

/** The part after the last `@`, lower case. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether `domain` is one of `allowed` or below one of them: units often have subdomains of their own. */
export function belongsToDomains(domain: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => domain === one || domain.endsWith(`.${one}`));
}

/** Whether anybody gets an address there; `providerDomains` are those of the mailboxes that can be asked about. */
export function isFreeMailDomain(domain: string, providerDomains: readonly string[]): boolean {
  return belongsToDomains(domain, [...freeMailDomains]) || belongsToDomains(domain, providerDomains);
}

/** A host name with at least one dot, as in addresses; lower case, without the `@`. */
export function isDomainName(text: string): boolean {
  return (
    text.length <= 253 &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(text)
  );
}
