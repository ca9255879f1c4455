package org.postroad.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.journey.JourneyEngine;
import org.postroad.segment.SegmentMembers.Membership;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A marketer's decision tables may ask for the customer's segments, and for no segment that does not exist. */
@PostroadTest
class SegmentsInTablesIT {

    @Autowired
    RepositoryService repository;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JourneyEngine engine;

    @Autowired
    SegmentMembers members;

    @Autowired
    Environment environment;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private static final AtomicInteger SHOPS = new AtomicInteger();

    private final List<String> deployments = new ArrayList<>();
    private Http admin = Http.at("");
    private SmallShop shop;

    @BeforeEach
    void aShopWithARegularAndANewcomer() {
        admin = Http.asAdmin(environment);
        shop = new SmallShop("tables" + SHOPS.incrementAndGet(), catalog, intake, clock.instant())
                .sells("shoes", "shoes", 129.95, 61)
                .givesStandardOffers()
                .hasSubscriber("regular")
                .hasSubscriber("newcomer")
                .ordered("regular", 100, "SAVE", "shoes")
                .ordered("regular", 50, "SAVE", "shoes");
        shop.recordEvents();
        workScheduler.runDue();
        assertThat(define("tables-twice", "${customer.orders >= 2}").statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void withdraw() {
        deployments.forEach(repository::deleteDeployment);
        admin.send(admin.request("/api/segments/tables-twice").DELETE());
    }

    @Test
    void aRuleOnOffersMayAskWhoIsInASegment() throws Exception {
        deploy("offer-eligibility", "segments", "list contains(?, &quot;tables-twice&quot;)");
        assertThat(rule("regular")).isEqualTo("full-price-buyer");
        assertThat(rule("newcomer")).isEqualTo("otherwise");
        deploy("offer-eligibility", "segments", "not(list contains(?, &quot;tables-twice&quot;))");
        assertThat(rule("regular")).isEqualTo("otherwise");
        assertThat(rule("newcomer")).isEqualTo("full-price-buyer");
    }

    @Test
    void aRuleOnOffersMayAskForTheLabel() throws Exception {
        deploy("offer-eligibility", "segment", "&quot;prospects&quot;");
        assertThat(rule("regular")).isEqualTo("otherwise");
        assertThat(rule("newcomer")).isEqualTo("full-price-buyer");
    }

    @Test
    void aRuleOnOffersMayAskWhoIsLikeTheMembers() throws Exception {
        members.replace(
                List.of(shop.id("newcomer")),
                List.of(new Membership(shop.id("newcomer"), SegmentNames.like("tables-twice"))),
                true,
                clock.instant());
        deploy("offer-eligibility", "likeSegments", "list contains(?, &quot;tables-twice&quot;)");
        assertThat(rule("newcomer")).isEqualTo("full-price-buyer");
        assertThat(rule("regular")).isEqualTo("otherwise");
    }

    @Test
    void aLeadScoreMayAskForSegmentsAndForWhatIsPredicted() throws Exception {
        deploy("lead-score", "segments", "list contains(?, &quot;tables-twice&quot;)", " typeRef=\"Any\"");
        assertThat(scoresAtLeast("regular", 7)).isTrue();
        assertThat(scoresAtLeast("newcomer", 7)).isFalse();
        deploy("lead-score", "churnRisk", "&lt; 1");
        assertThat(scoresAtLeast("regular", 7)).isTrue();
        assertThat(scoresAtLeast("newcomer", 7)).as("never bought").isFalse();
        deploy("lead-score", "lifetimeValue", "&gt; 1");
        assertThat(scoresAtLeast("regular", 7)).isTrue();
        assertThat(scoresAtLeast("newcomer", 7)).as("never bought").isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segments | list contains(?, &quot;nowhere&quot;) | there is no segment 'nowhere'",
                "segments | &quot;champions&quot; | list contains(?, \"champions\")",
                "likeSegments | list contains(?, &quot;champions&quot;) | 'champions' is learned",
                "likeSegments | list contains(?, &quot;nowhere&quot;) | there is no segment 'nowhere'",
                "segment | &quot;champions&quot; | 'champions' is no label",
                "segment | &quot;behaviour-0&quot;, &quot;nowhere&quot; | 'nowhere' is no label"
            })
    void refusesATableThatAsksForNoSegment(String input, String cell, String sentence) {
        assertThatThrownBy(() -> deploy("offer-eligibility", input, cell))
                .hasMessageContaining("Table 'offer-eligibility'")
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> deploy("lead-score", input, cell)).hasMessageContaining(sentence);
    }

