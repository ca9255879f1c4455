package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.compose.LetterFixture.article;
import static org.postroad.compose.LetterFixture.offer;
import static org.postroad.compose.LetterFixture.product;
import static org.postroad.compose.LetterFixture.shoe;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer.Kind;
import org.postroad.catalog.Product;

class StillThinkingTest {

    private static final String CONTENT = "browse-abandonment/still-thinking";
    private static final Product CUSHION = shoe("runner-2", "Aira 3 Cushion", "Velden", "running-shoes");

    private final LetterFixture fixture = new LetterFixture();

    @Test
    void speaksOfBrandAndName() {
        assertThat(fixture.about(CUSHION).write(CONTENT).subject())
                .isEqualTo("Still thinking about those Velden runners, Sarah?");
    }

    @Test
    void leavesOutAnUnknownName() {
        assertThat(fixture.about(CUSHION).firstName(null).write(CONTENT).subject())
                .isEqualTo("Still thinking about those Velden runners?");
    }

    @Test
    void repeatsNoMessageThatSomebodySignedUpWithAsTheirName() {
        Letter letter = fixture.about(CUSHION)
                .firstName("Win money at http://bad.example")
                .write(CONTENT);
        assertThat(letter.subject() + letter.html() + letter.text()).doesNotContain("bad.example");
    }

    @Test
    void speaksOfTheKindAloneWithoutBrand() {
        assertThat(fixture.about(shoe("r", "Aira", null, "running-shoes"))
                        .write(CONTENT)
                        .subject())
                .isEqualTo("Still thinking about those runners, Sarah?");
    }

    @Test
    void namesTheProductWhereItsCategoryHasNoWordForIt() {
        assertThat(fixture.about(shoe("t", "Folding Trail Poles", "Brackwood", "trail-running"))
                        .write(CONTENT)
                        .subject())
                .isEqualTo("Still thinking about the Folding Trail Poles, Sarah?");
    }

    @Test
    void speaksOfTheShopWithoutAnyProduct() {
        Letter letter = fixture.write(CONTENT);
        assertThat(letter.subject()).isEqualTo("Still looking around, Sarah?");
        assertThat(letter.text()).contains("Back to the shop: https://mail.example/c/");
    }

    @Test
    void showsWhatWasSeenWhatGoesWithItWhatToReadAndWhatIsGiven() {
        Letter letter = fullFixture().write(CONTENT);
        assertThat(letter.text())
                .containsSubsequence(
                        "Hello, Sarah.",
                        "Aira 3 Cushion",
                        "$139.95",
                        "Take another look: https://mail.example/c/",
                        "Shipping is on us",
                        "SHIP-7KQ2MX",
                        "Good until November 28, 2026",
                        "You also looked at",
                        "Often bought together",
                        "Merino Crew",
                        "Your first marathon",
                        "Read the article: https://mail.example/c/",
                        "1 Station Road",
                        "Portland, ME 04101");
        assertThat(fixture.links.saved).isTrue();
        assertThat(fixture.links.offerCode).isEqualTo("SHIP-7KQ2MX");
    }

    @Test
    void holdsInTheTextPartEveryLinkOfTheHtmlPart() {
        Letter letter = fullFixture().write(CONTENT);
        List<String> addresses = Jsoup.parse(letter.html()).select("a[href]").eachAttr("href");
        assertThat(addresses)
                .hasSizeGreaterThan(8)
                .allSatisfy(address -> assertThat(letter.text()).contains(address));
    }

    @Test
    void stillSaysSomethingWithTheLeastThatCanBeKnown() {
        Product bare = product("x", "Thing", null, null, null, null);
        Letter letter = fixture.about(bare)
                .firstName(null)
                .locale("no such locale")
                .sender("Shop", List.of("1 Road"), null)
                .write(CONTENT);
        assertThat(letter.subject()).isEqualTo("Still thinking about the Thing?");
        assertThat(letter.text()).doesNotContain("null", "Often bought together", "personal code");
    }

    @Test
    void staysBelowWhatGmailCutsOffAndInsideASubjectLineWithTheLongestOfEverything() {
        String longest = "Endless ".repeat(100);
        Letter letter = fixture.about(shoe("r", longest, longest, "running-shoes"), shoe("s", longest, longest, null))
                .boughtTogether(shoe("t", longest, longest, null))
                .toRead(article("a", longest, longest))
                .giving(offer(Kind.GIFT, longest, "0", null))
                .write(CONTENT);
        assertThat(letter.subject()).hasSizeLessThan(150);
    }

    @Test
    void escapesWhateverTheCatalogSays() {
        Letter letter = fixture.about(shoe("r", "<script>alert(1)</script> & Söhne", null, null))
                .write(CONTENT);
        assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(letter.subject()).contains("<script>alert(1)</script> & Söhne");
    }

    @Test
    void putsNamesOfSeveralLinesIntoOne() {
        assertThat(fixture.about(shoe("r", "Folding\r\n Poles", null, null))
                        .write(CONTENT)
                        .subject())
                .isEqualTo("Still thinking about the Folding Poles, Sarah?");
    }

    @Test
    void leavesOutAnOfferWhoseCodeHasRunOut() {
        Letter letter = fixture.about(CUSHION)
                .giving(offer(Kind.PERCENT, "10 %", "10", "TEN"))
                .codeExpiresAt(LetterFixture.NOW)
                .write(CONTENT);
        assertThat(letter.text()).doesNotContain("10% off", "TEN-");
        assertThat(fixture.links.offerCode).isNull();
    }

    @Test
    void saysEachKindOfOffer() {
        List<String> said = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            said.add(new LetterFixture()
                    .about(CUSHION)
                    .giving(offer(kind, "A little something", "5", "CODE"))
                    .write(CONTENT)
                    .text());
        }
        assertThat(said.get(0)).contains("Shipping is on us");
        assertThat(said.get(1)).contains("5% off your order");
        assertThat(said.get(2)).contains("$5.00 off your order");
        assertThat(said.get(3)).contains("A gift with your order", "A little something");
        assertThat(said.get(4)).contains("See it before everyone else");
    }

    @Test
    void writesPricesAsTheCustomersCountryDoes() {
        assertThat(fixture.about(CUSHION).locale("de-DE").write(CONTENT).text()).contains("139,95 $");
    }

    @Test
    void remindsShortlyAndSaysThatItIsTheLast() {
        Letter letter = fullFixture().write("browse-abandonment/reminder");
        assertThat(letter.subject()).isEqualTo("A last look at those Velden runners, Sarah?");
        assertThat(letter.text()).contains("SHIP-7KQ2MX").doesNotContain("Often bought together");
    }

    private LetterFixture fullFixture() {
        return fixture.about(CUSHION, shoe("runner-1", "Aira 3 Daily Trainer", "Velden", "running-shoes"))
                .boughtTogether(
                        shoe("socks-1", "Merino Crew", "Pacenza", "accessories"),
                        shoe("watch-1", "Pulse Tracker", "Tindra", "watches-trackers"))
                .toRead(article("first-marathon", "Your first marathon", "Sixteen weeks to the finish line."))
                .giving(offer(Kind.FREE_SHIPPING, "Free shipping", "0", "SHIP"));
    }
}
