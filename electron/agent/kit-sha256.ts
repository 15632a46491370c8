/** SHA-256 (FIPS 180-4) of ASCII text: Server 2003 brings nothing that computes it (certutil knows SHA-1 there, recollection). */

var shaConstants: number[] = [];
var shaStart: number[] = [];

/** The first 32 bits of the fractional part of a root. */
function fractionBits(root: number): number {
  return ((root - Math.floor(root)) * 4294967296) | 0;
}

/** Newton's way; 40 steps are far more than 53 bits need. */
function rootOf(value: number, degree: number): number {
  var x = value;
  for (var i = 0; i < 40; i++) x = degree === 2 ? (x + value / x) / 2 : (2 * x + value / (x * x)) / 3;
  return x;
}

/** Of the first 64 primes: cube roots as constants, square roots of the first eight as the start. */
function fillSha(): void {
  for (var n = 2; shaConstants.length < 64; n++) {
    var prime = true;
    for (var d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (shaStart.length < 8) shaStart.push(fractionBits(rootOf(n, 2)));
    shaConstants.push(fractionBits(rootOf(n, 3)));
  }
}

/** The text with its padding; the last eight bytes hold the length in bits (texts of 256 MB and more are not read here). */
function paddedText(text: string): string {
  var rest = String.fromCharCode(128);
  while ((text.length + rest.length) % 64 !== 56) rest += String.fromCharCode(0);
  var bits = text.length * 8;
  return text + rest + String.fromCharCode(0, 0, 0, 0, (bits >>> 24) & 255, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255);
}

function shaWords(text: string, at: number, w: number[]): void {
  for (var i = 0; i < 16; i++) {
    var from = at + i * 4;
    w[i] = (text.charCodeAt(from) << 24) | (text.charCodeAt(from + 1) << 16) | (text.charCodeAt(from + 2) << 8) | text.charCodeAt(from + 3);
  }
  for (i = 16; i < 64; i++) {
    var x = w[i - 15] as number;
    var y = w[i - 2] as number;
    var low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    w[i] = ((w[i - 16] as number) + low + (w[i - 7] as number) + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) | 0;
  }
}

/** Plain variables and no calls: the script host of Server 2003 is slow. */
function shaBlock(state: number[], w: number[]): void {
  var a = state[0] as number;
  var b = state[1] as number;
  var c = state[2] as number;
  var d = state[3] as number;
  var e = state[4] as number;
  var f = state[5] as number;
  var g = state[6] as number;
  var h = state[7] as number;
  for (var i = 0; i < 64; i++) {
    var one = h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g));
    one = (one + (shaConstants[i] as number) + (w[i] as number)) | 0;
    var two = (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  var next = [a, b, c, d, e, f, g, h];
  for (i = 0; i < 8; i++) state[i] = ((state[i] as number) + (next[i] as number)) | 0;
}

/** 32 bits as eight digits. */
function dwordText(value: number): string {
  var text = (value < 0 ? value + 4294967296 : value).toString(16);
  while (text.length < 8) text = '0' + text;
  return text;
}

/** In hex; of text whose characters are bytes. */
function sha256Of(text: string): string {
  if (shaConstants.length === 0) fillSha();
  var state = shaStart.slice(0);
  var whole = paddedText(text);
  var w: number[] = [];
  for (var at = 0; at < whole.length; at += 64) {
    shaWords(whole, at, w);
    shaBlock(state, w);
  }
  var hex = '';
  for (var i = 0; i < 8; i++) hex += dwordText(state[i] as number);
  return hex;
}
