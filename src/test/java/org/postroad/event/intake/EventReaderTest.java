package org.postroad.event.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.event.Event;
import org.postroad.event.EventSettings;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.time.Ids;

class EventReaderTest {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final ObjectMapper json = new ObjectMapper();
    final EventReader reader = new EventReader(
            json,
            Clock.fixed(NOON, ZoneOffset.UTC),
            new EventSettings(500, 1, 1_000, null, Duration.ofMinutes(5)),
            Ids.RANDOM);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'searched'} | customerId is missing",
                "{'customerId':null,'type':'searched'} | customerId is missing",
                "{'customerId':' ','type':'searched'} | customerId is blank; leave it out instead",
                "{'customerId':42,'type':'searched'} | customerId must be text, but is a number",
                "{'customerId':'a\\u0000b','type':'searched'} | customerId contains a NUL character (\\u0000), which cannot be stored",
                "{'customerId':'a'} | type is missing",
                "{'customerId':'a','type':'Product Viewed'} | type must be in snake_case such as product_viewed, but is 'Product Viewed'",
                "{'id':7,'customerId':'a','type':'searched'} | id must be text, but is a number",
                "{'customerId':'a','type':'searched','occurredAt':'yesterday'} | occurredAt must be a time with an offset such as 2026-11-23T19:12:04Z, but is 'yesterday'",
                "{'customerId':'a','type':'searched','occurredAt':'2026-11-23T12:00:00'} | occurredAt must be a time with an offset such as 2026-11-23T19:12:04Z, but is '2026-11-23T12:00:00'",
                "{'customerId':'a','type':'searched','occurredAt':1795000000} | occurredAt must be a time with an offset such as 2026-11-23T19:12:04Z, but is a number",
                "{'customerId':'a','type':'searched','occurredAt':'2027-01-01T00:00:00Z'} | occurredAt lies in the future: 2027-01-01T00:00:00Z, while it is 2026-11-23T12:00:00Z here",
                "{'customerId':'a','type':'searched','occurredAt':'0001-01-01T00:00:00Z'} | occurredAt lies before 1970: 0001-01-01T00:00:00Z",
                "{'customerId':'a','type':'searched','properties':[1]} | properties must be an object, but is a list",
                "{'customerId':'a','type':'searched','properties':{'x':{'y':[1,'a\\u0000']}}} | properties.x.y[1] contains a NUL character (\\u0000), which cannot be stored",
                "{'customerId':'a','type':'searched','properties':{'x':'a\\ud800'}} | properties.x contains half of a character (an unpaired surrogate)",
                "{'customerId':'a','type':'searched','properties':{'x':1e999}} | properties.x is not a finite number",
                "{'customerId':'a','type':'product_viewed'} | properties.productId is missing",
                "{'customerId':'a','type':'product_viewed','properties':{'productId':7}} | properties.productId must be text, but is a number",
                "{'customerId':'a','type':'product_viewed','properties':{'productId':'p','seconds':'long'}} | properties.seconds must be a number, but is text",
                "{'customerId':'a','type':'product_viewed','properties':{'productId':'p','seconds':-1}} | properties.seconds must not be negative",
                "{'customerId':'a','type':'cart_updated','properties':{'items':{'productId':'p'}}} | properties.items must be a list, but is an object",
                "{'customerId':'a','type':'cart_updated','properties':{'items':['p']}} | properties.items[0] must be an object, but is text",
                "{'customerId':'a','type':'purchased','properties':{'items':[{'productId':'p'},{'quantity':1}]}} | properties.items[1].productId is missing",
                "{'customerId':'a','type':'purchased','properties':{'items':[{'productId':'p','quantity':'two'}]}} | properties.items[0].quantity must be a number, but is text",
                "{'customerId':'a','type':'purchased','properties':{'items':[{'productId':'p','price':1e11}]}} | properties.items[0].price is out of range: it must be less than 10,000,000,000",
                "{'customerId':'a','type':'purchased','properties':{'orderId':'1'}} | properties.items is missing: an order needs items or a total",
                "{'customerId':'a','type':'purchased','properties':{'total':'12.50'}} | properties.total must be a number, but is text",
                "{'customerId':'a','type':'preferences_changed','properties':{'topics':{'marketing':'no'}}} | properties.topics.marketing must be true or false, but is text",
                "{'customerId':'a','type':'signed_up','properties':{'email':['a@b.c']}} | properties.email must be text, but is a list",
                "[] | an event must be a JSON object, but this is a list",
                "'hello' | an event must be a JSON object, but this is text",
            })
    void refusesInvalidEventsWithASentence(String event, String sentence) {
        assertThatThrownBy(() -> read(event)).isInstanceOf(BadInput.class).hasMessage(sentence);
    }

    @Test
    void fillsInMissingIdAndTime() throws Exception {
        Event event = read("{'customerId':'a','type':'searched'}");

        assertThat(event.occurredAt()).isEqualTo(NOON);
        assertThat(event.id()).hasSize(36);
        assertThat(read("{'customerId':'a','type':'searched'}").id()).isNotEqualTo(event.id());
        assertThat(event.properties()).isEmpty();
    }

    @Test
    void toleratesASendersClockThatIsSlightlyAhead() throws Exception {
        assertThat(read("{'customerId':'a','type':'searched','occurredAt':'2026-11-23T12:05:00Z'}")
                        .occurredAt())
                .isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void readsUnknownFieldsAsProperties() throws Exception {
        Event event = read(
                "{'customerId':'a','type':'product_viewed','productId':'p','color':'red','properties':{'color':'blue'}}");

        assertThat(event.properties()).containsOnlyKeys("productId", "color").containsEntry("color", "blue");
    }

    @Test
    void refusesLongIdsAndLargeOrDeepProperties() {
        assertThatThrownBy(() -> read("{'customerId':'" + "x".repeat(201) + "','type':'searched'}"))
                .hasMessage("customerId is longer than 200 characters");
        assertThatThrownBy(() ->
                        read("{'customerId':'a','type':'searched','properties':{'x':'" + "é".repeat(8_193) + "'}}"))
                .hasMessage("properties are larger than 16 KiB as JSON");
        assertThatThrownBy(() -> read("{'customerId':'a','type':'searched','properties':{'x':" + "[".repeat(30)
                        + "]".repeat(30) + "}}"))
                .hasMessageEndingWith("is nested deeper than 20 levels");
    }

    @Test
    void letsACallerRaiseTheLimit() throws Exception {
        ObjectNode large = json.createObjectNode().put("customerId", "a").put("type", "searched");
        large.putObject("properties").put("x", "x".repeat(20_000));

        assertThat(reader.read(JsonFields.of(large, "an event"), 1 << 20).text("x"))
                .isPresent();
    }

    private Event read(String event) throws Exception {
        return reader.read(JsonFields.of(json.readTree(event.replace('\'', '"')), "an event"), 16 * 1024);
    }
}
