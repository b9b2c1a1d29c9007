/** A deterministic source of numbers and GUIDs: the same seed gives the same sequence on every machine. */
export class RandomSource {
  /** Everything that the next numbers depend on: 32 bits. */
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ x < 1, with 32 random bits (the mixing function is Mulberry32's). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A GUID of version 4 in lower-case D form. */
  guid(): string {
    let digits = "";
    for (let i = 0; i < 32; i++) digits += Math.floor(this.next() * 16).toString(16);
    const variant = "89ab"[Math.floor(this.next() * 4)];
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
  }
}
