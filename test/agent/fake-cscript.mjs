/** Stands in for cscript.exe: `node fake-cscript.mjs <how> <agent> <request>`. Says what a script of that kind would say. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [how, , request] = process.argv.slice(2);
const say = (value) => process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\r\n`);
const head = { schema: 'wsus-wizard/answers/1', computer: 'SBS01', takenAt: '2026-11-24T00:00:00.000Z' };
const product = { probe: 'product', machine: 'SBS01', outcome: 'missing', fault: { code: 'probe-iis-missing', facts: {} } };
const services = { ...product, probe: 'services' };
const whole = () => {
  say(head);
  say(product);
  say(services);
  say({ end: 'ok', lines: 4 });
};
const ways = {
  good: whole,
  'no-end-line': () => {
    say(head);
    say(product);
  },
  'wrong-count': () => {
    say(head);
    say(product);
    say({ end: 'ok', lines: 7 });
  },
  'cut-line': () => {
    say(head);
    say(product);
    process.stdout.write('{"probe":"services","machine":"SBS01","outc');
  },
  'silent-green': () => {},
  'syntax-error': () => {
    say('C:\\agent.js(12, 1) Microsoft JScript compilation error: Syntax error');
    process.exitCode = 1;
  },
  'script-host-off': () => {
    say('CScript Error: Windows Script Host access is disabled on this machine.');
    process.exitCode = 1;
  },
  blocked: () => {
    say('CScript Error: Loading script failed (0x800704EC).');
    process.exitCode = 1;
  },
  'garbage-then-good': () => {
    say('some banner');
    say('{"not":"ours"}');
    whole();
  },
  garbage: () => {
    say(head);
    say(product);
    const block = `${'x'.repeat(1023)}\n`.repeat(1024);
    const more = (left) => {
      if (left > 0) process.stdout.write(block, () => more(left - 1));
    };
    more(50);
  },
  'one-line-of-garbage': () => {
    say(head);
    const block = 'x'.repeat(1024 * 1024);
    const more = (left) => {
      if (left > 0) process.stdout.write(block, () => more(left - 1));
    };
    more(50);
  },
  hang: () => {
    say(head);
    say(product);
    // A child that would outlive it, and that holds its output open.
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    writeFileSync(`${process.env.TEMP}/child.pid`, String(child.pid));
    setInterval(() => {}, 1000);
  },
  'stays-after-end': () => {
    whole();
    setInterval(() => {}, 1000);
  },
  echo: () => {
    let heard = '';
    process.stdin.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    process.stdin.on('end', () => {
      const told = { request: readFileSync(request, 'latin1'), heard, args: process.argv.slice(2), env: Object.keys(process.env) };
      writeFileSync(`${process.env.TEMP}/told.json`, JSON.stringify(told));
      whole();
    });
  },
};
ways[how]();
