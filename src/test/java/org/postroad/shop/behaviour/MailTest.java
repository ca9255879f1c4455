package org.postroad.shop.behaviour;

import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Stockroom;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.local.MailArrived;

class MailTest {

    private static final Assortment ASSORTMENT = new Stockroom("http://localhost").assortment();
    private static final String OWN = "http://localhost:8080";

    @Test
    void tellsTheOfferByHowTheCodeBegins() {
        Mail mail =
                read("<p>Still thinking about the Aira 3 Cushion? Use <b>SHIP-7KQ2MX</b>. With it: Pulse Band 2.</p>");
        assertThat(mail.offer()).map(Offer::id).contains("free-shipping");
        assertThat(mail.code()).isEqualTo("SHIP-7KQ2MX");
        assertThat(mail.product()).get().extracting("id").isEqualTo("runner-2");
    }

    @Test
    void takesTheWholeNameOfAProduct() {
        assertThat(read("<p>Pulse Band 2 Plus</p>").product())
                .get()
                .extracting("id")
                .isEqualTo("tracker-2");
    }

    @Test
    void findsTheLinksOfThisServerAndNoOthers() {
        Mail mail = read("""
                <h1>Aira 3 Cushion</h1><a href="https://elsewhere.example/c/x">away</a><a href="http://localhost:8080/c/one">look</a>
                <a href="http://localhost:8080/c/two"><img alt="Aira 3 Cushion" src="x.png"></a><a href="http://localhost:8080/u/bye">unsubscribe</a>
                <img src="http://localhost:8080/o/pixel.gif">
                """);
        assertThat(mail.link()).contains("http://localhost:8080/c/two");
        assertThat(mail.unsubscribeLink()).contains("http://localhost:8080/u/bye");
        assertThat(mail.pixel()).contains("http://localhost:8080/o/pixel.gif");
        assertThat(mail.offer()).isEmpty();
    }

    @Test
    void takesTheFirstLinkIfNoneIsOnAProduct() {
        assertThat(read("<a href='http://localhost:8080/c/one'>News</a><a href='http://localhost:8080/c/two'>More</a>")
                        .link())
                .contains("http://localhost:8080/c/one");
    }

    private static Mail read(String html) {
        MailArrived arrived = new MailArrived(1, "a@example.com", "Hello", html, "", Instant.EPOCH);
        return Mail.read(arrived, ASSORTMENT, OWN);
    }
}
