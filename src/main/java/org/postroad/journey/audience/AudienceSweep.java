package org.postroad.journey.audience;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.Enrolment;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.audience.SweepCursors.ShardProgress;
import org.postroad.journey.audience.SweepCursors.SweepItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks all customers against the audiences of journeys when a journey with an audience is deployed, paused or resumed;
 * from then on events and {@link AudienceCheckQueue} do. Works in small transactions, when no event waits. After customers
 * have entered, the next batch of their shard waits, so that over all shards no more than {@link
 * JourneySettings#audienceRate} enter in a second.
 */
@Component
@Order(ShardedQueue.AUDIENCE_SWEEP)
class AudienceSweep implements ShardedQueue<SweepItem> {

    private final SweepCursors sweepCursors;
    private final MembershipUpdater membershipUpdater;
    private final JourneySettings settings;

    AudienceSweep(SweepCursors sweepCursors, MembershipUpdater membershipUpdater, JourneySettings settings) {
        this.sweepCursors = sweepCursors;
        this.membershipUpdater = membershipUpdater;
        this.settings = settings;
    }

    @Override
    public List<SweepItem> waiting(int[] shards, int atMost) {
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        if (audiences.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> due = sweepCursors.due(IntStream.of(shards).boxed().toList(), versions(audiences));
        return due.isEmpty() ? List.of() : sweepCursors.nextCustomers(due, most(atMost / due.size()));
    }

    /** How many customers of each shard to check in a batch, since all of them may enter. */
    private int most(int share) {
        return Math.max(1, Math.min(share, settings.audienceRate() / Shards.NUMBER));
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.of(membershipUpdater.audienceJourneys())
                .filter(audiences -> !audiences.isEmpty())
                .flatMap(audiences -> sweepCursors.nextDue(versions(audiences)));
    }

    /** Identifies the audiences: a new text after every deployment. */
    static String versions(List<Journey> audiences) {
        return audiences.stream()
                .map(journey -> journey.key() + ":" + journey.version())
                .collect(Collectors.joining(" "));
    }

    @Override
    public int process(List<SweepItem> items) {
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        List<SweepItem> waiting = stillWaiting(items, versions(audiences));
        saveProgress(waiting, versions(audiences), membershipUpdater.update(audiences, customers(waiting)));
        return waiting.size();
    }

    /** The items of shards whose position no other node has advanced meanwhile. */
    private List<SweepItem> stillWaiting(List<SweepItem> items, String audiences) {
        Map<Integer, String> begins =
                items.stream().collect(Collectors.toMap(SweepItem::shard, SweepItem::after, (first, later) -> first));
        Map<Integer, String> due = sweepCursors.due(begins.keySet(), audiences);
        return items.stream()
                .filter(sweepItem -> Objects.equals(begins.get(sweepItem.shard()), due.get(sweepItem.shard())))
                .toList();
    }

    private static List<String> customers(List<SweepItem> items) {
        return items.stream()
                .map(SweepItem::customerId)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private void saveProgress(List<SweepItem> items, String audiences, Collection<Enrolment> entered) {
        if (items.isEmpty()) {
            return;
        }
        Map<Integer, Long> numbers = entered.stream()
                .collect(Collectors.groupingBy(enrolment -> Shards.of(enrolment.customerId()), Collectors.counting()));
        Map<Integer, SweepItem> last = items.stream()
                .collect(Collectors.toMap(SweepItem::shard, sweepItem -> sweepItem, (earlier, one) -> one));
        sweepCursors.saveProgress(
                audiences,
                last.values().stream()
                        .map(sweepItem -> new ShardProgress(
                                sweepItem.shard(), sweepItem.customerId(), numbers.getOrDefault(sweepItem.shard(), 0L)))
                        .toList());
    }

    /** The customer is checked with the next event. */
    @Override
    public void giveUp(SweepItem item, String reason) {
        String audiences = versions(membershipUpdater.audienceJourneys());
        saveProgress(stillWaiting(List.of(item), audiences), audiences, List.of());
    }
}
