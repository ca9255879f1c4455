package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "http://localhost:8080/c/x",
                "HTTPS://Shop.example/a%20b#c",
                "https://[::1]/",
                "https://söhne.example/"
            })
    void isAbsolute(String address) {
        assertThat(WebAddress.isAbsolute(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/sale",
                "shop.example",
                "//shop.example",
                "https://",
                "https:///x",
                "http:x",
                "mailto:a@b.example",
                "javascript:alert(1)",
                "https://shop.example/a b",
                "https://shop.example/\n",
                "https://x/%zz",
                "ftp://x/"
            })
    void isNoAbsoluteAddress(String address) {
        assertThat(WebAddress.isAbsolute(address)).isFalse();
    }

    @Test
    void isNeverMoreThanAUri() {
        Random random = new Random(7);
        String characters = "ab1-._~/:?=&#%[]@ \"<";
        for (int round = 0; round < 200_000; round++) {
            StringBuilder address = new StringBuilder("http://");
            random.ints(random.nextInt(12), 0, characters.length())
                    .forEach(at -> address.append(characters.charAt(at)));
            assertThat(WebAddress.isAbsolute(address.toString()))
                    .as(address.toString())
                    .isEqualTo(hasAuthority(address.toString()));
        }
    }

    private static boolean hasAuthority(String address) {
        try {
            return new URI(address).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
