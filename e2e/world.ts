import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import type { ServedFacts } from '#test/served-facts.ts';

import { openPerson, type Person } from './person.ts';
import { acceptInvitation, type Details } from './registration.ts';
import { unlockUntil } from './unlock.ts';

/** Everybody who takes part in the main job, each with a browser and a passkey. */
export interface World {
  admin: Person;
  dpo: Person;
  counsel: Person;
  clerk: Person;
  lead: Person;
  investigator: Person;
}

const details: Record<keyof World, Details> = {
  admin: { name: 'Anna Verwaltung', telephone: '+49 30 1234560' },
  dpo: { name: 'Dora Datenschutz', telephone: '+49 30 1234561' },
  counsel: { name: 'Robert Recht', telephone: '+49 30 1234562' },
  clerk: { name: 'Clara Eingang', telephone: '+49 30 1234563' },
  lead: {
    name: 'Lena Leitung',
    telephone: '+49 5555 200',
    rank: 'Kriminaldirektorin',
    unit: 'Direktion 4',
  },
  investigator: {
    name: 'Ina Ermittlung',
    telephone: '+49 5555 201',
    rank: 'Kriminalhauptkommissarin',
    unit: 'K 42 Cybercrime',
  },
};

/**
 * Registers the provider's staff and one agency through the pages: the first administrator's browser makes the intake
 * key, seals it to the staff, certifies the agency's key; the head of unit admits the investigator.
 * @param onPerson is told of each person as soon as the browser is open
 */
export async function createWorld(
  browser: Browser,
  portal: ServedFacts,
  onPerson: (person: Person, role: keyof World) => void,
): Promise<World> {
  const join = async (role: keyof World): Promise<Person> => {
    // Those who upload.
    const hasProfile = role === 'investigator' || role === 'clerk';
    const person = await openPerson(browser, portal, { hasProfile });
    onPerson(person, role);
    const link = portal.invitations.find((invitation) => invitation.role === role);
    if (!link) throw new Error(`no invitation for ${role}`);
    await acceptInvitation(person, link.url, details[role]);
    await person.page.getByRole('button', { name: 'Später' }).click();
    return person;
  };
  const admin = await join('admin');
  await admin.page.waitForURL('**/desk/agencies');
  const dpo = await join('dpo');
  const counsel = await join('counsel');
  const clerk = await join('clerk');
  await admin.page.goto('/desk/staff');
  for (const role of ['dpo', 'counsel', 'clerk'] as const) await admit(admin.page, details[role].name);
  const lead = await join('lead');
  await certifyAgencyKey(admin.page, 'Polizeipräsidium Musterstadt');
  const investigator = await join('investigator');
  await lead.page.goto('/colleagues');
  await admit(lead.page, details.investigator.name);
  return { admin, dpo, counsel, clerk, lead, investigator };
}

/** Lets in somebody who waits, on the page of the own team. */
export async function admit(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: name });
  const letIn = row.getByRole('button', { name: 'Freigeben' });
  await unlockUntil(page, letIn);
  await letIn.click();
  await expect(
    page.getByRole('row').filter({ hasText: name }).getByText('freigegeben', { exact: true }),
  ).toBeVisible();
}

/** Certifies the key of a verified agency with the intake key, in this browser. */
export async function certifyAgencyKey(page: Page, agency: string): Promise<void> {
  await page.goto('/desk/agencies');
  await page.getByRole('link', { name: agency }).click();
  const certify = page.getByRole('button', { name: 'Schlüssel bestätigen' });
  await unlockUntil(page, certify);
  await certify.click();
  await expect(page.getByText('Vom Schlüssel des Portals bestätigt.')).toBeVisible();
}
