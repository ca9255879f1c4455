package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which message a purchase is credited to. */
class AttributionIT extends TrackedMailFixture {

    @Autowired
    JdbcClient jdbc;

    @Test
    void creditsAPurchaseWithTheCodeToTheMessageThatBroughtIt() {
        sent();
        happens(EventType.PURCHASED, Map.of("total", 89.9, "discountCode", code));
        assertThat(conversions()).containsExactly("code 89.90 browse-abandonment send");
    }

    @Test
    void creditsAPurchaseAfterAClickAndNoneAfterFiveDays() {
        sent();
        nobody.get(shoes);
        workScheduler.advance(Duration.ofDays(5));
        happens(EventType.PURCHASED, items(2, 20));
        workScheduler.advance(Duration.ofSeconds(1));
        happens(EventType.PURCHASED, items(1, 20));
        assertThat(conversions()).containsExactly("click 40.00 browse-abandonment send");
    }

    @Test
    void creditsNoReturnNoOpenAndNobodyElsesCode() {
        sent();
        nobody.get(messageLinks.openPixel());
        happens(EventType.PURCHASED, items(1, 20));
        nobody.get(shoes);
        happens(EventType.PURCHASED, items(-1, 20));
        workScheduler.runDue();
        assertThat(conversions()).isEmpty();

        String stranger = "stranger-" + customer;
        intake.record(new Event(
                UUID.randomUUID().toString(),
                stranger,
                EventType.PURCHASED,
                clock.instant(),
                Map.of("total", 10, "discountCode", code)));
        workScheduler.runDue();
        assertThat(jdbc.sql("select count(*) from conversion where customer_id = ?")
                        .param(stranger)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void creditsNoMessageThatWasNeverSent() {
        happens(EventType.PURCHASED, Map.of("total", 89.9, "discountCode", code));
        assertThat(conversions()).isEmpty();
    }

    private void sent() {
        happens(EventType.EMAIL_SENT, Map.of("messageId", message.toString()));
    }

    private static Map<String, Object> items(int quantity, int price) {
        return Map.of("items", List.of(Map.of("productId", "shoe", "quantity", quantity, "price", price)));
    }

    private List<String> conversions() {
        return jdbc.sql("select basis || ' ' || revenue || ' ' || journey || ' ' || step from conversion"
                        + " where customer_id = ?")
                .param(customer)
                .query(String.class)
                .list();
    }
}
