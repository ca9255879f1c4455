package org.postroad.decide.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndistinguishableInputsTest {

    private static final Path FILE = Path.of("dmn/offer-eligibility.dmn");
    private final String xml;

    IndistinguishableInputsTest() throws IOException {
        this.xml = Files.readString(FILE);
    }

    @Test
    void tellsNumbersApartByTheThresholdsOfTheirColumn() {
        IndistinguishableInputs stock = of(xml);
        assertThat(stock.key(costShare(0.61))).isEqualTo(stock.key(costShare(0.93)));
        assertThat(stock.key(costShare(0.59))).isEqualTo(stock.key(costShare(0.2)));
        assertThat(List.of(stock.key(costShare(0.59)), stock.key(costShare(0.6)), stock.key(costShare(0.61))))
                .doesNotHaveDuplicates();
        assertThat(stock.key(costShare(Double.NaN))).isEqualTo(costShare(Double.NaN));
        assertThat(stock.key(costShare(null))).isEqualTo(costShare(null));
    }

    @Test
    void readsAColumnThatDoesNotSayItsType() {
        IndistinguishableInputs untyped =
                of(xml.replace("id=\"cost-share-expression\" typeRef=\"double\"", "id=\"cost-share-expression\""));
        assertThat(untyped.key(costShare(0.61))).isEqualTo(untyped.key(costShare(0.93)));
    }

    @Test
    void tellsAllApartInAColumnOfOtherExpressions() {
        for (String cell : List.of("&gt; 0.5 + 0.1", "&gt; 0.7-0.1", "&gt; .6", "&gt; mails", "odd(?)")) {
            IndistinguishableInputs other = of(xml.replace("&gt; 0.6", cell));
            assertThat(other.key(costShare(0.61))).as(cell).isEqualTo(costShare(0.61));
        }
    }

    @Test
    void tellsAllApartWhereAnotherCellUsesTheValue() {
        IndistinguishableInputs other = of(xml.replace("&gt;= 28", "&gt;= 28 * costShare"));
        assertThat(other.key(costShare(0.61))).isEqualTo(costShare(0.61));
    }

    @Test
    void matchesTheSameRuleAsATableThatRemembersNothing() {
        SplittableRandom random = new SplittableRandom(7);
        ParsedDecisionTable remembering = table();
        for (int i = 0; i < 60; i++) {
            Map<String, @Nullable Object> inputs = random(random);
            assertThat(remembering.firstMatch(inputs).map(MatchedRule::id))
                    .as(inputs.toString())
                    .isEqualTo(table().firstMatch(inputs).map(MatchedRule::id));
        }
    }

    private static Map<String, @Nullable Object> random(SplittableRandom random) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("kind", random.nextBoolean() ? "percent" : "free_shipping");
        inputs.put("channel", random.nextBoolean() ? "mail" : "web");
        inputs.put("mayMail", random.nextInt(8) > 0);
        inputs.put("mails", random.nextInt(40));
        inputs.put("offers", random.nextInt(5));
        inputs.put("costShare", random.nextInt(4) == 0 ? 0.6 : random.nextDouble(1.2));
        inputs.put("orders", random.nextInt(5));
        inputs.put("discountShare", random.nextInt(4) == 0 ? null : random.nextDouble(0.3));
        return inputs;
    }

    private static Map<String, @Nullable Object> costShare(@Nullable Object value) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("kind", "percent");
        inputs.put("costShare", value);
        return inputs;
    }

    private static IndistinguishableInputs of(String xml) {
        return new IndistinguishableInputs(Dmn.readModelFromStream(stream(xml)));
    }

    private ParsedDecisionTable table() {
        return ParsedDecisionTable.parse("offer-eligibility v1", DmnEligibility.TABLE, stream(xml));
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
