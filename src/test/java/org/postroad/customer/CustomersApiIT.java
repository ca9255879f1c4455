package org.postroad.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.consent.MailPermissions.MailPermission;
import org.postroad.event.EventLog;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PostroadTest
class CustomersApiIT {

    @Autowired
    Environment environment;

    @Autowired
    MailPermissions mailPermissions;

    @Autowired
    EventLog log;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    ObjectMapper json;

    Http application;

    @BeforeEach
    void logIn() {
        application = Http.withKey(environment);
    }

    @Test
    void putsAndGetsACustomer() throws Exception {
        HttpResponse<String> put = put("put-sarah", """
                {"email":" sarah@example.com","firstName":"Sarah","lastName":"Berg","locale":"en-US",
                 "timeZone":"America/New_York","shoeSize":38,"attributes":{"vip":true},
                 "consents":{"marketing":{"granted":true,"at":"2026-01-05T09:00:00Z","source":"checkout","text":"Yes, write to me."}}}""");

        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        JsonNode sarah =
                json.readTree(application.get("/api/customers/put-sarah").body());
        assertThat(sarah.path("email").asText()).isEqualTo("sarah@example.com");
        assertThat(sarah.path("timeZone").asText()).isEqualTo("America/New_York");
        assertThat(sarah.path("attributes")).isEqualTo(json.readTree("{\"vip\":true,\"shoeSize\":38}"));
        assertThat(sarah.path("consents")).isEqualTo(json.readTree("""
                                {"marketing":{"granted":true,"at":"2026-01-05T09:00:00Z","source":"checkout","text":"Yes, write to me."}}"""));
        assertThat(sarah.path("profile").path("orders").asInt()).isZero();
        assertThat(mailPermissions.toMail("put-sarah", "marketing"))
                .isEqualTo(new MailPermission.Granted("sarah@example.com"));
    }

    @Test
    void keepsTheLatestConsentHoweverOftenOldOnesAreSent() {
        put("put-tom", consent(true, "2026-03-01T00:00:00Z"));
        put("put-tom", consent(false, "2026-05-01T00:00:00Z"));
        put("put-tom", consent(true, "2026-04-01T00:00:00Z"));
        put("put-tom", "{\"email\":\"tom@example.com\"}");

        assertThat(mailPermissions.toMail("put-tom", "marketing")).isEqualTo(new MailPermission.Denied("unsubscribed"));
    }

    @Test
    void recordsAnEventOnceWhenConsentChanges() {
        put("put-ute", consent(true, "2026-03-01T00:00:00Z"));
        put("put-ute", consent(true, "2026-03-01T00:00:00Z"));
        put("put-ute", consent(false, "2026-05-01T00:00:00Z"));
        workScheduler.runDue();

        assertThat(log.ofCustomer("put-ute", Instant.EPOCH))
                .extracting(event -> event.type() + " " + event.occurredAt())
                .containsExactly("subscribed 2026-03-01T00:00:00Z", "unsubscribed 2026-05-01T00:00:00Z");
        assertThat(mailPermissions.toMail("put-ute", "marketing")).isEqualTo(new MailPermission.Denied("unsubscribed"));
    }

    @Test
    void fillsGapsFromLateEventsWithoutReplacingNewerDetails() throws Exception {
        put("put-vera", "{\"firstName\":\"Vera\"}");
        application.post("/api/events", """
                {"customerId":"put-vera","type":"signed_up","occurredAt":"2025-01-01T00:00:00Z",
                 "properties":{"firstName":"Veronika","lastName":"Klein"}}""");
        workScheduler.runDue();

        JsonNode vera = json.readTree(application.get("/api/customers/put-vera").body());
        assertThat(vera.path("firstName").asText()).isEqualTo("Vera");
        assertThat(vera.path("lastName").asText()).isEqualTo("Klein");
        assertThat(vera.path("createdAt").asText()).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void warnsOfAnEventWithAnInvalidAddress() throws Exception {
        HttpResponse<String> answer = application.post(
                "/api/events",
                "{\"customerId\":\"put-walt\",\"type\":\"signed_up\",\"email\":\"walt at home\",\"firstName\":\"Walt\"}");
        workScheduler.runDue();

        assertThat(json.readTree(answer.body()).at("/warnings/0/reason").asText())
                .isEqualTo(
                        "the event is kept, but of what it tells not this, which is not valid: email 'walt at home'");
        JsonNode walt = json.readTree(application.get("/api/customers/put-walt").body());
        assertThat(walt.path("firstName").asText()).isEqualTo("Walt");
        assertThat(walt.has("email")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'email':'sarah'} | email must be a mail address such as sarah@example.com, but is 'sarah'",
                "{'email':'sarah@localhost'} | email must be a mail address such as sarah@example.com, but is 'sarah@localhost'",
                "{'email':'a@b.c\\r\\nBcc: x@y.z'} | email must be a mail address such as sarah@example.com, but is 'a@b.c\\r\\nBcc: x@y.z'",
                "{'timeZone':'New York'} | timeZone must be an IANA time zone such as America/New_York, but is 'New York'",
                "{'timeZone':'+02:00'} | timeZone must be an IANA time zone such as America/New_York, but is '+02:00'",
                "{'locale':'english please'} | locale must be a language tag such as en-US, but is 'english please'",
                "{'firstName':['Sarah']} | firstName must be text, but is a list",
                "{'consents':{'marketing':true}} | consents.marketing must be an object, but is true or false",
                "{'consents':{'marketing':{'at':'2026-01-01T00:00:00Z'}}} | consents.marketing.granted is missing",
                "{'consents':{'marketing':{'granted':'yes'}}} | consents.marketing.granted must be true or false, but is text",
                "{'consents':{'marketing':{'granted':true,'at':'2999-01-01T00:00:00Z'}}} | consents.marketing.at lies in the future: 2999-01-01T00:00:00Z",
                "{'attributes':'vip'} | attributes must be an object, but is text",
            })
    void saysWhatIsWrong(String body, String sentence) throws Exception {
        HttpResponse<String> answer = put("put-nobody", body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("detail").asText()).startsWith(sentence.replace("\\r\\n", "\r\n"));
        assertThat(application.get("/api/customers/put-nobody").statusCode()).isEqualTo(404);
    }

    private static String consent(boolean granted, String at) {
        return "{\"email\":\"x@example.com\",\"consents\":{\"marketing\":{\"granted\":" + granted + ",\"at\":\"" + at
                + "\"}}}";
    }

    private HttpResponse<String> put(String id, String body) {
        return application.put("/api/customers/" + id, body);
    }
}
