import { fr as accounts } from './accounts/fr.ts';
import { fr as answers } from './answers/fr.ts';
import { fr as auditLog } from './audit-log/fr.ts';
import { fr as costs } from './costs/fr.ts';
import { fr as desk } from './desk/fr.ts';
import { fr as errors } from './errors/fr.ts';
import { fr as layout } from './layout/fr.ts';
import { fr as legalRequests } from './legal-requests/fr.ts';
import { fr as mailIntake } from './mail-intake/fr.ts';
import { fr as messages } from './messages/fr.ts';
import { fr as notifications } from './notifications/fr.ts';
import { fr as publicPages } from './public-pages/fr.ts';
import { fr as requests } from './requests/fr.ts';
import { fr as ruleSets } from './rule-sets/fr.ts';
import { fr as transparency } from './transparency/fr.ts';
import { fr as uploads } from './uploads/fr.ts';

const catalogue = {
  accounts,
  answers,
  auditLog,
  costs,
  desk,
  errors,
  layout,
  legalRequests,
  mailIntake,
  messages,
  notifications,
  publicPages,
  requests,
  ruleSets,
  transparency,
  uploads,
};
export default catalogue;
