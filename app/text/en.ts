import { en as accounts } from './accounts/en.ts';
import { en as answers } from './answers/en.ts';
import { en as auditLog } from './audit-log/en.ts';
import { en as costs } from './costs/en.ts';
import { en as desk } from './desk/en.ts';
import { en as errors } from './errors/en.ts';
import { en as layout } from './layout/en.ts';
import { en as legalRequests } from './legal-requests/en.ts';
import { en as mailIntake } from './mail-intake/en.ts';
import { en as messages } from './messages/en.ts';
import { en as notifications } from './notifications/en.ts';
import { en as publicPages } from './public-pages/en.ts';
import { en as requests } from './requests/en.ts';
import { en as ruleSets } from './rule-sets/en.ts';
import { en as transparency } from './transparency/en.ts';
import { en as uploads } from './uploads/en.ts';

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
