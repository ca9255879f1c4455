package org.postroad.deliver.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.DeliverSettings;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rate limits of domains, which all nodes share: one row per domain stores its next free slot, and nodes reserve a few
 * slots at a time.
 */
@Repository
public class DomainRateLimits {

    private static final String RESERVE = Sql.of(DomainRateLimits.class, "reserve-slots");
    private static final String MOVE = Sql.of(DomainRateLimits.class, "move-slots");

    private final JdbcClient jdbc;
    private final Map<String, RateLimit> named;
    private final @Nullable RateLimit others;

    public DomainRateLimits(JdbcClient jdbc, DeliverSettings settings) {
        this.jdbc = jdbc;
        this.named = settings.limits().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, limit -> RateLimit.of(limit.getValue())));
        this.others = named.get(DeliverSettings.OTHER_DOMAINS);
    }

    /** Empty if the domain has no limit. */
    Optional<RateLimit> of(String domain) {
        return Optional.ofNullable(named.getOrDefault(domain, others));
    }

    /**
     * Reserves slots, in the caller's transaction.
     *
     * @param wanted how many messages could be sent now, by domain
     * @return how many may be, by domain
     */
    Map<String, Integer> grant(Map<String, Integer> wanted, Instant now) {
        Map<String, Integer> grants = new HashMap<>(wanted);
        List<Slot> moved = new ArrayList<>();
        for (Slot slot : reserve(limited(wanted.keySet()), now)) {
            RateLimit rateLimit = of(slot.domain).orElseThrow();
            int granted = rateLimit.grant(slot.next, wanted.getOrDefault(slot.domain, 0), now);
            grants.put(slot.domain, granted);
            moved.add(new Slot(slot.domain, rateLimit.nextFreeSlot(slot.next, granted, now)));
        }
        move(moved);
        return grants;
    }

    /** A domain's first free slot. */
    private record Slot(String domain, Instant next) {}

    private List<String> limited(Collection<String> domains) {
        return domains.stream().filter(domain -> of(domain).isPresent()).toList();
    }

    private List<Slot> reserve(List<String> domains, Instant now) {
        if (domains.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(RESERVE)
                .param("domains", SqlValues.texts(domains))
                .param("now", SqlValues.timestamp(now))
                .query((row, number) -> new Slot(row.getString("domain"), SqlValues.instant(row, "next_at")))
                .list();
    }

    private void move(List<Slot> slots) {
        if (!slots.isEmpty()) {
            jdbc.sql(MOVE)
                    .param("domains", SqlValues.texts(slots, Slot::domain))
                    .param("nexts", SqlValues.texts(slots, slot -> slot.next.toString()))
                    .update();
        }
    }
}
