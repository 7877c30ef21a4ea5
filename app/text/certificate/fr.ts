import type { Catalogue } from '../catalogue.ts';
import { categories } from '../legal-requests/categories/fr.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {
  categories,
  title: 'Attestation d’authenticité et d’intégralité',
  lead: (provider) => `délivrée par ${provider}`,
  facts: {
    heading: 'Demande',
    provider: 'Fournisseur',
    authority: 'Autorité',
    reference: 'Référence',
    fileNumber: 'Numéro de dossier de l’autorité',
    category: 'Nature de la demande',
    legalBasis: 'Base légale',
    period: 'Période',
    noPeriod: 'aucune période indiquée',
    answer: 'Réponse',
    preparedBy: 'Établie par',
    preparedAt: 'Établie le',
  },
  from: (start) => `à partir du ${start}`,
  until: (end) => `jusqu’au ${end}`,
  answer: (number, isFinal) => `n° ${number}, ${isFinal ? 'définitive' : 'partielle, d’autres suivront'}`,
  targets: 'Identifiants et résultat',
  outcomes: {
    delivered: 'données transmises',
    nothing_held: 'aucune donnée détenue',
    already_deleted: 'données déjà effacées',
    refused_in_part: 'refus partiel',
  },
  reason: 'Motif',
  files: 'Fichiers transmis',
  noFiles: 'Aucun fichier n’est transmis avec cette réponse.',
  size: (bytes) => `${bytes} octets`,
  plaintextSha256: 'SHA-256 du fichier',
  ciphertextSha256: 'SHA-256 du fichier chiffré',
  statement: {
    heading: 'Déclaration',
    withFiles: (provider) =>
      `Il est attesté que les fichiers énumérés ci-dessus ont été extraits des enregistrements de ${provider} et qu’ils reproduisent, sans altération et dans leur intégralité, les données qui y étaient conservées au moment de la collecte au sujet des identifiants indiqués, dans la mesure où la demande les vise et où aucun refus n’est mentionné ci-dessus.`,
    withoutFiles: (provider) =>
      `Il est attesté que les enregistrements de ${provider} ont été examinés au sujet des identifiants indiqués ci-dessus et que le résultat y est mentionné dans son intégralité.`,
    check:
      'La comparaison de la somme de contrôle (SHA-256) d’un fichier avec celle indiquée ci-dessus permet d’établir s’il est resté inchangé depuis son établissement.',
    signature:
      'La présente attestation fait partie d’une réponse dont l’inventaire porte la signature électronique de la clé du fournisseur. Établie par un procédé automatisé, elle est valable sans signature manuscrite.',
    fingerprint: 'Empreinte de la clé',
  },
  page: (page, pages) => `Page ${page} sur ${pages}`,
  day: (year, month, day) => `${day}/${month}/${year}`,
  moment: (day, time, utc) => `${day} à ${time} (Berlin ; ${utc} UTC)`,
};
