package org.postroad.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.local.MailArrived;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;

class ParsedMailTest {

    private static final Assortment ASSORTMENT = new AssortmentReader("http://localhost").assortment();
    private static final String OWN = "http://localhost:8080";

    @Test
    void tellsTheOfferByHowTheCodeBegins() {
        ParsedMail parsedMail =
                read("<p>Still thinking about the Aira 3 Cushion? Use <b>SHIP-7KQ2MX</b>. With it: Pulse Band 2.</p>");
        assertThat(parsedMail.offer()).map(Offer::id).contains("free-shipping");
        assertThat(parsedMail.code()).isEqualTo("SHIP-7KQ2MX");
        assertThat(parsedMail.product()).get().extracting("id").isEqualTo("runner-2");
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
        ParsedMail parsedMail = read("""
                <h1>Aira 3 Cushion</h1><a href="https://elsewhere.example/c/x">away</a><a href="http://localhost:8080/c/one">look</a>
                <a href="http://localhost:8080/c/two"><img alt="Aira 3 Cushion" src="x.png"></a><a href="http://localhost:8080/u/bye">unsubscribe</a>
                <img src="http://localhost:8080/o/pixel.gif">
                """);
        assertThat(parsedMail.link()).contains("http://localhost:8080/c/two");
        assertThat(parsedMail.unsubscribeLink()).contains("http://localhost:8080/u/bye");
        assertThat(parsedMail.pixel()).contains("http://localhost:8080/o/pixel.gif");
        assertThat(parsedMail.offer()).isEmpty();
    }

    @Test
    void takesTheFirstLinkIfNoneIsOnAProduct() {
        assertThat(read("<a href='http://localhost:8080/c/one'>News</a><a href='http://localhost:8080/c/two'>More</a>")
                        .link())
                .contains("http://localhost:8080/c/one");
    }

    private static ParsedMail read(String html) {
        MailArrived arrived = new MailArrived(1, "a@example.com", "Hello", html, "", Instant.EPOCH);
        return ParsedMail.read(arrived, ASSORTMENT, OWN);
    }
}
