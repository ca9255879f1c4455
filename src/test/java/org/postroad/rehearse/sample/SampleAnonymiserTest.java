package org.postroad.rehearse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Product;

/** What stays of attributes and properties, and what does not. */
class SampleAnonymiserTest {

    private static final String DIAGRAM = """
            <definitions><process id="win-back" name="Anna's way">
              <condition>${customer.attribute('role') == 'buyer' &amp;&amp; event.shelf != "top"}</condition>
              <inputEntry><text>"health","sports"</text></inputEntry>
            </process></definitions>""";

    private SampleAnonymiser anonymiser;

    @BeforeEach
    void learnWords() {
        SampledCatalog catalog = new SampledCatalog(
                List.of(new Product(
                        "tea-1",
                        "Tea",
                        "Anna Brand",
                        "teas",
                        BigDecimal.TEN,
                        "EUR",
                        null,
                        null,
                        null,
                        List.of("green"),
                        1,
                        null,
                        Map.of())),
                List.of(),
                List.of());
        anonymiser = new SampleAnonymiser(new KnownWords(
                catalog,
                List.of(DIAGRAM.getBytes(StandardCharsets.UTF_8)),
                List.of("${customer.attribute('colour') == 'pale-blue'}")));
    }

    @Test
    void keepsWhatDiagramsAndCatalogMention() {
        assertThat(kept(Map.of(
                        "role", "buyer", "shelf", "top", "productId", "tea-1", "interests", List.of("green", "teas"))))
                .isEqualTo(Map.of(
                        "role", "buyer", "shelf", "top", "productId", "tea-1", "interests", List.of("green", "teas")));
    }

    @Test
    void keepsWhatSegmentsAskFor() {
        assertThat(kept(Map.of("colour", "pale-blue"))).isEqualTo(Map.of("colour", "pale-blue"));
    }

    @Test
    void keepsNumbersAndTruths() {
        assertThat(kept(Map.of("total", 2_500_000, "shelf", 12, "permanent", true)))
                .isEqualTo(Map.of("total", 2_500_000, "shelf", 12, "permanent", true));
    }

    @Test
    void replacesOtherTextsTheSameByTheSame() {
        assertThat(kept(Map.of("orderId", "anna-1"))).isEqualTo(Map.of("orderId", "p1"));
        assertThat(kept(Map.of("role", "anna-2"))).isEqualTo(Map.of("role", "p2"));
        assertThat(kept(Map.of("eventId", "anna-1"))).isEqualTo(Map.of("eventId", "p1"));
        assertThat(kept(Map.of("role", 491701234567L))).isEqualTo(Map.of("role", "p3"));
        assertThat(anonymiser.replaced()).isEqualTo(new Replacements(3, 0));
    }

    @Test
    void dropsWhatNobodyReads() {
        assertThat(kept(Map.of(
                        "street", "buyer", "anna", 1, "items", List.of(Map.of("price", 3, "engraving", "Anna")))))
                .isEqualTo(Map.of("items", List.of(Map.of("price", 3))));
        assertThat(anonymiser.replaced()).isEqualTo(new Replacements(0, 3));
    }

    @Test
    void keepsTheTimeOfTheYearOfBirthdays() {
        assertThat(anonymiser.map(Map.of("birthday", "1987-05-14"), 3)).isEqualTo(Map.of("birthday", "--05-17"));
        assertThat(anonymiser.map(Map.of("birthday", "--12-30"), 5)).isEqualTo(Map.of("birthday", "--01-04"));
        assertThat(anonymiser.map(Map.of("birthday", "05/14/1987"), 3)).isEqualTo(Map.of("birthday", "p1"));
        assertThat(anonymiser.map(Map.of("birthday", "1987-02-31"), 3)).isEqualTo(Map.of("birthday", "p2"));
    }

    @Test
    void coarsensPlacesAndShiftsDates() {
        assertThat(anonymiser.map(
                        Map.of("latitude", 51.50735, "startsAt", "2026-03-01T10:00:00Z", "shelf", "2026-03-01"), -1))
                .isEqualTo(Map.of("latitude", 51.5, "startsAt", "2026-02-28T10:00:00Z", "shelf", "2026-02-28"));
    }

    @Test
    void knowsTypesOfEventsThatAreNoNames() {
        assertThat(anonymiser.eventType("purchased")).isEqualTo("purchased");
        assertThat(anonymiser.eventType("anna_called")).isEqualTo("other");
        assertThat(anonymiser.topic("marketing")).isEqualTo("marketing");
        assertThat(anonymiser.topic("anna-club")).isEqualTo("p1");
        assertThat(SampleAnonymiser.locale("en-GB-x-anna")).isEqualTo("en-GB");
    }

    private Map<String, Object> kept(Map<String, Object> values) {
        return anonymiser.map(values, 0);
    }
}
