// What the tests use of Node. Its own types would also let the player use what a browser does not have.

declare module "node:test" {
  export function test(name: string, body: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): void;
  export function throws(body: () => unknown, message: RegExp): void;
}

declare module "node:fs" {
  export function readdirSync(folder: URL, options: { recursive: true }): string[];
  export function readFileSync(file: URL, encoding: "utf8"): string;
}

declare module "node:zlib" {
  export function deflateSync(bytes: Uint8Array): { toString(encoding: "base64"): string };
}
