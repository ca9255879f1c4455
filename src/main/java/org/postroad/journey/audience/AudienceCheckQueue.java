package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.Enrolment;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.audience.AudienceChecks.DueCheck;
import org.postroad.journey.audience.SweepCursors.ShardProgress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks customers against the audiences of journeys when time may have changed the result: at the end of the step of ten
 * minutes that the check before has found, or once in {@link JourneySettings#audienceEvery} where a value changes gradually.
 * Nobody else is looked at.
 */
@Component
@Order(ShardedQueue.AUDIENCE_CHECKS)
class AudienceCheckQueue implements ShardedQueue<DueCheck> {

    private final AudienceChecks checks;
    private final SweepCursors sweepCursors;
    private final MembershipUpdater membershipUpdater;
    private final JourneySettings settings;
    private final Clock clock;

    AudienceCheckQueue(
            AudienceChecks checks,
            SweepCursors sweepCursors,
            MembershipUpdater membershipUpdater,
            JourneySettings settings,
            Clock clock) {
        this.checks = checks;
        this.sweepCursors = sweepCursors;
        this.membershipUpdater = membershipUpdater;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<DueCheck> waiting(int[] shards, int atMost) {
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        int each = Math.max(1, Math.min(atMost / shards.length, settings.audienceRate() / Shards.NUMBER));
        return audiences.isEmpty() ? List.of() : checks.due(shards, AudienceSweep.versions(audiences), each);
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.of(membershipUpdater.audienceJourneys())
                .filter(audiences -> !audiences.isEmpty())
                .flatMap(audiences -> checks.nextDue(AudienceSweep.versions(audiences)));
    }

    @Override
    public int process(List<DueCheck> items) {
        Set<String> due = new HashSet<>(
                checks.stillDue(items.stream().map(DueCheck::customerId).toList()));
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        List<Enrolment> entered = membershipUpdater.update(audiences, due);
        Map<Integer, Long> byShard = entered.stream()
                .collect(Collectors.groupingBy(enrolment -> Shards.of(enrolment.customerId()), Collectors.counting()));
        if (!byShard.isEmpty()) {
            sweepCursors.saveProgress(
                    AudienceSweep.versions(audiences),
                    byShard.entrySet().stream()
                            .map(each -> new ShardProgress(each.getKey(), null, each.getValue()))
                            .toList());
        }
        return due.size();
    }

    /** The customer is checked with the next event, or later. */
    @Override
    public void giveUp(DueCheck check, String reason) {
        checks.reschedule(Map.of(check.customerId(), clock.instant().plus(settings.audienceEvery())));
    }
}
