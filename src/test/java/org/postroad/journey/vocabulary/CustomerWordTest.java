package org.postroad.journey.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.catalog.Article;
import org.postroad.catalog.CatalogLookup;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.MutableProfile;
import org.postroad.event.Event;

class CustomerWordTest {

    final Validity validity = new Validity();

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T10:00:00Z, P30D,  2026-11-02T10:00:00Z, 2026-12-01T10:00:00.001Z",
        "2026-11-01T10:00:00Z, PT24H, 2026-11-01T12:00:00Z, 2026-11-02T10:00:00.001Z",
        "2027-01-31T10:00:00Z, P1M,   2027-02-02T10:00:00Z, 2027-02-28T23:00:00Z", // 28 February has 28 January before
        // it
        "2026-03-28T12:00:00Z, P1D,   2026-03-28T13:00:00Z, 2026-03-29T11:00:00.001Z" // summer time begins
    })
    void tellsWhenAPeriodEnds(Instant bought, String period, Instant now, Instant until) {
        assertThat(customer(bought, now).purchasedWithin(period)).isTrue();
        assertThat(validity.until()).isEqualTo(until);
        assertThat(customer(bought, until).purchasedWithin(period)).isFalse();
        assertThat(customer(bought, until.minusMillis(1)).purchasedWithin(period))
                .isTrue();
    }

    @Test
    void whatHasEndedEndsNoMore() {
        assertThat(customer(Instant.parse("2026-01-01T10:00:00Z"), Instant.parse("2026-11-01T10:00:00Z"))
                        .purchasedWithin("P30D"))
                .isFalse();
        assertThat(validity.until()).isEqualTo(Instant.MAX);
    }

    @Test
    void tellsWhenACustomerLapses() {
        Instant bought = Instant.parse("2026-01-01T10:00:00Z");
        assertThat(customer(bought, bought.plus(Duration.ofDays(1))).lapsed()).isFalse();
        Instant until = validity.until();
        assertThat(customer(bought, until).lapsed()).isTrue();
        assertThat(customer(bought, until.minusSeconds(1)).lapsed()).isFalse();
    }

    @Test
    void tellsWhenACustomerHasBeenAMemberForSoLong() {
        CustomerWord word = customer(Instant.EPOCH, Instant.parse("2026-11-01T10:00:00Z"));
        assertThat(word.memberFor("P100Y")).isFalse();
        assertThat(validity.until()).isBetween("2069-12-31T00:00:00Z", "2070-01-02T00:00:00Z");
    }

    @Test
    void cannotTellWhenAGradualValueChanges() {
        customer(Instant.EPOCH, Instant.parse("2026-11-01T10:00:00Z")).mailsOpened();
        assertThat(validity.until()).isEqualTo(Instant.MIN);
    }

    @Test
    void whatCannotBePredictedIsNothing() {
        CustomerWord customer = customer(Instant.EPOCH, Instant.parse("2026-11-01T10:00:00Z"));
        assertThat(customer.churnRisk("soon")).isZero();
        assertThat(customer.lifetimeValue("P0D")).isZero();
        assertThat(customer.purchaseProbability(null)).isZero();
        assertThat(customer.repurchaseProbability(null, "P30D")).isZero();
        assertThat(customer.nextPurchase(null)).isNull();
    }

    @SuppressWarnings("NullAway") // these words read none of the other stores
    private CustomerWord customer(Instant bought, Instant now) {
        MutableProfile profile = MutableProfile.empty(Duration.ofDays(90));
        profile.add(
                new Event("order", "ada", "purchased", bought, Map.of("total", 10)),
                new CatalogLookup() {
                    @Override
                    public Optional<Product> product(String id) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Article> article(String id) {
                        return Optional.empty();
                    }
                },
                ZoneOffset.UTC);
        Customer customer = new Customer(
                "ada", null, null, null, null, ZoneId.of("Europe/Berlin"), Map.of(), Map.of(), Instant.EPOCH);
        return new CustomerWord(
                "ada",
                () -> Optional.of(customer),
                () -> profile,
                () -> {
                    throw new AssertionError("Nothing is predicted here.");
                },
                new CustomerSources(
                        null, null, null, null, null, null, null, null, null, Clock.fixed(now, ZoneOffset.UTC)),
                validity);
    }
}
