package org.postroad.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ParsedMimeMessageTest {

    @Test
    void readsSubjectPartsAndHeaders() {
        ParsedMimeMessage mail = mail("""
                Subject: =?UTF-8?Q?Fr=C3=BChling,?=
                 Sarah
                List-Unsubscribe: <http://localhost/u/abc>,
                 <mailto:stop@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=B

                --B
                Content-Type: text/plain; charset=UTF-8

                Your shoes
                --B
                Content-Type: text/html; charset=UTF-8

                <p>Your shoes</p>
                --B--
                """);

        assertThat(mail.subject()).isEqualTo("Frühling, Sarah");
        assertThat(mail.text()).isEqualToIgnoringNewLines("Your shoes");
        assertThat(mail.html()).isEqualToIgnoringNewLines("<p>Your shoes</p>");
        assertThat(mail.headers())
                .containsEntry("Subject", "Frühling, Sarah")
                .containsEntry("list-unsubscribe", "<http://localhost/u/abc>, <mailto:stop@example.com>");
    }

    @Test
    void findsNestedParts() {
        ParsedMimeMessage mail = mail("""
                Subject: deep
                Content-Type: multipart/mixed; boundary=A

                --A
                Content-Type: multipart/alternative; boundary=B

                --B
                Content-Type: text/html

                <b>deep</b>
                --B--
                --A--
                """);

        assertThat(mail.html()).isEqualToIgnoringNewLines("<b>deep</b>");
        assertThat(mail.text()).isEmpty();
    }

    @Test
    void readsMalformedMailAsFarAsPossible() {
        assertThat(mail("").subject()).isEmpty();
        assertThat(mail("no header at all\n\nbody").html()).isEmpty();
        assertThat(mail("Subject: torn\nContent-Type: multipart/alternative; boundary=gone\n\n--not it\n")
                        .subject())
                .isEqualTo("torn");
        assertThat(mail("Subject: odd\nContent-Type: text/html; charset=klingon\n\n<p>?</p>\n")
                        .html())
                .isEmpty();
        assertThat(mail("Subject: nul\0l\n\n").subject()).isEqualTo("null");
    }

    static ParsedMimeMessage mail(String text) {
        return ParsedMimeMessage.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
