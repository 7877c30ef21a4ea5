import { useText } from '#app/text/text.tsx';
import { Badge, type Tone } from '#app/ui/page.tsx';

const tones = {
  pending: 'warning',
  verified: 'success',
  declined: 'danger',
  suspended: 'danger',
  outside: 'info',
} as const;

export function AgencyStatus({ status }: { status: keyof typeof tones }) {
  const t = useText();
  const tone: Tone = tones[status];
  return <Badge tone={tone}>{t.accounts.desk.agencyStatuses[status]}</Badge>;
}
