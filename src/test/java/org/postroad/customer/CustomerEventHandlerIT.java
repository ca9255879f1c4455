package org.postroad.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.Profiles;
import org.postroad.customer.profile.RecentViews;
import org.postroad.event.EventIntake;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** What events of an unknown customer do to customer, permission and profile. */
@PostroadTest
class CustomerEventHandlerIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    EventIntake intake;

    @Autowired
    Customers customers;

    @Autowired
    Profiles profiles;

    @Autowired
    MailPermissions mailPermissions;

    @Autowired
    RecentViews views;

    @Autowired
    Catalog catalog;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    ObjectMapper json;

    @Test
    void createsCustomersAndPermitsMailOnceTheySubscribe() throws Exception {
        process("""
                {"customerId":"road-sarah","type":"signed_up","properties":{"email":"sarah@example.com",
                 "firstName":"Sarah","timeZone":"America/New_York","locale":"en_US","shoeSize":38}}""");

        assertThat(customers.find("road-sarah")).hasValueSatisfying(sarah -> {
            assertThat(sarah.firstName()).isEqualTo("Sarah");
            assertThat(sarah.timeZone()).hasToString("America/New_York");
            assertThat(sarah.locale()).isEqualTo("en-US");
            assertThat(sarah.attributes()).containsEntry("shoeSize", 38);
        });
        assertThat(mailPermissions.toMail("road-sarah", "marketing"))
                .isEqualTo(new MailPermissions.MailPermission.Denied("no_consent"));

        process("""
                {"customerId":"road-sarah","type":"subscribed","occurredAt":"2026-11-23T11:00:00Z",
                 "properties":{"topic":"marketing","source":"footer"}}""");

        assertThat(mailPermissions.toMail("road-sarah", "marketing"))
                .isEqualTo(new MailPermissions.MailPermission.Granted("sarah@example.com"));
    }

    @Test
    void keepsTheLatestConsentInAnyOrderOfArrival() throws Exception {
        process("""
                {"customerId":"road-will","type":"signed_up","properties":{"email":"will@example.com"}}""", """
                {"customerId":"road-will","type":"unsubscribed","occurredAt":"2026-11-20T00:00:00Z"}""", """
                {"customerId":"road-will","type":"subscribed","occurredAt":"2026-11-19T00:00:00Z"}""");

        assertThat(mailPermissions.toMail("road-will", "marketing"))
                .isEqualTo(new MailPermissions.MailPermission.Denied("unsubscribed"));
    }

    @Test
    void deniesMailToAnAddressThatComplained() throws Exception {
        process("""
                {"customerId":"road-zoe","type":"signed_up","properties":{"email":"Zoe@example.com"}}""", """
                {"customerId":"road-zoe","type":"subscribed","occurredAt":"2026-11-19T00:00:00Z"}""", """
                {"customerId":"road-zoe","type":"email_complained","occurredAt":"2026-11-20T00:00:00Z"}""");

        assertThat(mailPermissions.toMail("road-zoe", "marketing"))
                .isEqualTo(new MailPermissions.MailPermission.Denied("suppressed"));
    }

    @Test
    void addsEventsToTheProfile() throws Exception {
        catalog.putProducts(List.of(product("road-runner", "shoes"), product("road-racer", "shoes")));
        catalog.putArticles(
                List.of(new Article("road-first", "First", null, List.of("running"), null, null, Map.of())));
        process(
                view("road-tom", "road-runner"),
                view("road-tom", "road-racer"),
                view("road-tom", "road-racer"),
                view("road-tom", "road-unknown"),
                """
                {"customerId":"road-tom","type":"article_read","occurredAt":"2026-11-23T12:00:00Z",
                 "properties":{"articleId":"road-first"}}""",
                """
                {"customerId":"road-tom","type":"purchased","occurredAt":"2026-11-23T12:00:00Z",
                 "properties":{"orderId":"1","discountCode":"X",
                 "items":[{"productId":"road-racer","quantity":3,"price":19.99}]}}""",
                """
                {"customerId":"road-tom","type":"email_clicked","occurredAt":"2026-11-23T12:00:00Z"}""");

        Profile tom = profiles.of("road-tom");
        assertThat(tom.orders()).isEqualTo(1);
        assertThat(tom.revenue()).isEqualByComparingTo("59.97");
        assertThat(tom.productViews(NOON)).containsEntry("road-racer", 2.0).containsEntry("road-unknown", 1.0);
        assertThat(tom.categoryViews(NOON)).containsExactly(Map.entry("shoes", 3.0));
        assertThat(tom.topics(NOON)).containsExactly(Map.entry("running", 1.0));
        assertThat(tom.discountShare(NOON)).isEqualTo(1);
        assertThat(tom.engagementByMinuteOfWeek(NOON)).containsExactly(Map.entry(12 * 60, 1.0)); // Monday noon
        assertThat(profiles.of("road-nobody").orders()).isZero();
        assertThat(profiles.sample(1_000, "any")).isNotEmpty();
        assertThat(views.countInCategoryOf("road-tom", "road-runner", NOON.minusSeconds(1)))
                .isEqualTo(3);
        assertThat(views.productsInCategoryOf("road-tom", "road-runner", NOON.minusSeconds(1)))
                .containsExactly("road-racer", "road-runner");
        assertThat(views.countInCategoryOf("road-tom", "road-runner", NOON.plusSeconds(1)))
                .isZero();
    }

    private static String view(String customer, String product) {
        return """
               {"customerId":"%s","type":"product_viewed","properties":{"productId":"%s"},
                "occurredAt":"2026-11-23T12:00:00Z"}""".formatted(customer, product);
    }

    private static Product product(String id, String category) {
        return new Product(id, id, null, category, null, null, null, null, null, List.of(), null, null, Map.of());
    }

    private void process(String... events) throws Exception {
        List<JsonNode> nodes = new ArrayList<>();
        for (String event : events) {
            nodes.add(json.readTree(event));
        }
        assertThat(intake.accept(nodes).accepted()).isEqualTo(events.length);
        workScheduler.runDue();
    }
}
