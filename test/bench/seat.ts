/**
 * How long a look from the seat takes: no more than the slowest chain of requests plus 20 %, on a loopback server that
 * takes its time, beside curl asking the same one after the other and in parallel. Figures are of this run.
 */
import { spawn } from 'node:child_process';
import { lookFromSeat } from '../../electron/http/look-from-seat';
import { doors } from '../../shared/doors';
import { getAuthorizationCookie, getConfig, getCookie } from '../../shared/wusp/build';
import type { Act, Playing } from '../helpers/iis-server';
import { iis, playServer } from '../helpers/iis-server';

const slack = 1.2;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** `endpoints` false: the chain of three messages alone. */
async function look(url: string, endpoints = true): Promise<void> {
  const { port } = new URL(url);
  const asked = lookFromSeat(
    { endpoints, cookie: true },
    {
      address: { scheme: 'http', host: '127.0.0.1', port: Number(port) },
      ascii: '127.0.0.1',
      perProbe: 10_000,
      signal: new AbortController().signal,
      env: {},
      now: () => Date.now(),
    },
  );
  const [doorsAsked, cookie] = await Promise.all([asked.endpoints, asked.cookie]);
  if ((endpoints && doorsAsked?.outcome !== 'ok') || cookie?.outcome !== 'ok' || cookie.value.cookie === null) throw new Error('the look failed');
}

const curl = (args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('curl', ['--silent', '--noproxy', '*', '--no-keepalive', ...args], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });

/** The same requests as curl arguments. */
function same(url: string): string[][] {
  const messages = [getConfig(), getAuthorizationCookie(), getCookie({ plugInId: 'SimpleTargeting', cookieData: '', lastChange: 'x', currentTime: 'x' })];
  const paths = ['/ClientWebService/client.asmx', '/SimpleAuthWebService/SimpleAuth.asmx', '/ClientWebService/client.asmx'];
  return [
    ...doors.flatMap(({ path }) => [
      ['--head', '--output', '/dev/null', `${url}${path}`],
      ['--range', '0-3', '--output', '/dev/null', `${url}${path}`],
    ]),
    ...messages.map((m, i) => [
      '--header',
      `SOAPAction: ${m.soapAction}`,
      '--header',
      'Content-Type: text/xml',
      '--data',
      m.body,
      '--output',
      '/dev/null',
      `${url}${paths[i]}`,
    ]),
  ];
}
const parallel = (requests: readonly string[][]): string[] => [
  '--parallel',
  '--parallel-immediate',
  '--parallel-max',
  '40',
  ...requests.flatMap((r, i) => (i === 0 ? r : ['--next', ...r])),
];

/** Every answer takes `delay` milliseconds; the chain of three messages is the slowest. */
function slowed(delay: number): Act {
  const act = iis({ version: '10.0' });
  return (asked) => void setTimeout(() => act(asked), delay);
}

async function measure(playing: Playing, rounds: number) {
  const requests = same(playing.url);
  await look(playing.url);
  const figures = { chain: [] as number[], look: [] as number[], one: [] as number[], side: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    figures.chain.push(await timed(() => look(playing.url, false)));
    figures.look.push(await timed(() => look(playing.url)));
    figures.one.push(
      await timed(async () => {
        for (const request of requests) await curl(request);
      }),
    );
    figures.side.push(await timed(() => curl(parallel(requests))));
  }
  return { chain: median(figures.chain), look: median(figures.look), one: median(figures.one), side: median(figures.side), requests: requests.length };
}

export async function bench(args: readonly string[] = []): Promise<void> {
  const delay = Number(args[0] ?? 200);
  const playing = await playServer(slowed(delay));
  try {
    const { chain, look: took, one, side, requests } = await measure(playing, 3);
    const limit = chain * slack;
    const ms = (n: number) => `${Math.round(n)} ms`;
    console.log(`${requests} requests, ${delay} ms each; slowest chain alone ${ms(chain)}, allowed ${ms(limit)}`);
    console.log(`look from the seat      ${ms(took)} (median of 3)`);
    console.log(`curl, one by one        ${ms(one)}`);
    console.log(`curl --parallel         ${ms(side)} (does not wait for one message before the next)`);
    const missed = took > limit || took > one;
    console.log(missed ? 'MISSED' : `held: ${(took / chain).toFixed(2)} of the slowest chain, ${(one / took).toFixed(1)} times as fast as one by one`);
    if (missed) process.exitCode = 1;
  } finally {
    await playing.close();
  }
}
