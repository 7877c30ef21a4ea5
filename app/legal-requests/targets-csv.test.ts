import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from './form-answers.ts';
import { parseTargets } from './targets-csv.ts';

const subscriber = (text: string) => parseTargets(text, 'subscriber_data');

describe('pasted lines', () => {
  it('of addresses', () => {
    expect(parseTargets('a@mail.example\n\n  b@mail.example  \r\n', 'traffic_data')).toEqual({
      targets: [
        { kind: 'email', address: 'a@mail.example' },
        { kind: 'email', address: 'b@mail.example' },
      ],
      errors: [],
      rest: '',
    });
  });

  it('of all kinds, told by a word or by their look', () => {
    const text = [
      'a@mail.example',
      'ip;192.0.2.44;01.03.2026 14:30:05;UTC',
      '2001:db8::1;2026-03-01T14:30:05Z',
      'kunde;4711',
      'zahlung;RE-2026-17',
      'Erika Mustermann;29.2.1980',
      'person;Max Muster;1990-01-02',
    ].join('\n');
    expect(subscriber(text)).toEqual({
      targets: [
        { kind: 'email', address: 'a@mail.example' },
        { kind: 'ip', address: '192.0.2.44', at: '2026-03-01T14:30:05', timeZone: 'UTC' },
        { kind: 'ip', address: '2001:db8::1', at: '2026-03-01T14:30:05', timeZone: 'UTC' },
        { kind: 'customer', number: '4711' },
        { kind: 'payment', reference: 'RE-2026-17' },
        { kind: 'person', name: 'Erika Mustermann', dateOfBirth: '1980-02-29' },
        { kind: 'person', name: 'Max Muster', dateOfBirth: '1990-01-02' },
      ],
      errors: [],
      rest: '',
    });
  });
});

describe('a table', () => {
  const expected = [
    { kind: 'ip', address: '192.0.2.1', at: '2026-03-01T08:05:00', timeZone: 'Europe/Berlin' },
    { kind: 'ip', address: '192.0.2.2', at: '2026-03-01T09:05:00', timeZone: '+02:00' },
  ];

  it.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('with %s, a header and a byte order mark', (_name, separator) => {
    const rows = [
      ['IP-Adresse', 'Zeitpunkt', 'Zeitzone'],
      ['192.0.2.1', '2026-03-01 08:05:00', 'Europe/Berlin'],
      ['192.0.2.2', '2026-03-01 09:05:00', '+02:00'],
    ];
    const text = `\uFEFF${rows.map((cells) => cells.join(separator)).join('\r\n')}\r\n`;
    expect(subscriber(text)).toEqual({ targets: expected, errors: [], rest: '' });
  });

  it('with quoted cells that hold separators and line breaks', () => {
    const text =
      'Name;Geburtsdatum\n"Muster; von\nund zu, Erika";"29.02.1980"\n"O""Neil";1.1.1990\nx@y;falsch';
    expect(subscriber(text)).toEqual({
      targets: [
        { kind: 'person', name: 'Muster; von\nund zu, Erika', dateOfBirth: '1980-02-29' },
        { kind: 'person', name: 'O"Neil', dateOfBirth: '1990-01-01' },
      ],
      errors: [{ row: 5, code: 'date_invalid', text: 'x@y · falsch' }],
      rest: 'Name;Geburtsdatum\nx@y;falsch',
    });
  });

  it('with English and French headers', () => {
    expect(subscriber('Customer number\n12').targets).toEqual([{ kind: 'customer', number: '12' }]);
    expect(
      subscriber('Adresse IP;Horodatage;Fuseau\n192.0.2.1;2026-03-01 08:05:00;Europe/Berlin').targets,
    ).toEqual(expected.slice(0, 1));
  });
});

