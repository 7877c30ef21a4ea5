import { de as accounts } from './accounts/de.ts';
import { de as answers } from './answers/de.ts';
import { de as auditLog } from './audit-log/de.ts';
import { de as costs } from './costs/de.ts';
import { de as desk } from './desk/de.ts';
import { de as errors } from './errors/de.ts';
import { de as layout } from './layout/de.ts';
import { de as legalRequests } from './legal-requests/de.ts';
import { de as mailIntake } from './mail-intake/de.ts';
import { de as messages } from './messages/de.ts';
import { de as notifications } from './notifications/de.ts';
import { de as publicPages } from './public-pages/de.ts';
import { de as requests } from './requests/de.ts';
import { de as ruleSets } from './rule-sets/de.ts';
import { de as transparency } from './transparency/de.ts';
import { de as uploads } from './uploads/de.ts';

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
