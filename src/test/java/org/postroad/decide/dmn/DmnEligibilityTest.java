package org.postroad.decide.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled table {@code offer-eligibility}, rule by rule. */
class DmnEligibilityTest {

    private static final Path FILE = Path.of("dmn/offer-eligibility.dmn");
    private static ParsedDecisionTable table;

    @BeforeAll
    static void parseTheTable() throws IOException {
        table = parsed(Files.readString(FILE));
    }

    @Test
    void allowsAnOfferByDefault() {
        assertRule(Map.of(), "otherwise", true);
    }

    @Test
    void refusesByMailWithoutConsentButNotOnTheWeb() {
        assertRule(Map.of("mayMail", false), "no-consent", false);
        assertRule(Map.of("mayMail", false, "channel", "web"), "otherwise", true);
    }

    @Test
    void refusesAfterManyMailsOrOffers() {
        assertRule(Map.of("mails", 28), "many-mails", false);
        assertRule(Map.of("mails", 27), "otherwise", true);
        assertRule(Map.of("offers", 3), "many-offers", false);
    }

    @Test
    void keepsTheMarginFloor() {
        assertRule(Map.of("costShare", 0.61), "margin-floor", false);
        assertRule(Map.of("costShare", 0.60), "otherwise", true);
    }

    @Test
    void refusesOnlyPriceCutsToFullPriceBuyers() {
        Map<String, Object> fullPrice = Map.of("orders", 3, "discountShare", 0.05);
        assertRule(with(fullPrice, "kind", "percent"), "full-price-buyer", false);
        assertRule(with(fullPrice, "kind", "free_shipping"), "otherwise", true);
        assertRule(Map.of("kind", "percent", "orders", 3, "discountShare", 0.5), "otherwise", true);
        assertRule(Map.of("kind", "percent", "orders", 0), "otherwise", true);
    }

    @Test
    void refusesOtherLanguagesThanFeel() throws IOException {
        String juel = Files.readString(FILE)
                .replace(
                        "<inputExpression id=\"kind-expression\"",
                        "<inputExpression expressionLanguage=\"juel\" id=\"kind-expression\"");
        assertThatThrownBy(() -> parsed(juel))
                .isInstanceOf(DecisionTableUnusable.class)
                .hasMessageContaining("offer-eligibility v1")
                .hasMessageContaining("juel");
    }

    @Test
    void remembersMatchesUnlessTheTableAsksForTheTime() throws IOException {
        assertThat(match(table).rule()).isSameAs(match(table).rule());
        ParsedDecisionTable ofNow = parsed(Files.readString(FILE).replace("&gt;= 28", "&gt;= 27 + now().month"));
        assertThat(match(ofNow).rule()).isNotSameAs(match(ofNow).rule());
        assertThat(match(ofNow).id()).isEqualTo(match(table).id());
    }

    @Test
    void namesTheTableWithAnInvalidExpression() throws IOException {
        ParsedDecisionTable broken = parsed(Files.readString(FILE).replace("&gt;= 28", "&gt;= ) 28"));
        assertThatThrownBy(() -> broken.firstMatch(inputs(Map.of())))
                .isInstanceOf(DecisionTableUnusable.class)
                .hasMessageContaining("offer-eligibility v1");
    }

    private static MatchedRule match(ParsedDecisionTable decisions) {
        return decisions.firstMatch(inputs(Map.of())).orElseThrow();
    }

    private static void assertRule(Map<String, Object> given, String rule, boolean eligible) {
        MatchedRule matched = table.firstMatch(inputs(given)).orElseThrow();
        assertThat(matched.id()).isEqualTo(rule);
        assertThat(matched.flag("eligible")).isEqualTo(eligible);
        assertThat(matched.text("reason")).isNotBlank();
    }

    private static Map<String, @Nullable Object> inputs(Map<String, Object> given) {
        Map<String, @Nullable Object> inputs = new HashMap<>(Map.of(
                "kind", "free_shipping", "channel", "mail", "mayMail", true, "mails", 2, "offers", 1, "orders", 0));
        inputs.put("costShare", null);
        inputs.put("discountShare", null);
        inputs.putAll(given);
        return inputs;
    }

    private static Map<String, Object> with(Map<String, Object> given, String name, Object value) {
        Map<String, Object> more = new HashMap<>(given);
        more.put(name, value);
        return more;
    }

    private static ParsedDecisionTable parsed(String xml) {
        return ParsedDecisionTable.parse(
                "offer-eligibility v1",
                DmnEligibility.TABLE,
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
