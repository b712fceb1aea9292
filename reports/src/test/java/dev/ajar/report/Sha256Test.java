package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {

  @Test
  void is_what_the_jdk_computes() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Random random = new Random(12);
    for (int length = 0; length < 300; length++) {
      byte[] text = new byte[length];
      random.nextBytes(text);
      ByteBuffer hash = ByteBuffer.allocate(32);
      for (int word : Sha256.of(text)) {
        hash.putInt(word);
      }

      assertThat(hash.array()).isEqualTo(digest.digest(text));
    }
  }
}
