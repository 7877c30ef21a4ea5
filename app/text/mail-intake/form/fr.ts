import type { Catalogue } from '#app/text/catalogue.ts';
import type { formWords as german } from './de.ts';

export const formWords: Catalogue<typeof german> = {
  legalRequests: {
    sections: {
      authority_route: {
        intro: 'L’autorité se trouve hors d’Allemagne. Indiquez par quelle voie elle a présenté sa demande.',
      },
      legal_basis: {
        intro:
          'Sans disposition légale qui habilite l’autorité, rien ne peut être communiqué (§ 174 al. 2 TKG). Vous ne voyez ici que les dispositions qui conviennent à l’autorité et au type de données ; indiquez toute autre sous « Autre ».',
      },
      attachments: {
        intro:
          'Les fichiers sont chiffrés sur cet appareil avant d’être transmis. Ensuite, seules les personnes chargées de l’examen peuvent les lire, et l’autorité si elle utilise le portail.',
      },
      contact: {
        intro: 'Qui pouvons-nous joindre en cas de question ? Comme indiqué dans l’arrivée.',
      },
      confidentiality: {
        intro:
          'Le silence est toujours gardé, aussi envers la personne concernée (§ 174 al. 6 TKG). Indiquez ici s’il existe en outre une ordonnance limitée dans le temps.',
      },
    },
    fields: {
      fileNumber: {
        label: 'Numéro de dossier de l’autorité',
        hint: 'C’est par ce numéro que l’autorité retrouve la demande. N’indiquez pas de noms.',
      },
    },
    fieldErrors: {
      legal_basis_not_for_you:
        'Cette disposition ne convient pas à l’autorité ou au type de données. Choisissez-en une dans la liste.',
    },
    attachmentKinds: { request_letter: { hint: 'La demande de l’autorité, signée.' } },
    checks: {
      file_number_given: { problem: 'Indiquez le numéro de dossier de l’autorité.' },
      agency_verified: { problem: 'L’autorité n’est pas encore vérifiée.' },
      legal_basis_fits: { problem: 'Cette disposition ne permet pas cette demande à l’autorité.' },
      earlier_reference_known: {
        problem: 'L’autorité n’a pas fait de telle demande sous ce numéro, ou l’a retirée. Vérifiez-le.',
      },
    },
    visibility: {
      sealed:
        'Cette indication est chiffrée sur votre appareil. Seules les personnes chargées de l’examen peuvent la lire, et l’autorité si elle utilise le portail.',
    },
  },
  requests: {
    draft: {
      explanation:
        'L’enregistrement est chiffré, pour l’équipe du fournisseur seulement. Vos collègues peuvent poursuivre le brouillon.',
    },
    legalBasis: {
      noneAtAllTitle: 'Il n’existe ici aucune disposition pour cette autorité',
      noneAtAll:
        'Les autorités hors d’Allemagne ne peuvent recevoir ces données que si elles poursuivent des infractions. Vérifiez le type d’autorité ; sinon, rejetez la demande.',
    },
    section: {
      allSealed:
        'Toutes les indications de cette page sont chiffrées sur votre appareil. Seules les personnes chargées de l’examen peuvent les lire, et l’autorité si elle utilise le portail.',
      partlySealed: (labels) =>
        `Le serveur peut lire : ${labels}. Il en a besoin pour attribuer la demande et rappeler les délais. Tout le reste est chiffré sur votre appareil ; seules les personnes chargées de l’examen peuvent le lire, et l’autorité si elle utilise le portail.`,
    },
  },
};
