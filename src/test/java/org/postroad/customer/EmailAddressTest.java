package org.postroad.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"zoe@customers.example", "zoe+news@customers.example", "z.o'e@customers.example"})
    void deliversToWhatTheMailLibraryTakes(String address) {
        assertThat(EmailAddress.isDeliverable(address)).isTrue();
        assertThatCode(() -> new InternetAddress(address, true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {".zoe@customers.example", "zoe.@customers.example", "z..oe@customers.example"})
    void acceptsButDoesNotDeliverToMisplacedDots(String address) {
        assertThat(EmailAddress.parse(address)).contains(address);
        assertThat(EmailAddress.isDeliverable(address)).isFalse();
        assertThatExceptionOfType(AddressException.class).isThrownBy(() -> new InternetAddress(address, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zoe",
                "@customers.example",
                "zoe@",
                "zoe@localhost",
                "zoe@[192.0.2.1]",
                "zoe@customers.example, all@customers.example",
                "zoe@customers.example\r\nBcc: all@customers.example",
                "Zoë <zoe@customers.example>",
                "zoë@customers.example",
                "zoe @customers.example"
            })
    void acceptsOneAddressOnly(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThat(EmailAddress.isDeliverable(text)).isFalse();
    }

    @Test
    void storesAnInternationalDomainInAscii() {
        assertThat(EmailAddress.parse(" zoe@bücher.example ")).contains("zoe@xn--bcher-kva.example");
    }
}
