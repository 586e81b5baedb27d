// @ts-check
/**
 * The real platform: `stc up --demo` as a process of its own, on a data directory of its own.
 *
 * Invariant: no process and no directory outlives the tests, however they end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const STC = process.env['STC'] ?? fileURLToPath(new URL('../../../target/debug/stc', import.meta.url));
/** An unoptimised build fills a year of Flanders in some seconds. */
const READY_MS = 90_000;
const STOP_MS = 15_000;
const HEALTH_EVERY_MS = 50;

/** @typedef {'youth' | 'coach' | 'lead' | 'officer' | 'auditor' | 'operator'} Role */
/** @typedef {{ code: string, url: string, who: string }} Card */

/** `  lead      Tom Yilmaz, Leersteuncentrum Kempen   PNB3-KFSN-S6T2  http://…/#card=…` */
const CARD = /^ {2}(?<role>[a-z]+) +(?<who>.+?) +(?<code>[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}) +(?<url>\S+)$/;
const ADDRESS = /^Start To Can is ready: (?<url>\S+)$/;
/** The last one that is printed. */
const LAST_ROLE = 'operator';

/** What must go when this process goes. @type {Set<() => void>} */
const leftovers = new Set();
process.on('exit', () => {
  for (const clean of leftovers) clean();
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const clean of leftovers) clean();
    process.kill(process.pid, signal);
  });
}

/** A directory that is gone when the process is. */
export async function temporaryDirectory() {
  const dir = await mkdtemp(join(tmpdir(), 'stc-browser-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  leftovers.add(remove);
  return {
    dir,
    remove() {
      leftovers.delete(remove);
      remove();
    },
  };
}

/**
 * Writes the demo once, for others to begin with a copy of, and starts it once: whoever comes later finds
 * what was read of the log then, and starts in a tenth of the time.
 * @param {string} dir
 */
export async function fillDemo(dir) {
  const child = run(['demo', '--data', dir]);
  await ended(child);
  if (child.exitCode !== 0) throw new Error(`stc demo ended with ${child.exitCode}:\n${child.said}`);
  await Platform.startOnce(dir);
}

export class Platform {
  /** @type {Record<Role, Card>} */
  cards = /** @type {Record<Role, Card>} */ ({});
  url = '';
  /** @type {Awaited<ReturnType<typeof temporaryDirectory>>} */
  #data;
  /** @type {ReturnType<typeof run> | undefined} */
  #child;

  /** @param {Awaited<ReturnType<typeof temporaryDirectory>>} data */
  constructor(data) {
    this.#data = data;
  }

  /**
   * A platform at a free port, on a copy of `template` or on a demo that it makes itself.
   * @param {string} [template]
   */
  static async start(template) {
    const data = await temporaryDirectory();
    if (template) await cp(template, data.dir, { recursive: true });
    const platform = new Platform(data);
    await platform.#listen('127.0.0.1:0');
    return platform;
  }

  /** @param {string} dir It stays as it is then. */
  static async startOnce(dir) {
    const platform = new Platform({ dir, remove() {} });
    await platform.#listen('127.0.0.1:0');
    await platform.stop();
  }

  /** The name of the demo centre of which we have cards. */
  get centre() {
    return this.cards.lead.who.split(', ').at(-1) ?? '';
  }

  /**
   * Everything about a centre, as the machine's own command writes it: what an operator writes down of it.
   * @param {string} centre
   */
  async exportOf(centre) {
    const { dir, remove } = await temporaryDirectory();
    const child = run(['centre', 'export', '--data', this.#data.dir, '--centre', centre, '--to', join(dir, 'centre.jsonl')]);
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (told += text));
    await ended(child);
    remove();
    if (child.exitCode !== 0) throw new Error(`stc centre export ended with ${child.exitCode}:\n${child.said}`);
    const after = (/** @type {string} */ word) => new RegExp(`^${word} (\\S+)$`, 'm').exec(told)?.[1] ?? '';
    return { sha256: after('sha256'), through: after('through') };
  }

  /** As when the power fails: kill -9. */
  async crash() {
    this.#child?.kill('SIGKILL');
    await this.#gone();
  }

  /** The same data at the same address again. */
  async startAgain() {
    await this.#listen(new URL(this.url).host);
  }

  /** Ends it the ordinary way and takes its data away. */
  async stop() {
    this.#child?.kill('SIGTERM');
    await this.#gone();
    this.#data.remove();
  }

  /** @param {string} address */
  async #listen(address) {
    if (!existsSync(STC)) throw new Error(`no ${STC}: run \`cargo build --bin stc\` first, or name another one with STC=/path`);
    const child = run(['up', '--demo', '--data', this.#data.dir, '--listen', address]);
    this.#child = child;
    const late = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    for await (const line of createInterface({ input: child.stdout })) {
      this.url = ADDRESS.exec(line)?.groups?.['url'] ?? this.url;
      const { role, who = '', code = '', url = '' } = CARD.exec(line)?.groups ?? {};
      if (role) this.cards[/** @type {Role} */ (role)] = { who, code, url };
      if (role === LAST_ROLE) break;
    }
    clearTimeout(late);
    if (!this.url || !this.cards.operator) throw new Error(`stc up gave no address and cards:\n${child.said}`);
    await this.#healthy();
  }

  /** The views have read the whole log: what they answer is complete. */
  async #healthy() {
    for (const until = Date.now() + READY_MS; Date.now() < until; ) {
      const answer = await fetch(`${this.url}/api/v1/health`);
      if (/** @type {{ status?: string }} */ (await answer.json()).status === 'UP') return;
      await new Promise((done) => setTimeout(done, HEALTH_EVERY_MS));
    }
    throw new Error(`stc is not well after ${READY_MS} ms:\n${this.#child?.said}`);
  }

  async #gone() {
    if (this.#child) await ended(this.#child);
    this.#child = undefined;
  }
}

/** @param {string[]} args */
function run(args) {
  const process = spawn(STC, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...globalThis.process.env, STC_LOG: 'warn' } });
  const child = Object.assign(process, { said: '' });
  child.stderr.setEncoding('utf8').on('data', (text) => (child.said = (child.said + text).slice(-20_000)));
  const kill = () => void child.kill('SIGKILL');
  leftovers.add(kill);
  child.once('exit', () => leftovers.delete(kill));
  child.once('error', (error) => (child.said += error.message));
  return child;
}

/** @param {ReturnType<typeof run>} child */
async function ended(child) {
  // What nobody reads any more must not hold it up.
  child.stdout.resume();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = setTimeout(() => child.kill('SIGKILL'), child.spawnargs.includes('demo') ? READY_MS : STOP_MS);
  await once(child, 'exit');
  clearTimeout(late);
}