describe('errors', () => {
  it('name the row, the code and what stands there', () => {
    const text = [
      'a@mail.example',
      'not an address@',
      '192.0.2.999;2026-03-01 08:00:00;UTC',
      '192.0.2.1',
      '192.0.2.1;2026-03-29 02:30:00;Europe/Berlin',
      '192.0.2.1;2026-03-01 08:00:00;Mars/Olympus',
      'nonsense',
      'A@mail.example',
    ].join('\n');
    expect(subscriber(text).errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'email_invalid'],
      [3, 'ip_invalid'],
      [4, 'required'],
      [5, 'time_does_not_exist'],
      [6, 'time_zone_invalid'],
      [7, 'target_not_recognised'],
      [8, 'target_repeated'],
    ]);
    expect(subscriber(text).errors[2]?.text).toBe('192.0.2.1');
  });

  it('count lines, also after empty ones', () => {
    expect(subscriber('\n\na@mail.example\n\nx').errors).toEqual([
      { row: 5, code: 'target_not_recognised', text: 'x' },
    ]);
  });

  it('refuse kinds that the category does not know', () => {
    expect(parseTargets('kunde;4711', 'interception').errors[0]?.code).toBe('target_kind_not_in_category');
  });

  it('keep every row beyond 500 targets', () => {
    const lines = Array.from({ length: 600 }, (_, n) => `a${n}@mail.example`);
    const { targets, errors, rest } = parseTargets(lines.join('\n'), 'traffic_data');
    expect(targets).toHaveLength(500);
    expect(errors).toHaveLength(100);
    expect(errors[0]).toEqual({ row: 501, code: 'too_many_rows', text: 'a500@mail.example' });
    expect(rest).toBe(lines.slice(500).join('\n'));
  });

  it('count what is listed already, and name what is listed twice', () => {
    const listed: Target[] = Array.from({ length: 499 }, (_, n) => ({
      kind: 'email',
      address: `a${n}@mail.example`,
    }));
    const lines = ['a0@mail.example', 'b@mail.example', 'c@mail.example'];
    expect(parseTargets(lines.join('\n'), 'traffic_data', listed)).toEqual({
      targets: [{ kind: 'email', address: 'b@mail.example' }],
      errors: [
        { row: 1, code: 'target_repeated', text: 'a0@mail.example' },
        { row: 3, code: 'too_many_rows', text: 'c@mail.example' },
      ],
      rest: 'a0@mail.example\nc@mail.example',
    });
  });

  it('keep all lines after a quotation mark that never ends', () => {
    expect(subscriber('E-Mail\na@mail.example\n"b@mail.example\n\nc@mail.example')).toEqual({
      targets: [{ kind: 'email', address: 'a@mail.example' }],
      errors: [
        { row: 3, code: 'quote_not_closed', text: '"b@mail.example' },
        { row: 5, code: 'quote_not_closed', text: 'c@mail.example' },
      ],
      rest: 'E-Mail\n"b@mail.example\nc@mail.example',
    });
  });

  it('keep a row of several lines as a whole, below the header', () => {
    const text = 'Name;Geburtsdatum\n"Muster;\nErika";falsch\nMax Muster;1.1.1990';
    expect(subscriber(text).rest).toBe('Name;Geburtsdatum\n"Muster;\nErika";falsch');
  });

  it('ask for the time zone instead of guessing it', () => {
    expect(subscriber('192.0.2.1;2026-03-01 08:05:00')).toEqual({
      targets: [],
      errors: [{ row: 1, code: 'time_zone_missing', text: '192.0.2.1 · 2026-03-01 08:05:00' }],
      rest: '192.0.2.1;2026-03-01 08:05:00',
    });
  });

  const piece = fc.constantFrom(
    ...['"', ';', ',', '\t', '\n', '\r\n', '\r', '\uFEFF', '\u0000', ' ', '@', '.', ':', '-', '😀'],
    ...['ip', 'kunde', 'a@b.de', '192.0.2.1', '01.03.2026 12:00', 'IP-Adresse', 'Name'],
  );

  it('never come as exceptions, and never with targets that are malformed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { targets, errors, rest } = subscriber(text);
        expect(errors.length > 0).toBe(rest !== '');
        for (const { row } of errors) expect(row).toBeGreaterThan(0);
        expect(targets.length + errors.length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }),
    );
  });
});

it('reads what a table of 500 rows holds, whatever the separator', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 500 }),
      fc.constantFrom(';', ',', '\t'),
      (numbers, separator) => {
        const text = numbers.map((n) => ['kunde', `"K-${n}"`].join(separator)).join('\n');
        const expected: Target[] = numbers.map((n) => ({ kind: 'customer', number: `K-${n}` }));
        expect(subscriber(text)).toEqual({ targets: expected, errors: [], rest: '' });
      },
    ),
    { numRuns: 20 },
  );
});
