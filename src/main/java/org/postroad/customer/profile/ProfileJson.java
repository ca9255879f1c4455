package org.postroad.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes a profile as it is stored: one JSON document. */
@Component
class ProfileJson {

    /** A mapper of its own: a profile is mostly numbers, and the fast parser and writer of doubles dominate its cost. */
    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    private final Duration halfLife;

    ProfileJson(ProfileSettings settings) {
        this.halfLife = settings.halfLife();
    }

    /**
     * The stored document.
     *
     * @param halfLife in milliseconds
     * @param epoch the number of the half-life since 1970 that the sums are relative to; see {@link DecayedCounters}
     * @param mailsSent marks, see {@link RecentMails}; absent in profiles of earlier versions, like the next
     * @param revenue as text, so that no reader turns it into a binary fraction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(
            long halfLife,
            long epoch,
            long orders,
            String revenue,
            @Nullable String firstPurchaseAt,
            @Nullable String lastPurchaseAt,
            @Nullable String lastSeenAt,
            @Nullable List<Long> mailsSent,
            @Nullable List<Long> mailResponses,
            Map<String, Map<String, Double>> sums) {}

    MutableProfile blank() {
        return MutableProfile.empty(halfLife);
    }

    String write(MutableProfile profile) {
        Map<String, Map<String, Double>> sums = new HashMap<>();
        profile.sums().sums().forEach((profileCounter, keys) -> sums.put(profileCounter.column(), keys));
        try {
            return json.writeValueAsString(new Document(
                    profile.sums().halfLifeMillis(),
                    profile.sums().epoch(),
                    profile.orders(),
                    profile.revenue().toPlainString(),
                    profile.firstPurchaseAt().map(Instant::toString).orElse(null),
                    profile.lastPurchaseAt().map(Instant::toString).orElse(null),
                    profile.lastSeenAt().map(Instant::toString).orElse(null),
                    new ArrayList<>(profile.mails().sentMarks()),
                    new ArrayList<>(profile.mails().responseMarks()),
                    sums));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    MutableProfile read(String stored) {
        try {
            Document document = json.readValue(stored, Document.class);
            return new MutableProfile(
                    sums(document).withHalfLife(halfLife),
                    RecentMails.of(marks(document.mailsSent()), marks(document.mailResponses())),
                    document.orders(),
                    new BigDecimal(document.revenue()),
                    instant(document.firstPurchaseAt()),
                    instant(document.lastPurchaseAt()),
                    instant(document.lastSeenAt()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored profile cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static List<Long> marks(@Nullable List<Long> stored) {
        return stored == null ? List.of() : stored;
    }

    private static DecayedCounters sums(Document document) {
        Map<ProfileCounter, Map<String, Double>> sums = new EnumMap<>(ProfileCounter.class);
        for (ProfileCounter profileCounter : ProfileCounter.values()) {
            Map<String, Double> keys = document.sums().get(profileCounter.column());
            if (keys != null) {
                sums.put(profileCounter, new HashMap<>(keys));
            }
        }
        return new DecayedCounters(document.halfLife(), document.epoch(), sums);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
