package org.postroad.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.catalog.OfferCodes.OfferCode;
import org.springframework.beans.factory.annotation.Autowired;

@PostroadTest
class OfferCodesIT {

    @Autowired
    OfferCodes codes;

    @Test
    void givesADecisionAlwaysTheSameCode() {
        UUID decision = UUID.randomUUID();

        OfferCode first = codes.issue(offer("SHIP"), "codes-sarah", decision).orElseThrow();

        assertThat(first.code()).matches("SHIP-[2-9A-HJKMNP-Z]{6}");
        assertThat(Duration.between(Instant.parse("2026-11-23T12:00:00Z"), first.expiresAt()))
                .isGreaterThanOrEqualTo(Duration.ofDays(7));
        assertThat(codes.issue(offer("SHIP"), "codes-sarah", decision)).contains(first);
        assertThat(codes.find(first.code())).contains(first);
        assertThat(codes.issue(offer("SHIP"), "codes-sarah", UUID.randomUUID())).isNotEqualTo(codes.find(first.code()));
    }

    @Test
    void issuesNoCodeWithoutAPrefix() {
        assertThat(codes.issue(offer(null), "codes-sarah", UUID.randomUUID())).isEmpty();
        assertThat(codes.find("SHIP-000000")).isEmpty();
    }

    private static Offer offer(@Nullable String prefix) {
        return new Offer(
                "codes-ship",
                "Free shipping",
                Offer.Kind.FREE_SHIPPING,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                List.of(),
                prefix,
                Duration.ofDays(7),
                Map.of());
    }
}
