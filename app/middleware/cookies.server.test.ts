import { expect, test } from 'vitest';

import * as cookies from './cookies.server.ts';

test.each(Object.entries(cookies))(
  '%s is of this host, not for scripts and of this site',
  async (_, cookie) => {
    const [pair = '', ...attributes] = (await cookie.serialize('value')).split('; ');
    expect(pair).toMatch(/^__Host-[a-z]+=/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure']));
    expect(attributes.filter((attribute) => /^SameSite=(Lax|Strict)$/.test(attribute))).toHaveLength(1);
    expect(attributes.some((attribute) => attribute.startsWith('Domain='))).toBe(false);
  },
);

test('a registration on its way is sent along by no other site, not even by a link', async () => {
  expect(await cookies.registrationCookie.serialize('value')).toContain('SameSite=Strict');
});