    @Test
    void refusesAColumnOfAListWithAnotherType() {
        assertThatThrownBy(() -> deploy(
                        "offer-eligibility",
                        "segments",
                        "list contains(?, &quot;tables-twice&quot;)",
                        " typeRef=\"string\""))
                .hasMessageContaining("Table 'offer-eligibility': the column 'segments'")
                .hasMessageContaining("Any");
    }

    @Test
    void aScoreThatAsksForASegmentThatAsksForTheScoreIsDecidedWithoutIt() throws Exception {
        deploy("lead-score", "segments", "list contains(?, &quot;tables-twice&quot;)");
        define("tables-twice", "${customer.leadScore >= 7}");
        assertThat(scoresAtLeast("regular", 7)).isFalse();
    }

    private String rule(String customer) throws Exception {
        JsonNode decision = json.readTree(admin.get("/api/customers/" + shop.id(customer) + "/next-best-action?slot="
                        + shop.slot() + "&productId=" + shop.id("shoes"))
                .body());
        for (JsonNode candidate : decision.at("/evidence/candidates")) {
            if (candidate.at("/action").asText().equals(shop.id("ten-percent"))) {
                return candidate.at("/ruleId").asText();
            }
        }
        throw new AssertionError(decision.toPrettyString());
    }

    private boolean scoresAtLeast(String customer, int points) {
        return !engine.inSegment(List.of(shop.id(customer)), "${customer.leadScore >= " + points + "}")
                .isEmpty();
    }

    private HttpResponse<String> define(String segment, String expression) {
        return admin.put("/api/segments/" + segment, "{\"expression\": \"" + expression + "\"}");
    }

    private void deploy(String table, String input, String cell) throws Exception {
        deploy(table, input, cell, "");
    }

    private void deploy(String table, String input, String cell, String type) throws Exception {
        String xml = table.equals("offer-eligibility") ? offers(input, cell, type) : leads(input, cell, type);
        deployments.add(repository
                .createDeployment()
                .addString(table + ".dmn", xml)
                .deploy()
                .getId());
    }

    /** The bundled table, whose rule on full-price buyers asks for something else instead. */
    private static String offers(String input, String cell, String type) throws Exception {
        return Files.readString(Path.of("dmn/offer-eligibility.dmn"))
                .replaceFirst(
                        "<inputExpression id=\"discount-share-expression\" typeRef=\"double\">",
                        "<inputExpression id=\"discount-share-expression\"" + type + ">")
                .replace("<text>discountShare</text>", "<text>" + input + "</text>")
                .replace("<text>&lt; 0.1</text>", "<text>" + cell + "</text>")
                .replaceFirst("(<inputEntry id=\"full-price-buyer-orders\">\\s*)<text>[^<]*</text>", "$1<text></text>");
    }

    private static String leads(String input, String cell, String type) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="leads" name="Leads" namespace="http://postroad.org/dmn">
                  <decision id="lead-score" name="Leads" xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive="P30D">
                    <decisionTable id="table" hitPolicy="COLLECT" aggregation="SUM">
                      <input id="input"><inputExpression id="expression"%s><text>%s</text></inputExpression></input>
                      <output id="points" name="points" typeRef="integer" />
                      <rule id="rule">
                        <inputEntry id="cell"><text>%s</text></inputEntry>
                        <outputEntry id="seven"><text>7</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(type, input, cell);
    }
}
