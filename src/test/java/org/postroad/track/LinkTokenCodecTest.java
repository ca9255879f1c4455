package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkTokenCodecTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final UUID MESSAGE = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private final LinkTokenCodec linkTokenCodec = signedWith((byte) 1);

    @Test
    void readsWhatItWrote() {
        LinkToken linkToken = new LinkToken(LinkTokenKind.CLICK, MESSAGE, 65_535);
        assertThat(linkTokenCodec.read(LinkTokenKind.CLICK, linkTokenCodec.write(linkToken)))
                .contains(linkToken);
    }

    @Test
    void isUrlSafeAndOfFixedLength() {
        assertThat(linkTokenCodec.write(new LinkToken(LinkTokenKind.CLICK, MESSAGE, 3)))
                .matches("[A-Za-z0-9_-]{48}");
    }

    @Test
    void acceptsNoKindAsAnother() {
        for (LinkTokenKind written : LinkTokenKind.values()) {
            String text = linkTokenCodec.write(new LinkToken(written, MESSAGE, 0));
            assertThat(Arrays.stream(LinkTokenKind.values())
                            .filter(each -> linkTokenCodec.read(each, text).isPresent()))
                    .containsExactly(written);
        }
    }

    @Test
    void acceptsNoneOfTenThousandMutatedTokens() {
        Random random = new Random(7);
        String genuine = linkTokenCodec.write(new LinkToken(LinkTokenKind.CLICK, MESSAGE, 2));
        for (int i = 0; i < 10_000; i++) {
            String mutated = mutate(genuine, random);
            assertThat(linkTokenCodec.read(LinkTokenKind.CLICK, mutated))
                    .as(mutated)
                    .isEmpty();
        }
    }

    /** Lenient Base64 gives a token several spellings; each of them would be a mutated token that is accepted. */
    @Test
    void acceptsNoOtherLastCharacter() {
        String genuine = linkTokenCodec.write(new LinkToken(LinkTokenKind.UNSUBSCRIBE, MESSAGE, 0));
        long accepted = ALPHABET.chars()
                .mapToObj(last -> genuine.substring(0, genuine.length() - 1) + (char) last)
                .filter(text ->
                        linkTokenCodec.read(LinkTokenKind.UNSUBSCRIBE, text).isPresent())
                .count();
        assertThat(accepted).isOne();
    }

    @Test
    void acceptsNothingThatIsNoToken() {
        for (String text :
                new String[] {"", "a", "=".repeat(48), "A".repeat(48), "ä".repeat(48), "A".repeat(100_000)}) {
            assertThat(linkTokenCodec.read(LinkTokenKind.OPEN, text)).isEmpty();
        }
    }

    @Test
    void acceptsNoTokenOfAnotherInstallation() {
        String foreign = signedWith((byte) 2).write(new LinkToken(LinkTokenKind.VIEW, MESSAGE, 0));
        assertThat(linkTokenCodec.read(LinkTokenKind.VIEW, foreign)).isEmpty();
    }

    @Test
    void refusesMoreLinksThanATokenCanName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linkTokenCodec.write(new LinkToken(LinkTokenKind.CLICK, MESSAGE, 65_536)));
    }

    private static String mutate(String genuine, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> withBitFlipped(genuine, random.nextInt(36 * 8));
            case 1 -> withCharacterChanged(genuine, random);
            case 2 -> genuine.substring(0, random.nextInt(genuine.length()));
            default -> genuine + ALPHABET.charAt(random.nextInt(64));
        };
    }

    private static String withBitFlipped(String genuine, int bit) {
        byte[] octets = Base64.getUrlDecoder().decode(genuine);
        octets[bit / 8] ^= (byte) (1 << bit % 8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static String withCharacterChanged(String genuine, Random random) {
        int at = random.nextInt(genuine.length());
        char other = ALPHABET.charAt((ALPHABET.indexOf(genuine.charAt(at)) + 1 + random.nextInt(63)) % 64);
        return genuine.substring(0, at) + other + genuine.substring(at + 1);
    }

    private static LinkTokenCodec signedWith(byte secret) {
        byte[] key = new byte[32];
        Arrays.fill(key, secret);
        TrackingSecret kept = mock();
        given(kept.value()).willReturn(key);
        return new LinkTokenCodec(kept);
    }
}
