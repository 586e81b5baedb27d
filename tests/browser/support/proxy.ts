import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before the platform: passes everything on, or answers in its place. */
export type Instead = (path: string) => { status: number; type?: string; body?: string } | ((body: string) => string) | undefined;

export class Proxy {
  /** What is answered in place of the platform, or made of its answer. */
  instead: Instead = () => undefined;
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async before(platform: string): Promise<Proxy> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const proxy = new Proxy(server);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => proxy.#pass(platform, asked, answer));
    return proxy;
  }

  /** The same address, through the proxy. */
  through(url: string): string {
    return url.replace(/^http:\/\/[^/]+/, this.url);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #pass(platform: string, asked: IncomingMessage, answer: ServerResponse): void {
    const path = asked.url ?? '/';
    const instead = this.instead(path);
    if (instead && typeof instead === 'object') {
      answer.writeHead(instead.status, { 'Content-Type': instead.type ?? 'text/html' }).end(instead.body ?? '');
      return;
    }
    const headers: Record<string, unknown> = { ...asked.headers };
    // To change a text it has to come whole.
    if (instead) for (const name of ['accept-encoding', 'if-none-match']) delete headers[name];
    const passed = ask(platform + path, { method: asked.method, headers: headers as NodeJS.Dict<string> }, (given) => {
      if (!instead) {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
        return;
      }
      let body = '';
      given.setEncoding('utf8').on('data', (part) => (body += part));
      given.on('end', () => {
        const { 'content-length': _, etag: __, ...kept } = given.headers;
        answer.writeHead(given.statusCode ?? 502, kept).end(instead(body));
      });
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  }
}
