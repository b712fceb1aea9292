package dev.ajar.report;

import java.util.Arrays;

/**
 * The hash function SHA-256 of FIPS 180-4. The JDK's own costs 25 ms at its first call in a process
 * (17; on 25 it is 40), for the sake of providers and method handles, and a shutdown waits for it.
 */
final class Sha256 {

  private static final int BLOCK = 64;
  private static final int ROUNDS = 64;

  /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
  private static final int[] CONSTANTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  };

  /** The same of the square roots of the first 8 primes. */
  private static final int[] START = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  };

  /** The hash of a text, as eight words of 32 bits. */
  static int[] of(byte[] text) {
    byte[] padded = padded(text);
    int[] state = START.clone();
    for (int block = 0; block < padded.length; block += BLOCK) {
      mix(state, schedule(padded, block));
    }
    return state;
  }

  /** The text, one bit set, zeros, and the text's length in bits, in whole blocks. */
  private static byte[] padded(byte[] text) {
    int blocks = (text.length + 1 + Long.BYTES + BLOCK - 1) / BLOCK;
    byte[] padded = Arrays.copyOf(text, blocks * BLOCK);
    padded[text.length] = (byte) 0x80;
    long bits = text.length * 8L;
    for (int at = padded.length - 1; bits != 0; at--) {
      padded[at] = (byte) bits;
      bits >>>= 8;
    }
    return padded;
  }

  private static int[] schedule(byte[] padded, int block) {
    int[] words = new int[ROUNDS];
    for (int at = 0; at < BLOCK; at++) {
      words[at / 4] = words[at / 4] << 8 | (padded[block + at] & 0xFF);
    }
    for (int at = BLOCK / 4; at < ROUNDS; at++) {
      int near = words[at - 2];
      int far = words[at - 15];
      int one = Integer.rotateRight(near, 17) ^ Integer.rotateRight(near, 19) ^ near >>> 10;
      int zero = Integer.rotateRight(far, 7) ^ Integer.rotateRight(far, 18) ^ far >>> 3;
      words[at] = words[at - 16] + zero + words[at - 7] + one;
    }
    return words;
  }

  private static void mix(int[] state, int[] words) {
    int[] v = state.clone();
    for (int round = 0; round < ROUNDS; round++) {
      int a = v[0];
      int e = v[4];
      int sumOne =
          Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int choice = (e & v[5]) ^ (~e & v[6]);
      int one = v[7] + sumOne + choice + CONSTANTS[round] + words[round];
      int sumZero =
          Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += one;
      v[0] = one + sumZero + majority;
    }
    for (int at = 0; at < state.length; at++) {
      state[at] += v[at];
    }
  }

  private Sha256() {}
}
