import type { RunName } from './bench-runs.ts';
import type { Measured } from './measure.ts';

export type BenchResult = Measured & { run: RunName; sizeMb: number };

const names: Record<RunName, string> = {
  sealedAndStored: 'sealed and stored (the portal)',
  unsealedThroughTus: 'the same file unsealed through the same endpoint',
  sealingAlone: 'sealing alone, in the crypto room',
  openpgpInWorker: 'openpgp.js in a worker, encryption alone',
  openpgpIntoTusJsClient: 'openpgp.js streamed into tus-js-client',
};

/** The size for which ratios were agreed; with small files, starting threads and round trips count more than the speed. */
const agreedSizeMb = 500;

/** The report, in Markdown. */
export function describeBench(
  results: readonly BenchResult[],
  machine: { cores: number; serverPeakMb: number; pageMicroseconds: number },
): string {
  const sizes = [...new Set(results.map(({ sizeMb }) => sizeMb))];
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench:upload`. One run, one machine, server and browser beside each other on it',
    `(${machine.cores} cores); what counts are the ratios, which are wanted for ${agreedSizeMb} MB. The server's memory never rose above ${machine.serverPeakMb.toFixed(0)} MB.`,
    `The first use of a page of memory (4 KiB) took ${machine.pageMicroseconds.toFixed(1)} µs: the dearer it is, the further openpgp.js falls behind (decision 0007).`,
    '',
    ...sizes.flatMap((sizeMb) => describeSize(results.filter((result) => result.sizeMb === sizeMb))),
  ].join('\n');
}

function describeSize(results: readonly BenchResult[]): string[] {
  const { sizeMb = 0 } = results[0] ?? {};
  const speed = (run: RunName) =>
    sizeMb / (results.find((result) => result.run === run)?.seconds ?? Number.NaN);
  const ratios: readonly [string, number, number][] = [
    ['sealed and stored ÷ unsealed', speed('sealedAndStored') / speed('unsealedThroughTus'), 0.45],
    [
      'sealed and stored ÷ openpgp.js with tus-js-client',
      speed('sealedAndStored') / speed('openpgpIntoTusJsClient'),
      5,
    ],
    ['sealing alone ÷ openpgp.js in a worker', speed('sealingAlone') / speed('openpgpInWorker'), 5],
  ];
  return [
    `## ${sizeMb} MB`,
    '',
    '| | MB/s | seconds | longest main-thread block, ms | renderer peak, MB |',
    '|---|---|---|---|---|',
    ...results.map(
      ({ run, seconds, longestBlockMs, rendererPeakMb }) =>
        `| ${names[run]} | ${(sizeMb / seconds).toFixed(1)} | ${seconds.toFixed(2)} | ${longestBlockMs.toFixed(0)} | ${rendererPeakMb.toFixed(0)} |`,
    ),
    '',
    ...(sizeMb === agreedSizeMb
      ? [
          '| ratio | measured | wanted |',
          '|---|---|---|',
          ...ratios.map(([name, measured, wanted]) => `| ${name} | ${measured.toFixed(2)} | ≥ ${wanted} |`),
        ]
      : [
          '| ratio | measured |',
          '|---|---|',
          ...ratios.map(([name, measured]) => `| ${name} | ${measured.toFixed(2)} |`),
        ]),
    '',
  ];
}
