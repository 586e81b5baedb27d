// A log that is served from a directory of its own, as `stc log serve` does it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The binary under test. */
export const STC = process.env.STC ?? fileURLToPath(new URL("../../../target/debug/stc", import.meta.url));

/** The name and the password of the secured log. */
export const USER = "stc:right";

export function folder() {
  return mkdtempSync(join(tmpdir(), "stc-node-"));
}

/** A program that has said what begins with these words, and the rest of that line. */
export async function starts(program, words, said, env = {}) {
  const child = spawn(program, words, { env: { PATH: process.env.PATH, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((_, fails) => child.once("exit", (code) => fails(new Error(`${words} ended with ${code}`))));
  const told = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith(said)) return line.slice(said.length);
    }
  })();
  const rest = await Promise.race([told, ended]);
  ended.catch(() => {});
  return { child, rest };
}

export async function stops(child) {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await new Promise((done) => child.once("exit", done));
  }
}

/** Serves a new log to everybody on this machine. */
export async function serves(...more) {
  const data = folder();
  const words = ["log", "serve", "--data", join(data, "data"), "--listen", "127.0.0.1:0", ...more];
  const { child, rest } = await starts(STC, words, "serving the log on 127.0.0.1:", { STC_LOG: "warn" });
  return {
    port: rest,
    uri: `kurrentdb://127.0.0.1:${rest}?tls=false`,
    async stops() {
      await stops(child);
      rmSync(data, { recursive: true });
    },
  };
}

/** A certificate for localhost that vouches for itself, with its key, and a password. */
export function secrets() {
  const place = folder();
  const [config, cert, key, password] = ["config", "cert.pem", "key.pem", "password"].map((name) => join(place, name));
  writeFileSync(
    config,
    "[req]\ndistinguished_name=dn\nx509_extensions=v3\nprompt=no\n[dn]\nCN=localhost\n" +
      "[v3]\nsubjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n",
  );
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  execFileSync(
    "openssl",
    ["req", "-x509", ...curve, "-nodes", "-days", "1", "-config", config, "-keyout", key, "-out", cert],
    { stdio: "ignore" },
  );
  writeFileSync(password, "right\n");
  return { place, cert, key, password };
}
